# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""What the end-to-end tests have in common: the programs, the emulator, and checks that say what
they found. A test is a function that takes a Bench; run() runs it and tells."""
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

from desktop import Emulator, Window, files_with, screenshot


class Bench:
    """One test's world: a home of its own in the session that all share."""

    def __init__(self, hourpass, cli, emulator):
        self.hourpass, self.cli_program = hourpass, cli
        self.folder = Path(tempfile.mkdtemp(dir=os.environ["SESSION_DIR"]))
        self.home = self.folder / "home"
        # Everything that Qt and the program could say is in the log that is searched for secrets.
        self.environment = {**os.environ, "QT_LOGGING_RULES": "*.debug=true", "QDBUS_DEBUG": "1",
                            "HOME": str(self.home), "TMPDIR": str(self.home / "tmp")}
        (self.home / "tmp").mkdir(parents=True)
        for name in ("CONFIG", "CACHE", "STATE", "DATA"):
            self.environment[f"XDG_{name}_HOME"] = str(self.home / name.lower())
        self.profiles_file = self.home / "config" / "hourpass" / "profiles.json"
        self.log = self.folder / "hourpass.log"
        self.log.touch()
        self.emulator = Emulator(emulator, self.folder / "emulator")
        self.window = None

    def open_window(self, *arguments):
        self.window = Window([self.hourpass, *arguments], environment=self.environment, log=self.log)
        return self.window

    def add_profile(self, name, key, url=None):
        window = self.window
        window.press("Add profile")
        window.type("Name", name)
        window.type("API key", key)
        window.type("Endpoint", url or self.emulator.url)
        window.type("CA file", self.emulator.ca_file)
        window.press("Save")

    def cli(self, *arguments, key=None):
        quiet = {k: v for k, v in self.environment.items() if k != "QT_LOGGING_RULES"}
        return subprocess.run([self.cli_program, *arguments], input=key, capture_output=True,
                              text=True, check=False, timeout=60, env=quiet)

    def assert_nowhere(self, secret, what):
        """In no file that a program can have written, and in nothing it has said."""
        found = [*files_with(secret, self.home),
                 *([str(self.log)] if secret in self.log.read_text() else [])]
        assert not found, f"{what} is in {found}"

    def picture(self, name):
        """For people to look at, where somebody wants to."""
        if os.environ.get("HOURPASS_TEST_PICTURES"):
            screenshot(Path(os.environ["HOURPASS_TEST_PICTURES"]) / f"{name}.png")

    def end(self):
        if self.window:
            self.window.end()
        self.emulator.end()


def run(*tests):
    failed = 0
    for test in tests:
        bench = Bench(*sys.argv[1:4])
        try:
            test(bench)
            print(f"PASS {test.__name__}", flush=True)
        except Exception:  # whatever it is, the other tests still run
            failed += 1
            print(f"FAIL {test.__name__}\n{traceback.format_exc()}", flush=True)
            if bench.window and bench.window.process.poll() is None:
                print(bench.window.tree(), flush=True)
            if os.environ.get("HOURPASS_TEST_PICTURES"):
                screenshot(Path(os.environ["HOURPASS_TEST_PICTURES"]) / f"{test.__name__}.png")
        finally:
            bench.end()
    print(f"{len(tests) - failed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed or not tests else 0)
