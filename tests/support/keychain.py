# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""What is really in the session's keychain, asked for without our programs."""
import base64
import os
import subprocess

from gi.repository import Gio, GLib

SERVICE = "org.freedesktop.Secret.Service"
COLLECTION = "/org/freedesktop/secrets/aliases/default"


def keys_in_keychain():
    """The values of our entries. QtKeychain stores binary values in base64."""
    answer = subprocess.run(["secret-tool", "search", "--all", "server", "hourpass"],
                            capture_output=True, text=True, check=False, timeout=20)
    return [base64.b64decode(line.removeprefix("secret = ")).decode()
            for line in answer.stdout.splitlines() if line.startswith("secret = ")]


def _call(bus, interface, method, kinds, *arguments):
    return bus.call_sync("org.freedesktop.secrets", "/org/freedesktop/secrets", interface, method,
                         GLib.Variant(kinds, arguments), None, Gio.DBusCallFlags.NONE, 10000).unpack()


def lock():
    _call(Gio.bus_get_sync(Gio.BusType.SESSION), SERVICE, "Lock", "(ao)", [COLLECTION])


def unlock():
    """With the password, as the login does it, and without a prompt."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)  # one for all: the session is its own
    _, session = _call(bus, SERVICE, "OpenSession", "(sv)", "plain", GLib.Variant("s", ""))
    collection, = _call(bus, SERVICE, "ReadAlias", "(s)", "default")
    password = os.environ["SESSION_KEYRING_PASSWORD"].encode()
    _call(bus, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
          "UnlockWithMasterPassword", "(o(oayays))", collection, (session, b"", password, "text/plain"))
