# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""The main job on real parts: from a key to a token on the screen, on the clipboard and on standard
output."""
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard, until  # noqa: E402
from e2e import run  # noqa: E402
from keychain import keys_in_keychain  # noqa: E402


def window_fetches_counts_copies_and_clears(bench):
    window = bench.open_window()
    key = bench.emulator.keys["user"]
    bench.add_profile("prod-admin", key)
    window.press("Get token")
    first = window.await_text("Time left", "59:")
    assert first, "the countdown shows the time left"
    until("the countdown to move", lambda: window.read("Time left") not in ("59:59", "1:00:00"))
    assert window.read("Identity").startswith("Ada Example (user) in account "), window.read("Identity")
    assert keys_in_keychain() == [key], "the keychain holds one item, and it is the key"

    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token of prod-admin")
    issued = bench.emulator.issued()
    assert len(issued) == 1, "a token in memory is copied, not fetched again"
    token = issued[0]
    assert clipboard() == token, "the clipboard holds exactly what was issued"
    assert clipboard("x-kde-passwordManagerHint") == "secret"
    assert clipboard(selection="primary") is None

    window.press("Clear now")
    window.await_text("Clipboard status", "cleared")
    assert not clipboard(), "the clipboard is empty"
    assert not any(token in text or key in text for text in window.texts())
    window.end()
    bench.assert_nowhere(key, "the key")
    bench.assert_nowhere(token, "the token")


def masked_field_is_not_told_to_assistive_programs(bench):
    """A listener on the accessibility bus, as a screen reader is one."""
    listener = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("textlistener.py"))],
        stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
    assert listener.stdout.readline() == "ready\n"
    window = bench.open_window()
    window.press("Add profile")
    window.type("Name", "control-sample")
    window.type("API key", "typed-canary-key")
    window.type("API key", "")
    window.type("Name", "last-sample")
    heard = ""
    while "last-sample" not in heard:
        line = listener.stdout.readline()
        assert line, "the listener ended"
        heard += line
    listener.terminate()
    listener.wait(10)
    assert "control-sample" in heard, "what is not masked is told"
    assert "canary" not in heard, "what is masked is not"


def termination_clears_the_clipboard(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    assert clipboard()
    assert window.end() == 0, "SIGTERM ends it in order"
    assert not clipboard()


def arguments_and_environment_hold_no_key(bench):
    window = bench.open_window()
    key = bench.emulator.keys["special"]
    bench.add_profile("special", key)
    window.press("Get token")
    window.find("Renew token")
    pid = window.process.pid
    assert key not in Path(f"/proc/{pid}/cmdline").read_text()
    status = Path(f"/proc/{pid}/limits").read_text()
    core = next(line for line in status.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"], core
    if os.geteuid() != 0:  # root may read it all the same
        try:
            Path(f"/proc/{pid}/environ").read_bytes()
            raise AssertionError("another process of the user can look into it")
        except PermissionError:
            pass
    request = bench.emulator.token_requests()[-1]
    assert request["target"] == "/identity/token", request


def command_line_uses_the_same_profiles(bench):
    key = bench.emulator.keys["service"]
    added = bench.cli("profile", "add", "demo", "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=key)
    assert added.returncode == 0, added.stderr
    token = bench.cli("token", "demo")
    assert token.returncode == 0, token.stderr
    assert token.stdout == bench.emulator.issued()[-1] + "\n"
    window = bench.open_window()
    window.find("demo")
    removed = bench.cli("profile", "remove", "demo")
    assert removed.returncode == 0, removed.stderr
    window.find("Add an API key")  # the window follows
    assert key not in keys_in_keychain()


run(window_fetches_counts_copies_and_clears, masked_field_is_not_told_to_assistive_programs,
    termination_clears_the_clipboard, arguments_and_environment_hold_no_key,
    command_line_uses_the_same_profiles)
