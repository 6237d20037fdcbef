# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""What is inspected stays on this computer: the system calls of a window that inspects show no socket but
those of the display, the buses and the instance, until keys are asked for. Needs (Debian): strace."""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import Window, copy_elsewhere, until  # noqa: E402
from e2e import run  # noqa: E402

# Where a window may connect to: the X server, the session's bus, its accessibility bus.
PLACES = re.compile(r'^@?"(/tmp/\.X11-unix/X\d+|.*/run/bus|.*/run/at-spi/bus_\d+)"$')


def is_strange(call):
    """Whether it makes a socket of another kind, or takes one elsewhere."""
    if kind := re.search(r" socket\((\w+)", call):
        return kind.group(1) != "AF_UNIX"
    if "sa_family=" not in call or not re.search(r" (connect|bind|sendto|sendmsg)\(", call):
        return False
    place = re.search(r"sun_path=(@?\"[^\"]*\")", call)
    if place and " bind(" in call:
        return "/hourpass/" not in place.group(1)  # for later starts
    return not (place and PLACES.match(place.group(1)))


def strangers(trace):
    return [call for call in trace.read_text(errors="replace").splitlines() if is_strange(call)]


def window_asks_nobody_until_it_is_told_to(bench):
    key = bench.emulator.keys["user"]
    added = bench.cli("profile", "add", "prod", "--endpoint", bench.emulator.url, "--ca-file", bench.emulator.ca_file,
                      key=key)
    assert added.returncode == 0, added.stderr
    token = bench.cli("token", "prod").stdout.strip()
    copy_elsewhere(f"Authorization: Bearer {token}\n")
    trace = bench.folder / "trace"
    # -D: the program is our child, and the tracer its; a program that is traced from its start stays
    # so when it makes itself unreadable.
    bench.window = window = Window(["strace", "-D", "-f", "-qq", "-e", "trace=network", "-o", str(trace), bench.hourpass,
                                    "--inspect-clipboard"], environment=bench.environment, log=bench.log)
    window.await_text("Summary", "Ada Example")
    window.await_text("Signature", "Unknown")
    window.press("Compare")
    window.find("Compare tokens")
    window.keys("Escape")
    window.press("Copy report")
    window.find("The report is on the clipboard.")
    found = strangers(trace)
    assert not found, "\n".join(found)
    # An ordinary user may not read the program's memory, so that the trace shows the kinds of sockets
    # alone; which is enough, since others than the local ones reach no other computer.
    shows_places = "sun_path=" in trace.read_text(errors="replace")
    # By the abstract name or, where the server may not take one, by the file.
    told = r'sun_path=@?"/tmp/\.X11-unix' if shows_places else r" socket\(AF_UNIX"
    assert re.search(told, trace.read_text(errors="replace")), "the trace tells of connections"
    window.press("Fetch IBM keys")
    window.await_text("Signature", "Pass")
    asked = "127.0.0.1" if shows_places else "socket(AF_INET"
    until("the connection", lambda: any(asked in call for call in strangers(trace)))


if subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True).returncode:
    print("SKIP: nothing can be traced here")
    sys.exit(77)
run(window_asks_nobody_until_it_is_told_to)
