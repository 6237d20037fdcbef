# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""A locked keychain is told apart from a missing key, and nothing is lost by it."""
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from e2e import run  # noqa: E402

COLLECTION = "/org/freedesktop/secrets/aliases/default"


def secret_service(method, *arguments):
    subprocess.run(["dbus-send", "--session", "--print-reply", "--reply-timeout=5000",
                    "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
                    f"org.freedesktop.Secret.Service.{method}", *arguments],
                   check=True, capture_output=True)


def unlock():
    """As the login does it: a second daemon hands the password to the one that runs."""
    subprocess.run(["gnome-keyring-daemon", "--unlock"], check=True, capture_output=True,
                   input=os.environ["SESSION_KEYRING_PASSWORD"].encode())


def lock():
    secret_service("Lock", f"array:objpath:{COLLECTION}")


def locked_keychain_is_told_and_loses_nothing(bench):
    window = bench.open_window()
    window.await_text("Keychain status", "locked")
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.find("The keychain is locked.")
    window.press("Cancel")


def command_line_does_not_wait_for_a_prompt(bench):
    lock()
    added = bench.cli("profile", "add", "demo", "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=bench.emulator.keys["user"])
    assert added.returncode == 4, (added.returncode, added.stderr)


run(locked_keychain_is_told_and_loses_nothing, command_line_does_not_wait_for_a_prompt)
