# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""A key that is left in the keychain without a profile is found from the window and gets one; and a
keychain that was silent is seen to be back."""
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import until  # noqa: E402
from e2e import run  # noqa: E402


def orphan_is_found_and_adopted(bench):
    added = bench.cli("profile", "add", "lost", "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=bench.emulator.keys["user"])
    assert added.returncode == 0, added.stderr
    bench.profiles_file.unlink()
    window = bench.open_window()
    window.find("Add an API key")
    window.keys("alt+h", "d")
    window.await_text("Stored keys", "1 key")
    window.press("Show keys")
    window.press("Make a profile")
    window.type("Name", "found again")
    window.type("Endpoint", bench.emulator.url)
    window.type("CA file", bench.emulator.ca_file)
    window.press("Save")
    window.find("Each key in the keychain belongs to a profile.")
    listed = bench.cli("profile", "list").stdout
    assert "found again\t" in listed, listed
    token = bench.cli("token", "found again")
    assert token.returncode == 0, token.stderr
    assert token.stdout.strip() == bench.emulator.issued()[-1]
    bench.assert_nowhere(bench.emulator.keys["user"], "the key")


def keychain_that_is_back_is_seen_to_be(bench):
    keyring = int(os.environ["SESSION_KEYRING_PID"])
    added = bench.cli("profile", "add", "demo", "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=bench.emulator.keys["user"])
    assert added.returncode == 0, added.stderr
    window = bench.open_window()
    window.await_text("Keychain status", "ok")
    os.kill(keyring, signal.SIGSTOP)
    try:
        window.press("Get token")
        window.await_text("Keychain status", "waiting for you")
        window.find("The keychain does not answer.")
    finally:
        os.kill(keyring, signal.SIGCONT)
    # Nobody presses anything.
    window.await_text("Keychain status", "ok")
    until("the button to be gone", lambda: not list(window._all("Stop waiting", True)))


run(orphan_is_found_and_adopted, keychain_that_is_back_is_seen_to_be)
