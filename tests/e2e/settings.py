# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""The settings by the keyboard and from the tray, and what locking by hand does."""
import json
import subprocess
import sys
from pathlib import Path

import pyatspi

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard, until  # noqa: E402
from e2e import run  # noqa: E402
from panel import PortalStand, TrayStand, entry  # noqa: E402


def stored(bench):
    path = bench.home / "config" / "hourpass" / "settings.json"
    return json.loads(path.read_text()) if path.exists() else {}


def titled(title):
    """The ids of the windows that are shown and have the title."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}( — Hourpass)?$"],
                           capture_output=True, text=True, check=False, timeout=10)
    return found.stdout.split()


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True, timeout=20)


def keys_alone_find_change_and_reset(bench):
    window = bench.open_window()
    window.keys("ctrl+comma")
    until("the settings", lambda: titled("Settings"))
    search = window.find("Search settings")
    until("the focus", lambda: search.getState().contains(pyatspi.STATE_FOCUSED))
    type_text("show notifications")
    window.keys("Tab", "space")
    until("the change in the file", lambda: stored(bench).get("notifications") is False)
    window.keys("Tab", "space")  # its default
    until("the default", lambda: "notifications" not in stored(bench))
    window.keys("Escape")
    until("the settings to close", lambda: not titled("Settings"))
    window.keys("F1")
    until("the shortcuts", lambda: titled("Keyboard shortcuts"))
    window.keys("Escape")
    until("the shortcuts to close", lambda: not titled("Keyboard shortcuts"))
    assert window.process.poll() is None


def autostart_is_the_desktops_own(bench):
    window = bench.open_window()
    entry_file = bench.home / "config" / "autostart" / "hourpass.desktop"
    window.keys("ctrl+comma")
    window.press("Start with the session")
    until("the entry", entry_file.exists)
    assert bench.hourpass in entry_file.read_text()
    window.find("Reset Start with the session")
    window.press("Reset Start with the session")
    until("no entry", lambda: not entry_file.exists())


def locking_by_hand_keeps_the_token_unless_told(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    window.press("Show token")
    window.find("Hide token")
    window.keys("ctrl+shift+l")
    window.find("Show token")
    until("an empty clipboard", lambda: not clipboard())
    window.find("Renew token")  # it is still there
    window.keys("ctrl+comma")
    window.press("Forget tokens when locked")
    until("the change in the file", lambda: stored(bench).get("dropTokensOnLock") is True)
    window.keys("Escape")
    until("the settings to close", lambda: not titled("Settings"))
    window.keys("ctrl+shift+l")
    window.find("Get token")  # there is none any more
    assert len(bench.emulator.issued()) == 1


def settings_from_the_tray_need_no_window(bench):
    window = bench.open_window()
    tray = TrayStand(bench.folder)
    try:
        item = until("the icon", tray.item)
        until("the window", lambda: titled("Hourpass"))
        window.keys("alt+F4")
        until("the window to close", lambda: not titled("Hourpass"))
        item.press(entry(item.open(), "Settings"))
        until("the settings", lambda: titled("Settings"))
        window.press("Stay in the tray when the window is closed")
        until("the change in the file", lambda: stored(bench).get("closeToTray") is False)
        window.keys("Escape")
        until("the settings to close", lambda: not titled("Settings"))
        # It is the window that ends the program now, not this one.
        item.activate()
        until("the window again", lambda: titled("Hourpass"))
        window.keys("alt+F4")
        assert window.process.wait(10) == 0
    finally:
        tray.end()


def global_shortcuts_are_set_once_and_asked_for_at_each_start(bench):
    portal, tray = PortalStand(bench.folder), TrayStand(bench.folder)
    try:
        until("the portal", portal.is_there)
        window = bench.open_window()
        bench.add_profile("prod", bench.emulator.keys["user"])
        window.press("Get token")  # once the dialog has closed
        window.await_text("Time left", ":")
        window.keys("F1")
        until("the shortcuts", lambda: titled("Keyboard shortcuts"))
        assert not portal.bindings(), "nobody asked for it yet"
        window.press("Set global shortcuts…")
        until("the change in the file", lambda: stored(bench).get("globalShortcuts") is True)
        bound = portal.bindings()[0]
        assert bound["shortcuts"] == ["copy-default-token", "show-window", "inspect-clipboard"], bound
        assert bound["window"].startswith("x11:"), bound
        bench.picture("globalshortcuts")
        window.keys("Escape")
        window.end()

        bench.open_window()
        until("the shortcuts of the next start", lambda: len(portal.bindings()) == 2)
        portal.press("copy-default-token")
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued()[1:])
        until("the icon", tray.item).activate()
        until("no window", lambda: not titled("Hourpass"))
        portal.press("show-window")
        until("the window", lambda: titled("Hourpass"))
    finally:
        portal.end()
        tray.end()


run(keys_alone_find_change_and_reset, autostart_is_the_desktops_own,
    locking_by_hand_keeps_the_token_unless_told, settings_from_the_tray_need_no_window,
    global_shortcuts_are_set_once_and_asked_for_at_each_start)
