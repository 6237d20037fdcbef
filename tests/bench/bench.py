#!/usr/bin/python3
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""bench.py BUILD [har]: ratios between Hourpass and the least that could do the same; with "har" that
of a large file alone, which needs no session.

Runs inside support/session.sh. Subject and rival take turns, so that what else the machine does
meets both; medians are compared. Says how it went and judges nothing: noise must not fail a build.
"""
import json
import os
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from Xlib import X, display
from Xlib.ext import damage

START_RUNS, MEMORY_RUNS, TOKEN_RUNS, HAR_RUNS = 20, 5, 30, 5
IDLE_SECONDS = 3
PATIENCE = 20


def spawn(command, output=None):
    actions = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0)]
    actions.append((os.POSIX_SPAWN_OPEN, 1, output or "/dev/null", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    return os.posix_spawn(command[0], command, os.environ, file_actions=actions)


def end(pid):
    os.kill(pid, signal.SIGTERM)
    os.waitpid(pid, 0)


class Screen:
    """Tells from outside when a program's window is first painted, whoever the program is."""

    def __init__(self):
        self.display = display.Display()
        self.display.damage_query_version()
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        # The session's own programs (the window manager frames every window): not measured.
        self.others = {self.owner(window) for window in self.root.query_tree().children}

    def owner(self, window):
        return window.id & ~self.display.display.info.resource_id_mask

    def next_event(self, deadline):
        while not self.display.pending_events():
            if not select.select([self.display.fileno()], [], [], max(0, deadline - time.monotonic()))[0]:
                return None
        return self.display.next_event()

    def first_paint(self, command):
        """Starts the program; returns seconds until its first paint, its process id and its size."""
        sizes = {}
        start = time.monotonic()
        pid = spawn(command)
        while event := self.next_event(start + PATIENCE):
            if event.type == X.CreateNotify and event.width >= 100 and self.owner(event.window) not in self.others:
                event.window.damage_create(damage.DamageReportNonEmpty)
                self.display.flush()
                sizes[event.window.id] = (event.width, event.height)
            elif event.type == X.ConfigureNotify and event.window.id in sizes:
                sizes[event.window.id] = (event.width, event.height)
            elif event.type == self.display.extension_event.DamageNotify and event.drawable.id in sizes:
                return time.monotonic() - start, pid, sizes[event.drawable.id]
        end(pid)
        raise SystemExit(f"bench: {command[0]} painted nothing in {PATIENCE} s")


