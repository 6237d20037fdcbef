# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Whatever any program on the bus says, in whatever form, both programs live and answer."""
import json
import os
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

import pyatspi

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import until  # noqa: E402
from e2e import run  # noqa: E402
from oddservices import (COLLECTION_PATH, NO_OBJECT, PORTAL_PATH, PROMPT_PATH,  # noqa: E402
                         SECRETS_PATH, SESSION_PATH, SHAPES, UNLOCKED, OddServices)

NOTIFICATIONS = ("/org/freedesktop/Notifications", "org.freedesktop.Notifications")
TRAY = ("/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher")
BUS = ("/org/freedesktop/DBus", "org.freedesktop.DBus")
# All that the program listens to, and some that Qt, libsecret and the bus have of their own.
SIGNALS = [
    *((f"/org/{desktop}/ScreenSaver", f"org.{desktop}.ScreenSaver", "ActiveChanged")
      for desktop in ("freedesktop", "gnome", "cinnamon", "mate")),
    (SESSION_PATH, "org.freedesktop.login1.Session", "Lock"),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"),
    (*NOTIFICATIONS, "ActionInvoked"),
    (*NOTIFICATIONS, "NotificationClosed"),
    ("/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor", "WatchFired"),
    (*TRAY, "StatusNotifierHostRegistered"),
    (*TRAY, "StatusNotifierHostUnregistered"),
    (PORTAL_PATH, "org.freedesktop.portal.GlobalShortcuts", "Activated"),
    (SECRETS_PATH, "org.freedesktop.Secret.Service", "CollectionChanged"),
    (COLLECTION_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged"),
    (*BUS, "NameOwnerChanged"),
    (*BUS, "NameAcquired"),
    (*BUS, "NameLost"),
]


def store_profile(bench, name):
    """Without its key, which the services here would not keep."""
    profile = {"id": str(uuid.uuid4()), "name": name, "endpoint": bench.emulator.url,
               "caFile": bench.emulator.ca_file, "minimumLife": 300}
    bench.profiles_file.parent.mkdir(parents=True, exist_ok=True)
    bench.profiles_file.write_text(json.dumps({"version": 1, "profiles": [profile]}))


@contextmanager
def odd_services(bench):
    services = OddServices(bench.folder)
    try:
        until("the services", services.are_there)
        store_profile(bench, "prod")
        (bench.profiles_file.parent / "settings.json").write_text(
            '{"version":1,"lockAfterIdleMinutes":3,"globalShortcuts":true}')
        # login1 is on the same bus; Mutter is asked as in GNOME's Wayland session; and a log of all
        # these messages is not what is looked at here.
        bench.environment.update(DBUS_SYSTEM_BUS_ADDRESS=os.environ["DBUS_SESSION_BUS_ADDRESS"],
                                 WAYLAND_DISPLAY="nowhere", QT_QPA_PLATFORM="xcb",
                                 QT_LOGGING_RULES="", QDBUS_DEBUG="")
        yield services
    finally:
        services.end()


def start_again(bench, what, *arguments):
    """A later start, which the window that runs answers: it lives, and stands still nowhere."""
    status = bench.window.process.poll()
    assert status is None, f"the window ended with {status}, by {what}: {bench.log.read_text()[-400:]}"
    later = subprocess.run([bench.hourpass, *arguments], env=bench.environment, check=False,
                           capture_output=True, text=True, timeout=60)
    assert later.returncode == 0, f"by {what}: {later}"


def memory_of(process):
    """In MiB."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def odd_signals_do_not_end_the_window(bench):
    with odd_services(bench) as services:
        window = bench.open_window()
        for member in ("Inhibit", "AddIdleWatch", f"Get {COLLECTION_PATH}", "BindShortcuts"):
            until(member, lambda m=member: services.calls(m))
        start_again(bench, "a locked keychain", "--copy", "prod")
        until("the keychain's prompt", lambda: services.calls("Prompt"))
        until("a notification", lambda: services.calls("Notify"))
        session = services.session()
        signals = [*SIGNALS, (PROMPT_PATH, "org.freedesktop.Secret.Prompt", "Completed"),
                   (services.request(), "org.freedesktop.portal.Request", "Response"),
                   (session, "org.freedesktop.portal.Session", "Closed")]
        before = memory_of(window.process)
        for signal in signals:
            for shape in SHAPES:
                services.say_as_a_stranger(*signal, shape)
                services.say(*signal, shape)
            start_again(bench, signal, "--hidden")
        # What is right is still heard after all that.
        seen = len(services.calls("Inhibit"))
        services.return_to_the_bus()
        until("another hold on sleep", lambda: len(services.calls("Inhibit")) > seen)
        window.press("Add profile")
        window.find("API key")
        assert memory_of(window.process) < before + 150, "it keeps what it was sent"
        print(f"{len(signals)} signals in {len(SHAPES)} forms by two senders")


# What is answered oddly at the same time, by the part of the way that it ends; and the questions that
# come for certain then.
ROUNDS = [
    ([""], ["Inhibit", "AddIdleWatch", "Get /StatusNotifierWatcher", f"Get {COLLECTION_PATH}",
            "CreateSession", "SearchItems", "GetCapabilities"]),
    (["Unlock", "Notify", "Response"], ["Unlock", "Notify", "CreateSession"]),
    (["Completed"], ["Prompt", "Notify"]),
]


def odd_answers_do_not_end_the_window(bench):
    with odd_services(bench) as services:
        window = bench.open_window()
        until("the shortcuts", lambda: services.calls("BindShortcuts"))
        window.keys("F1")
        window.find("Set global shortcuts…")
        for shape in SHAPES:
            for members, questions in ROUNDS:
                before = {question: len(services.calls(question)) for question in questions}
                for member in members:
                    services.answer(member, shape)
                services.return_to_the_bus()  # what watches it asks anew
                until("the former wish to end", lambda: window.find("Set global shortcuts…").getState()
                      .contains(pyatspi.STATE_SENSITIVE))
                window.press("Set global shortcuts…")
                start_again(bench, (members, shape), "--copy", "prod")
                for question, count in before.items():
                    until(f"{question}, with {shape}",
                          lambda q=question, c=count: len(services.calls(q)) > c)
                for member in members:
                    services.answer(member)
        start_again(bench, "all of them", "--hidden")
        assert window.end() == 0


def odd_answers_do_not_hold_the_command_line(bench):
    with odd_services(bench) as services:
        collection = f"Get {COLLECTION_PATH}"
        add = ("profile", "add", "other", "--endpoint", bench.emulator.url, "--ca-file",
               bench.emulator.ca_file)
        # The question that is answered oddly, and what is answered so that it comes to it. Without a
        # terminal nobody is asked to unlock anything.
        questions = [(("token", "prod"), "SearchItems", {}),
                     (add, collection, {}),
                     (add, "CreateCollection", {collection: NO_OBJECT})]
        for arguments, member, before in questions:
            for shape in SHAPES:
                for name, answer in {**before, member: shape}.items():
                    services.answer(name, answer)
                began = time.monotonic()
                ended = bench.cli(*arguments, key=bench.emulator.keys["user"])
                taken = time.monotonic() - began
                assert ended.returncode == 4, (arguments, member, shape, ended)
                assert "keychain" in ended.stderr and not ended.stdout, (member, shape, ended)
                assert taken < 10, (arguments, member, shape, taken)
                for name in (*before, member):
                    services.answer(name)
            assert len(services.calls(member)) >= len(SHAPES), member


def odd_answers_to_libsecret_do_not_hold_the_command_line(bench):
    """It asks the same keychain on its own, once the keychain has said that it is open."""
    with odd_services(bench) as services:
        services.answer(f"Get {COLLECTION_PATH}", UNLOCKED)
        for member in ("OpenSession", "ReadAlias", "CreateItem", "GetSecrets"):
            for shape in SHAPES:
                services.answer(member, shape)
                ended = bench.cli("profile", "add", "other", "--endpoint", bench.emulator.url,
                                  "--ca-file", bench.emulator.ca_file,
                                  key=bench.emulator.keys["user"])
                assert ended.returncode == 4, (member, shape, ended)
                services.answer(member)


run(odd_signals_do_not_end_the_window, odd_answers_do_not_end_the_window,
    odd_answers_do_not_hold_the_command_line,
    odd_answers_to_libsecret_do_not_hold_the_command_line)
