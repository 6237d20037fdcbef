# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""What is really in the session's keychain, asked for without our programs."""
import base64
import os
import subprocess

COLLECTION = "/org/freedesktop/secrets/aliases/default"


def keys_in_keychain():
    """The values of our entries. QtKeychain stores binary values in base64."""
    answer = subprocess.run(["secret-tool", "search", "--all", "server", "hourpass"],
                            capture_output=True, text=True, check=False, timeout=20)
    return [base64.b64decode(line.removeprefix("secret = ")).decode()
            for line in answer.stdout.splitlines() if line.startswith("secret = ")]


def secret_service(method, *arguments):
    subprocess.run(["dbus-send", "--session", "--print-reply", "--reply-timeout=5000",
                    "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
                    f"org.freedesktop.Secret.Service.{method}", *arguments],
                   check=True, capture_output=True)


def lock():
    secret_service("Lock", f"array:objpath:{COLLECTION}")


def unlock():
    """As the login does it: a second daemon hands the password to the one that runs."""
    subprocess.run(["gnome-keyring-daemon", "--unlock"], check=True, capture_output=True,
                   input=os.environ["SESSION_KEYRING_PASSWORD"].encode())
