# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Programs on the session bus that have a name and answer nothing: Qt would wait for each of them
before there is a window."""
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import until  # noqa: E402
from e2e import run  # noqa: E402
from standinbus import SilentOwner  # noqa: E402

SILENT = ("com.canonical.AppMenu.Registrar", "org.a11y.Bus", "org.kde.StatusNotifierWatcher",
          "org.freedesktop.portal.Desktop", "org.freedesktop.Notifications",
          "org.freedesktop.secrets", "org.gnome.Mutter.IdleMonitor", "org.freedesktop.ScreenSaver")


def has_window():
    # Mapped, not only made.
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Hourpass$"],
                           capture_output=True, text=True, check=False)
    return found.stdout.strip()


def window_comes_and_goes(bench, desktop):
    environment = {**bench.environment, **desktop}
    begin = time.monotonic()
    program = subprocess.Popen([bench.hourpass], env=environment, stdout=open(bench.log, "ab"),
                               stderr=subprocess.STDOUT)
    try:
        until("the window", has_window, 30)
        took = time.monotonic() - begin
        assert took < 5, f"the window took {took:.1f} s"
        # That it lives, and does not only stand there: a window manager asks each window whether it
        # answers when it is to close.
        begin = time.monotonic()
        program.send_signal(signal.SIGTERM)
        status = program.wait(40)
        took = time.monotonic() - begin
        assert took < 1, f"the end took {took:.1f} s"
        assert status == 0, status
    finally:
        program.kill()
        program.wait()


def silent_one_by_one(bench):
    for name in SILENT:
        owner = SilentOwner(name)
        try:
            for desktop in ({}, {"XDG_CURRENT_DESKTOP": "KDE", "KDE_SESSION_VERSION": "5",
                                 "KDE_FULL_SESSION": "true"}, {"XDG_CURRENT_DESKTOP": "GNOME"}):
                try:
                    window_comes_and_goes(bench, desktop)
                except Exception as error:
                    raise AssertionError(f"{name}, {desktop}: {error}") from error
        finally:
            owner.end()


def all_silent(bench):
    owners = [SilentOwner(name) for name in SILENT]
    window_comes_and_goes(bench, {})
    for owner in owners:
        owner.end()


run(silent_one_by_one, all_silent)
