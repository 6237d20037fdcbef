# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""A signal ends any command within a second, whatever it waits for, and the status says so; a
second one ends also what would tidy up for longer."""
import array
import fcntl
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import until  # noqa: E402
from e2e import run  # noqa: E402
from standinbus import SILENT, StandInBus, says_nothing  # noqa: E402

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
INTERRUPTED = 130
KEYRING = int(os.environ["SESSION_KEYRING_PID"])
PIPE = 4096


def start(bench, *arguments, **streams):
    quiet = {k: v for k, v in bench.environment.items() if k != "QT_LOGGING_RULES"}
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL,
               "stderr": subprocess.DEVNULL, **streams}
    return subprocess.Popen([bench.cli_program, *arguments], env=quiet, **streams)


def ends_at(number, program, what):
    begin = time.monotonic()
    program.send_signal(number)
    try:
        status = program.wait(30)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
        raise AssertionError(f"{what}, {number.name}: it went on for 30 s") from None
    took = time.monotonic() - begin
    assert took < 1, f"{what}, {number.name}: it took {took:.1f} s"
    assert status == INTERRUPTED, f"{what}, {number.name}: status {status}"


def with_profile(bench):
    added = bench.cli("profile", "add", "prod", "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=bench.emulator.keys["user"])
    assert added.returncode == 0, (added.returncode, added.stderr)


def while_the_bus_is_silent(bench):
    with_profile(bench)
    for command in (("token",), ("profile", "remove", "prod"), ("profile", "add", "x"), ("doctor",),
                    ("profile", "check", "prod")):
        for number in SIGNALS:
            bus = StandInBus(bench.folder, "bus", says_nothing)
            bench.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
            program = start(bench, *command)
            assert bus.connected.wait(20), command
            ends_at(number, program, command)
            bus.end()
            os.unlink(bus.path)


def in_every_state_of_a_bus(bench):
    with_profile(bench)
    for name, behaviour in SILENT.items():
        if behaviour is None or name == "hangs-up":
            continue  # nothing shows when it is asked; or it ends by itself
        bus = StandInBus(bench.folder, name, behaviour)
        bench.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        program = start(bench, "token")
        assert bus.connected.wait(20), name
        begin = time.monotonic()
        program.send_signal(signal.SIGTERM)
        # Where it has found out already it says so instead.
        assert program.wait(30) in (INTERRUPTED, 4), name
        assert time.monotonic() - begin < 1, name
        bus.end()


def names_on_the_bus():
    answer = subprocess.run(["dbus-send", "--session", "--print-reply",
                             "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames"],
                            check=True, capture_output=True, text=True).stdout
    return {word for word in answer.split('"') if word.startswith(":")}


def while_the_keychain_is_silent(bench):
    with_profile(bench)
    for number in SIGNALS:
        before = names_on_the_bus()
        os.kill(KEYRING, signal.SIGSTOP)
        try:
            program = start(bench, "token")
            until("its connection", lambda: len(names_on_the_bus() - before) > 1)
            ends_at(number, program, "silent keychain")
        finally:
            os.kill(KEYRING, signal.SIGCONT)


def while_the_server_is_silent(bench):
    with_profile(bench)
    bench.emulator.behave(delay_ms=60_000)
    for number in SIGNALS:
        before = len(bench.emulator.token_requests())
        program = start(bench, "token")
        until("the request", lambda: len(bench.emulator.token_requests()) > before)
        ends_at(number, program, "silent server")


def at_a_prompt_the_terminal_is_put_back(bench):
    for number in SIGNALS:
        outside, inside = pty.openpty()
        before = termios.tcgetattr(inside)
        program = start(bench, "profile", "add", "x", stdin=inside, stderr=inside)
        shown = b""
        while b"API key" not in shown:
            shown += os.read(outside, 1000)
        assert not termios.tcgetattr(inside)[3] & termios.ECHO, "what is typed is hidden"
        ends_at(number, program, "prompt")
        assert termios.tcgetattr(inside) == before, "the terminal is as it was"
        os.close(outside)
        os.close(inside)


def at_a_prompt_on_a_stopped_terminal(bench):
    """Ctrl+S: nothing more is printed, so that tidying up the terminal in the usual way waits."""
    outside, inside = pty.openpty()
    program = start(bench, "profile", "add", "x", stdin=inside, stderr=inside)
    shown = b""
    while b"API key" not in shown:
        shown += os.read(outside, 1000)
    termios.tcflow(inside, termios.TCOOFF)
    ends_at(signal.SIGTERM, program, "stopped terminal")
    assert termios.tcgetattr(inside)[3] & termios.ECHO, "what is typed is shown again"
    os.close(outside)
    os.close(inside)


def while_input_does_not_end(bench):
    for number in SIGNALS:
        outside, inside = pty.openpty()
        program = start(bench, "inspect", "-", stdin=inside, stderr=inside)
        while b"Ctrl+D" not in os.read(outside, 1000):
            pass
        ends_at(number, program, "input")
        os.close(outside)
        os.close(inside)


def is_full(pipe):
    count = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0] > PIPE - 512  # what does not fit is not written in part


def with_many_profiles(bench):
    with_profile(bench)
    document = json.loads(bench.profiles_file.read_text())
    first = document["profiles"][0]
    for i in range(200):
        document["profiles"].append({**first, "name": f"{i:03} {'x' * 60}",
                                     "id": f"00000000-0000-4000-8000-{i:012}"})
    bench.profiles_file.write_text(json.dumps(document))


def while_nobody_reads_the_output(bench):
    with_many_profiles(bench)
    for number in SIGNALS:
        for stream in ("stdout", "stderr"):
            reading, writing = os.pipe()
            fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, PIPE)
            if stream == "stderr":
                os.write(writing, b"x" * PIPE)
            command = ("profile", "list") if stream == "stdout" else ("profile", "show", "nobody")
            program = start(bench, *command, **{stream: writing})
            os.close(writing)
            if stream == "stdout":
                until("a full pipe", lambda: is_full(reading))
            else:
                until("a wait", Stillness(program))
            ends_at(number, program, f"{stream} that is not read")
            os.close(reading)


class Stillness:
    """Whether a process sleeps, and has used no time since it was looked at several times."""

    def __init__(self, process):
        self._file = Path(f"/proc/{process.pid}/stat")
        self._last, self._looks = None, 0

    def __call__(self):
        fields = self._file.read_text().rsplit(")", 1)[1].split()
        now = (fields[0], fields[11], fields[12])
        self._looks = self._looks + 1 if now == self._last and now[0] == "S" else 0
        self._last = now
        return self._looks >= 5


def window_that_tidies_up_ends_at_a_second_signal(bench):
    """A keychain that hangs holds the end up for seconds: a key may just be saved."""
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Get token")
    window.await_text("Time left", "59:")
    os.kill(KEYRING, signal.SIGSTOP)
    try:
        bench.add_profile("second", bench.emulator.keys["user"])
        until("an operation that waits", lambda: "waiting" in window.read("Keychain status"))
        window.process.send_signal(signal.SIGTERM)
        window.process.send_signal(signal.SIGHUP)  # a logout sends both: it is one request
        try:
            window.process.wait(0.5)
            raise AssertionError("it did not wait for the keychain")
        except subprocess.TimeoutExpired:
            pass
        ends_at(signal.SIGTERM, window.process, "a second signal")
    finally:
        os.kill(KEYRING, signal.SIGCONT)


run(while_the_bus_is_silent, in_every_state_of_a_bus, while_the_keychain_is_silent,
    while_the_server_is_silent, at_a_prompt_the_terminal_is_put_back,
    at_a_prompt_on_a_stopped_terminal, while_input_does_not_end, while_nobody_reads_the_output,
    window_that_tidies_up_ends_at_a_second_signal)