def memory(pid):
    """MB and what they are: the proportional share, or all pages where we may not look closer."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024, "PSS"
    except PermissionError:
        pass
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 2**20, "RSS"


def alternate(runs, measures):
    """Measures each in turn, the order reversed every time; the first round only warms up."""
    results = [[] for _ in measures]
    for run in range(runs + 1):
        order = list(enumerate(measures))
        for index, measure in order if run % 2 else reversed(order):
            value = measure()
            if run > 0:
                results[index].append(value)
    return results


def row(what, unit, subject, rival, aim):
    middle = [statistics.median(values) for values in (subject, rival)]
    print(f"{what:<34} {middle[0]:8.1f} {unit} {middle[1]:8.1f} {unit} {middle[0] / middle[1]:8.2f} {aim:8.2f}   n={len(subject)}")


def time_start(screen, command):
    seconds, pid, _ = screen.first_paint(command)
    end(pid)
    return seconds * 1000


def idle_memory(screen, command, kinds):
    _, pid, _ = screen.first_paint(command)
    time.sleep(IDLE_SECONDS)
    amount, kind = memory(pid)
    kinds.add(kind)
    end(pid)
    return amount


def time_command(command, output):
    start = time.monotonic()
    status = os.waitpid(spawn(command, output), 0)[1]
    seconds = time.monotonic() - start
    if status:
        raise SystemExit(f"bench: {' '.join(command[:3])} … ended with status {status}")
    return seconds * 1000


def cost(command, output):
    """Milliseconds of its run, and the most MB that it had."""
    start = time.monotonic()
    _, status, usage = os.wait4(spawn(command, output), 0)
    seconds = time.monotonic() - start
    if status:
        raise SystemExit(f"bench: {command[0]} ended with status {status}")
    return seconds * 1000, usage.ru_maxrss / 1024


def compare_har(build, folder):
    """50 MiB with 10,000 tokens, found and judged; the rival finds and decodes them."""
    tests = Path(__file__).resolve().parent.parent
    har, output = str(folder / "large.har"), str(folder / "output")
    subprocess.run([tests / "support/makehar.py", har], check=True)
    ours = [str(build / "tests/bench/inspecthar"), str(tests / "vectors/jwt/jwks.json"), har]
    rival = ["/usr/bin/python3", str(tests / "bench/findtokens.py"), har]
    subject, other = alternate(HAR_RUNS, [lambda c=c: cost(c, output) for c in (ours, rival)])
    row("10,000 tokens in a HAR of 50 MiB", "ms", *[[ms for ms, _ in runs] for runs in (subject, other)], 1.5)
    row("the most memory of that", "MB", *[[mb for _, mb in runs] for runs in (subject, other)], 1)
    cost(ours, output)
    print("  " + Path(output).read_text().strip())


def heading():
    print(f"{'':<34} {'Hourpass':>11} {'rival':>11} {'ratio':>8} {'aim':>8}")


def start_emulator(build, folder):
    ready = folder / "ready.json"
    program = build / "tests/support/iamemulator/hourpass-iam-emulator"
    # Lenient about who asks (curl), on both sides of the comparison.
    process = subprocess.Popen([program, "--lenient", "--dir", folder, "--ready-file", ready], stdout=subprocess.DEVNULL)
    for _ in range(200):
        if ready.exists():
            return process, json.loads(ready.read_text())
        time.sleep(0.05)
    raise SystemExit("bench: the emulator did not start")


def add_profile(cli, iam, key):
    subprocess.run([cli, "profile", "add", "bench", "--endpoint", iam["url"], "--ca-file", iam["ca_file"]],
                   input=key, text=True, check=True, stdout=subprocess.DEVNULL)


def compare(build, folder, iam):
    key = iam["keys"].get("user") or next(iter(iam["keys"].values()))
    key_file = folder / "key"
    key_file.write_text(key)
    hourpass, cli, empty = (str(build / path) for path in ("app/hourpass", "app/hourpass-cli", "tests/bench/emptywindow"))
    add_profile(cli, iam, key)

    screen = Screen()
    _, pid, size = screen.first_paint([hourpass])
    end(pid)
    windows = [[hourpass], [empty, *map(str, size)]]
    heading()
    starts = alternate(START_RUNS, [lambda w=w: time_start(screen, w) for w in windows])
    row("start to first paint", "ms", *starts, 1.25)
    kinds = set()
    idle = alternate(MEMORY_RUNS, [lambda w=w: idle_memory(screen, w, kinds) for w in windows])
    row(f"memory after {IDLE_SECONDS} s ({' and '.join(kinds)})", "MB", *idle, 1.35)

    curl = ["/usr/bin/curl", "--silent", "--fail", "--http1.1", "--cacert", iam["ca_file"], "--header", "Accept: application/json",
            "--data-urlencode", "grant_type=urn:ibm:params:oauth:grant-type:apikey",
            "--data-urlencode", f"apikey@{key_file}", iam["url"].rstrip("/") + "/identity/token"]
    commands = [[cli, "token", "bench"], curl]
    output = str(folder / "output")
    row("a token on standard output", "ms", *alternate(TOKEN_RUNS, [lambda c=c: time_command(c, output) for c in commands]), 1.5)
    compare_har(build, folder)
    print(f"The rivals: an empty QMainWindow of the same {size[0]}x{size[1]}, curl, and some lines of Python that check "
          "no signature. Medians of runs in turn.")


def main():
    build = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        if sys.argv[2:] == ["har"]:
            heading()
            compare_har(build, Path(name))
            return
        emulator, iam = start_emulator(build, Path(name))
        try:
            compare(build, Path(name), iam)
        finally:
            emulator.terminate()
            emulator.wait()


if __name__ == "__main__":
    main()
