# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""A session bus that is there and does not answer: no command hangs, the window comes without what
needs the bus, and both say so."""
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import until  # noqa: E402
from e2e import run  # noqa: E402
from standinbus import SILENT, StandInBus, says_nothing  # noqa: E402

WORDS = "The session bus does not answer."


def with_profile(bench):
    added = bench.cli("profile", "add", "prod", "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=bench.emulator.keys["user"])
    assert added.returncode == 0, (added.returncode, added.stderr)


def timed(bench, *arguments, key=None):
    begin = time.monotonic()
    ended = bench.cli(*arguments, key=key)
    took = time.monotonic() - begin
    assert took < 10, f"{arguments} took {took:.1f} s"
    return ended


def every_command_ends_and_says_why(bench):
    with_profile(bench)
    for name, behaviour in SILENT.items():
        bus = StandInBus(bench.folder, name, behaviour)
        bench.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        for command in (("token", "prod"), ("profile", "remove", "prod"),
                        ("profile", "add", "more", "--endpoint", bench.emulator.url)):
            ended = timed(bench, *command, key=bench.emulator.keys["user"])
            assert ended.returncode == 4, (name, command, ended.returncode, ended.stderr)
            assert WORDS in ended.stderr, (name, command, ended.stderr)
            assert ended.stdout == "", (name, command)
        bus.end()


def what_needs_no_keychain_does_not_ask(bench):
    with_profile(bench)
    bus = StandInBus(bench.folder, "bus", says_nothing)
    bench.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
    for command in (("profile", "list"), ("profile", "show", "prod"), ("profile", "default", "prod")):
        ended = timed(bench, *command)
        assert ended.returncode == 0, (command, ended.returncode, ended.stderr)
    assert not bus.connected.is_set()


def doctor_goes_on_to_its_other_checks(bench):
    with_profile(bench)
    bus = StandInBus(bench.folder, "bus", says_nothing)
    bench.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
    ended = timed(bench, "doctor", "prod")
    assert ended.returncode == 8, (ended.returncode, ended.stderr)
    assert WORDS in ended.stdout, ended.stdout
    assert "1 check" in ended.stderr, (ended.stdout, ended.stderr)


def kde_is_no_exception(bench):
    with_profile(bench)
    bus = StandInBus(bench.folder, "bus", says_nothing)
    bench.environment |= {"DBUS_SESSION_BUS_ADDRESS": bus.address, "XDG_CURRENT_DESKTOP": "KDE",
                          "KDE_SESSION_VERSION": "5"}
    ended = timed(bench, "token", "prod")
    assert ended.returncode == 4, (ended.returncode, ended.stderr)
    assert WORDS in ended.stderr, ended.stderr


def the_users_bus_is_found_without_the_variable(bench):
    with_profile(bench)
    runtime = bench.folder / "run"
    runtime.mkdir(mode=0o700)
    bus = StandInBus(runtime, "bus", says_nothing)
    bench.environment["XDG_RUNTIME_DIR"] = str(runtime)
    del bench.environment["DBUS_SESSION_BUS_ADDRESS"]
    ended = timed(bench, "token", "prod")
    assert ended.returncode == 4 and WORDS in ended.stderr, (ended.returncode, ended.stderr)
    assert bus.connected.is_set()


def has_window():
    windows = subprocess.run(["xwininfo", "-root", "-tree"], capture_output=True, text=True, check=True)
    return '"Hourpass"' in windows.stdout


def window_comes_and_goes(bench, name):
    """Seen by the X server: assistive programs reach a program by the session's bus, too."""
    begin = time.monotonic()
    program = subprocess.Popen([bench.hourpass], env=bench.environment, stdout=open(bench.log, "ab"),
                               stderr=subprocess.STDOUT)
    try:
        until("a window", has_window)
        took = time.monotonic() - begin
        assert took < 5, f"{name}: the window took {took:.1f} s"
        begin = time.monotonic()
        program.terminate()
        status = program.wait(10)
        took = time.monotonic() - begin
        assert took < 2, f"{name}: the end took {took:.1f} s"
        return status
    finally:
        program.kill()
        program.wait()


def window_comes_without_the_bus(bench):
    for name, behaviour in SILENT.items():
        bus = StandInBus(bench.folder, name, behaviour)
        bench.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        status = window_comes_and_goes(bench, name)
        assert status == 0, f"{name}: {status}"
        bus.end()


def accessibility_is_silent_too(bench):
    bus = StandInBus(bench.folder, "bus", says_nothing)
    accessibility = StandInBus(bench.folder, "a11y", says_nothing)
    bench.environment |= {"DBUS_SESSION_BUS_ADDRESS": bus.address,
                          "AT_SPI_BUS_ADDRESS": accessibility.address}
    status = window_comes_and_goes(bench, "both")
    assert status == 0, status


run(every_command_ends_and_says_why, what_needs_no_keychain_does_not_ask, doctor_goes_on_to_its_other_checks, kde_is_no_exception,
    the_users_bus_is_found_without_the_variable, window_comes_without_the_bus,
    accessibility_is_silent_too)
