# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""The tray icon, its menu and the notifications, as a panel on the bus and a panel on the screen
use them."""
import json
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard, copy_elsewhere, until  # noqa: E402
from e2e import run  # noqa: E402
from panel import NotificationStand, TrayStand, entry  # noqa: E402


def add_profile(bench, name, key="user", **options):
    """Before the program starts: by the command line, and what that has no option for by hand."""
    added = bench.cli("profile", "add", name, "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=bench.emulator.keys[key])
    assert added.returncode == 0, added.stderr
    document = json.loads(bench.profiles_file.read_text())
    document["profiles"][-1].update(options)
    bench.profiles_file.write_text(json.dumps(document))


@contextmanager
def stand(kind, bench):
    service = kind(bench.folder)
    try:
        yield service
    finally:
        service.end()


@contextmanager
def bus_record(bench):
    """All that is said on the session bus meanwhile."""
    path = bench.folder / "bus.log"
    with open(path, "wb") as out:
        monitor = subprocess.Popen(["dbus-monitor", "--session"], stdout=out)
    until("the monitor", lambda: b"NameAcquired" in path.read_bytes())
    try:
        yield lambda: path.read_text(errors="replace")
    finally:
        monitor.terminate()
        monitor.wait(10)


def windows():
    """The ids of the program's windows that are shown."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Hourpass$"],
                           capture_output=True, text=True, check=False, timeout=10)
    return found.stdout.split()


def shown_surfaces():
    """All that the program shows: windows, the icon in a panel, menus."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "^hourpass$"],
                           capture_output=True, text=True, check=False, timeout=10)
    return set(found.stdout.split())


def close_window():
    """As the window's own close button does."""
    window = until("the window", windows)[0]
    subprocess.run(["xdotool", "windowactivate", "--sync", window, "key", "alt+F4"],
                   check=True, timeout=20)
    until("the window to close", lambda: not windows())


def menu_copies_tells_and_clears(bench):
    add_profile(bench, "other")
    add_profile(bench, "prod_admin & co", pinned=True)
    with stand(TrayStand, bench) as tray, stand(NotificationStand, bench) as notifications, \
            bus_record(bench) as said:
        window = bench.open_window()
        item = until("the icon", tray.item)
        entries = item.open()
        # A panel takes a single _ for the mark of a letter, and __ for itself.
        labels = [e.label for e in entries if not e.separates]
        assert labels == ["prod__admin _& co — no token yet", "other — no token yet", "Copy as",
                          "Inspect clipboard", "Clear clipboard", "Open Hourpass", "Settings…", "Quit"], labels
        assert not entry(entries, "Clear").enabled
        assert item.tooltip() == "Hourpass\nprod_admin & co — no token yet", item.tooltip()

        item.press(entry(entries, "prod"))
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued())
        token = clipboard()
        assert clipboard("x-kde-passwordManagerHint") == "secret"
        until("a notification", notifications.shown)
        until("the entry to say how long",
              lambda: entry(item.entries(), "prod").label.endswith(("59 min", "60 min")))
        assert item.tooltip().endswith(" min"), item.tooltip()
        shown = notifications.shown()
        assert len(shown) == 1, shown
        assert shown[0]["title"] == "Token of prod_admin & co copied", shown
        assert shown[0]["text"].startswith("Good for "), shown
        assert shown[0]["hints"]["transient"] is True, shown
        window.await_text("Clipboard status", "holds the token of prod_admin & co")

        forms = entry(entry(item.open(), "Copy as").children, "prod").children
        item.press(entry(forms, "Bearer"))
        until("the other form", lambda: clipboard() == f"Bearer {token}")
        assert len(bench.emulator.issued()) == 1, "a token in memory is copied"
        until("the next notification", lambda: len(notifications.shown()) == 2)
        assert notifications.shown()[1]["replaces"] == shown[0]["id"], "in place of the first"

        item.press(entry(item.open(), "Clear"))
        until("an empty clipboard", lambda: not clipboard())
        item.press(entry(item.open(), "Quit"))
        assert window.process.wait(10) == 0
        bus = said()
        assert "prod_admin & co" in bus, "the record is one"
        assert token not in bus, "no token on the bus"
        assert bench.emulator.keys["user"] not in bus, "no key on the bus"
    bench.assert_nowhere(token, "the token")
    usage = bench.home / "state" / "hourpass" / "tray.json"
    assert usage.stat().st_mode & 0o777 == 0o600
    assert len(json.loads(usage.read_text())["profiles"]) == 1


