# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""A company's proxy with a login: set in the window, used by both programs, never gone around."""
import json
import socket
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import until  # noqa: E402
from e2e import run  # noqa: E402

PASSWORD = "canary-password-of-the-proxy"


class Proxy:
    """tinyproxy, on loopback."""

    def __init__(self, folder, login):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = folder / "proxy.log"
        config = folder / "tinyproxy.conf"
        config.write_text(f"Port {self.port}\nListen 127.0.0.1\nTimeout 60\nLogLevel Connect\n"
                          f"LogFile \"{self.log}\"\n" + (f"BasicAuth {login}\n" if login else ""))
        self.process = subprocess.Popen(["tinyproxy", "-d", "-c", config],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until("the proxy takes connections", self.is_up)

    def is_up(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def tunnels(self, emulator):
        return self.log.read_text().count(f"CONNECT {emulator.url.removeprefix('https://')}")

    def end(self):
        self.process.kill()
        self.process.wait()


def set_proxy(window, address, user, password):
    """By keyboard alone up to the fields."""
    window.keys("alt+e", "n")
    window.find("Network settings")
    window.keys("t")  # "This one"
    window.await_text("Proxy", "This one")
    window.type("Address", address)
    window.type("User name", user)
    window.type("Password", password)
    window.press("Save")


def proxy_with_a_login(bench):
    proxy = Proxy(bench.folder, f"ada {PASSWORD}")
    try:
        window = bench.open_window()
        set_proxy(window, f"127.0.0.1:{proxy.port}", "ada", PASSWORD)
        bench.add_profile("prod", bench.emulator.keys["user"])
        window.press("Get token")
        window.await_text("Time left", "59:")
        assert proxy.tunnels(bench.emulator) > 0, proxy.log.read_text()

        before = proxy.tunnels(bench.emulator)
        token = bench.cli("token")
        assert token.returncode == 0 and token.stdout.strip() == bench.emulator.issued()[-1], token
        assert proxy.tunnels(bench.emulator) > before, "the command line goes the same way"
        doctor = bench.cli("--json", "doctor")
        checks = {line["check"]: line for line in map(json.loads, doctor.stdout.splitlines())}
        assert doctor.returncode == 0, doctor
        assert checks["proxy"]["evidence"] == f"http://127.0.0.1:{proxy.port}", checks["proxy"]

        sent = len(bench.emulator.token_requests())
        proxy.end()
        window.press("Renew token")
        window.await_text("Problem", "cannot be reached")
        failed = bench.cli("token")
        assert failed.returncode == 5 and "Nothing was sent around it" in failed.stderr, failed
        assert len(bench.emulator.token_requests()) == sent, "nothing went around the proxy"
        window.end()
        bench.assert_nowhere(PASSWORD, "the proxy's password")
    finally:
        proxy.end()


run(proxy_with_a_login)
