# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Both programs end when they are told to, even while the resolver keeps silent for minutes. Needs
a network of its own (tests/faults/ownnetwork.sh)."""
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from e2e import run  # noqa: E402

KEY = "canary-key-0123456789-0123456789-0123456789-"
# The resolver would wait ten times as long.
PATIENCE = 12


def silent_name_server():
    """Takes every query and answers none; nothing asks another one."""
    resolver = Path(os.environ["HOURPASS_OWN_NETWORK_FILES"]) / "resolv.conf"
    resolver.write_text("nameserver 127.0.0.1\noptions timeout:30 attempts:4\n")
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.settimeout(PATIENCE)
    server.bind(("127.0.0.1", 53))
    return server


def command_ends_when_interrupted(bench):
    added = bench.cli("profile", "add", "slow", "--endpoint", "https://slow.example", key=KEY)
    assert added.returncode == 0, added
    with silent_name_server() as server:
        command = subprocess.Popen([bench.cli_program, "token"], env=bench.environment,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert b"slow" in server.recv(512), "the name is being looked up"
        command.send_signal(signal.SIGINT)
        out, _ = command.communicate(timeout=PATIENCE)
    assert command.returncode == 130 and not out, (command.returncode, out)


def window_ends_when_told_to(bench):
    bench.cli("profile", "add", "slow", "--endpoint", "https://slow.example", key=KEY)
    window = bench.open_window()
    with silent_name_server() as server:
        window.press("Get token")
        assert b"slow" in server.recv(512), "the name is being looked up"
        window.end(seconds=PATIENCE)


run(command_ends_when_interrupted, window_ends_when_told_to)