def copied_token_goes_at_its_deadline_and_nothing_else_does(bench):
    add_profile(bench, "prod")
    (bench.profiles_file.parent / "settings.json").write_text('{"version":1,"clipboardSeconds":5}')
    with stand(TrayStand, bench) as tray:
        window = bench.open_window()
        item = until("the icon", tray.item)
        item.press(entry(item.open(), "prod"))
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued())
        copied = time.monotonic()
        until("an empty clipboard", lambda: not clipboard(), 20)
        assert time.monotonic() - copied > 4, "not before its time"
        item.press(entry(item.open(), "prod"))
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued())
        deadline = time.monotonic() + 5
        copy_elsewhere("theirs")
        window.await_text("Clipboard status", "replaced")
        until("the deadline to pass", lambda: time.monotonic() > deadline + 1)
        assert clipboard() == "theirs"


def failure_is_told_and_tried_again(bench):
    add_profile(bench, "prod")
    bench.emulator.behave(next=1, error={"status": 400, "code": "BXNIM0415E", "message": "no such key"})
    with stand(TrayStand, bench) as tray, stand(NotificationStand, bench) as notifications:
        bench.open_window()
        item = until("the icon", tray.item)
        item.press(entry(item.open(), "prod"))
        failed = until("a notification", notifications.shown)[0]
        assert failed["title"] == "No token of prod", failed
        assert failed["text"] and failed["actions"][2:] == ["act", "Try again"], failed
        assert "transient" not in failed["hints"], failed
        until("the entry to say so", lambda: entry(item.entries(), "prod").label == "prod — failed")
        assert not clipboard()
        notifications.press(failed["id"], "act")
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued())
        until("the good news", lambda: len(notifications.shown()) == 2)
        assert notifications.shown()[1]["replaces"] == failed["id"]


def window_goes_to_the_tray_and_comes_back(bench):
    add_profile(bench, "prod")
    window = bench.open_window()
    until("the window", windows)
    # Later than the program, as at login.
    with stand(TrayStand, bench) as tray:
        item = until("the icon", tray.item)
        close_window()
        item.activate()
        until("the window again", windows)
        item.activate("SecondaryActivate")  # a middle click copies what was used last, or is alone
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued())
        close_window()
        assert window.process.poll() is None, "it goes on in the tray"
    # The panel has ended: nothing else leads back to the window.
    until("the window, since there is no tray", windows)
    close_window()
    assert window.process.wait(10) == 0, "without a tray, closing ends it"


def scrolling_on_a_panel_of_the_bus_does_nothing(bench):
    add_profile(bench, "prod")
    with stand(TrayStand, bench) as tray:
        bench.open_window()
        item = until("the icon", tray.item)
        until("the window", windows)
        for steps in (120, -120, 1, -1, 2**31 - 1):
            for orientation in ("vertical", "horizontal", "Vertical", ""):
                item.scroll(steps, orientation)
        assert windows(), "it is still shown"
        item.activate()  # comes after what was asked before, and does what it always does
        until("no window", lambda: not windows())
        assert not bench.emulator.issued(), "no token was fetched"
        assert not clipboard()


def menu_is_brought_up_to_date_when_it_opens(bench):
    for name in ("one", "two", "three"):
        add_profile(bench, name)
    with stand(TrayStand, bench) as tray:
        bench.open_window()
        item = until("the icon", tray.item)
        shown = item.open()
        assert [e.label[:3] for e in shown if "token" in e.label] == ["one", "two", "thr"], shown
        item.press(entry(shown, "three"))
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued())
        until("the entry to come first", lambda: item.open()[0].label.startswith("three"))
        # The panel still shows what it was told at first: no click copies another profile's token.
        before = clipboard()
        item.press(entry(shown, "one"))
        item.press(entry(item.open(), "two"))
        until("another token", lambda: clipboard() != before and clipboard())
        issued = bench.emulator.issued()
        assert clipboard() == issued[-1]
        until("its profile", lambda: bench.window.read("Clipboard status").startswith("holds the token of two"))
        assert len(issued) <= 3


