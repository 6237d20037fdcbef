# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""When the screen is locked, nothing stays in sight or on the clipboard."""
import subprocess
import sys
from pathlib import Path

import pyatspi

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard, until  # noqa: E402
from e2e import run  # noqa: E402


def screen_saver(is_active):
    subprocess.run(["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver",
                    "org.freedesktop.ScreenSaver.ActiveChanged", f"boolean:{is_active}"],
                   check=True, timeout=10)


def is_shown(window):
    return window.find("Show token").getState().contains(pyatspi.STATE_CHECKED)


def locking_hides_the_token_and_clears_the_clipboard(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    window.press("Show token")
    until("the token to be shown", lambda: is_shown(window))
    screen_saver("false")
    assert clipboard() == bench.emulator.issued()[-1], "unlocking clears nothing"
    assert is_shown(window)
    screen_saver("true")
    window.await_text("Clipboard status", "cleared")
    assert not clipboard()
    until("the token to be hidden", lambda: not is_shown(window))


def locking_leaves_what_somebody_else_copied(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    window.press("Show token")
    until("the token to be shown", lambda: is_shown(window))
    subprocess.run(["xclip", "-selection", "clipboard"], input=b"other", check=True, timeout=10)
    window.await_text("Clipboard status", "replaced")
    screen_saver("true")
    until("the token to be hidden", lambda: not is_shown(window))
    assert clipboard() == "other"


run(locking_hides_the_token_and_clears_the_clipboard, locking_leaves_what_somebody_else_copied)
