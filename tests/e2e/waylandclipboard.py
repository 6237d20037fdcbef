# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Copy and clear on a real Wayland compositor, with the focus and without: what happened is what the
program says."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import copy_elsewhere, until, wayland_clipboard  # noqa: E402
from e2e import run  # noqa: E402


def go_to_workspace(name):
    subprocess.run(["swaymsg", "workspace", name], check=True, capture_output=True, timeout=10)


def has_focus():
    tree = subprocess.run(["swaymsg", "-t", "get_tree"], check=True, capture_output=True, text=True,
                          timeout=10).stdout
    marks = [line.strip() for line in tree.splitlines() if '"focused"' in line or '"app_id"' in line]
    return any('"focused": true' in mark and "app_id" in after
               for mark, after in zip(marks, marks[1:]))


def with_profile(bench):
    go_to_workspace("1")
    bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    return bench.window


def copies_and_clears(bench):
    window = bench.window
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token of prod")
    token = bench.emulator.issued()[-1]
    assert wayland_clipboard() == token
    assert wayland_clipboard("x-kde-passwordManagerHint") == "secret"
    assert wayland_clipboard("text", "--primary") is None
    window.press("Clear now")
    until("it to be cleared", lambda: window.read("Clipboard status") == "cleared")
    assert wayland_clipboard() is None


def focused_window_copies_and_clears(bench):
    with_profile(bench)
    until("the focus", has_focus)
    copies_and_clears(bench)


def unfocused_window_copies_and_clears(bench):
    with_profile(bench)
    go_to_workspace("2")
    assert not has_focus()
    copies_and_clears(bench)


def what_was_copied_since_survives_the_end(bench):
    window = with_profile(bench)
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token of prod")
    copy_elsewhere("something else")
    window.await_text("Clipboard status", "replaced")
    assert window.end() == 0
    assert wayland_clipboard() == "something else"


def termination_clears(bench):
    window = with_profile(bench)
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token of prod")
    assert wayland_clipboard()
    assert window.end() == 0
    assert wayland_clipboard() is None


run(focused_window_copies_and_clears, unfocused_window_copies_and_clears,
    what_was_copied_since_survives_the_end, termination_clears)