@contextmanager
def embedding_panel():
    """A panel that takes icons in as windows, at the top right. Shrinks to the icons it has."""
    panel = subprocess.Popen(["trayer", "--edge", "top", "--align", "right", "--widthtype", "request",
                              "--height", "24", "--SetDockType", "false", "--monitor", "0"])

    def place():
        """The middle of the icon, once there is one."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "^trayer$",
                                "getwindowgeometry", "--shell"],
                               capture_output=True, text=True, check=False, timeout=10).stdout
        shape = dict(line.split("=") for line in found.split() if "=" in line)
        if int(shape.get("WIDTH", 0)) < 16:
            return None
        return [str(int(shape[at]) + int(shape[size]) // 2)
                for at, size in (("X", "WIDTH"), ("Y", "HEIGHT"))]
    try:
        yield place
    finally:
        panel.terminate()
        panel.wait(10)


def click(place, button):
    subprocess.run(["xdotool", "mousemove", *place, "click", str(button)], check=True,
                   timeout=10)


def clicks_on_a_panel_that_embeds(bench):
    add_profile(bench, "prod", pinned=True)
    window = bench.open_window()
    until("the window", windows)
    with embedding_panel() as icon:
        place = until("the icon", icon)
        for wheel in (4, 5, 6, 7):  # up, down, to either side
            click(place, wheel)
            click(place, wheel)
        assert windows(), "it is still shown"
        assert not clipboard()
        close_window()
        for wheel in (4, 5, 6, 7):
            click(place, wheel)
        click(place, 1)
        until("the window", windows)
        close_window()
        before = shown_surfaces()
        click(place, 2)
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued())
        # There is no notification service: Qt draws the message itself, below the icon.
        until("the message", lambda: shown_surfaces() - before)
        bench.picture("message")
        click([str(int(place[0]) - 100), str(int(place[1]) + 60)], 1)
        until("the window", windows)
        window.press("Clear now")
        until("an empty clipboard", lambda: not clipboard())
        close_window()
        before = shown_surfaces()
        click(place, 3)
        until("the menu", lambda: shown_surfaces() - before)
        bench.picture("menu")
        assert not windows()
        subprocess.run(["xdotool", "key", "Down", "Return"], check=True, timeout=10)
        until("a token on the clipboard", lambda: clipboard() in bench.emulator.issued())
        assert len(bench.emulator.issued()) == 1
    until("the window, since there is no tray", windows)


def closing_ends_it_where_the_user_wants_that(bench):
    add_profile(bench, "prod")
    (bench.profiles_file.parent / "settings.json").write_text('{"version":1,"closeToTray":false}')
    with stand(TrayStand, bench) as tray:
        window = bench.open_window()
        item = until("the icon", tray.item)
        until("the window", windows)
        item.activate()  # away, which is not closing
        until("no window", lambda: not windows())
        assert item.tooltip(), "it goes on"
        item.press(entry(item.open(), "Open"))
        until("the window", windows)
        close_window()
        assert window.process.wait(10) == 0


def icon_is_left_out_where_the_user_wants_that(bench):
    bench.profiles_file.parent.mkdir(parents=True)
    (bench.profiles_file.parent / "settings.json").write_text('{"version":1,"showTray":false}')
    with stand(TrayStand, bench) as tray:
        window = bench.open_window()
        window.await_text("Keychain status", "ok")
        close_window()
        assert window.process.wait(10) == 0
        assert not tray.item()


def program_without_a_tray_ends_with_its_window(bench):
    window = bench.open_window()
    close_window()
    assert window.process.wait(10) == 0


run(closing_ends_it_where_the_user_wants_that, icon_is_left_out_where_the_user_wants_that,
    menu_copies_tells_and_clears, failure_is_told_and_tried_again,
    menu_is_brought_up_to_date_when_it_opens, clicks_on_a_panel_that_embeds,
    scrolling_on_a_panel_of_the_bus_does_nothing,
    window_goes_to_the_tray_and_comes_back, program_without_a_tray_ends_with_its_window,
    copied_token_goes_at_its_deadline_and_nothing_else_does)  # leaves something on the clipboard
