# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""A session without a keychain: a key can be used until the program ends, and is never stored."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from e2e import run  # noqa: E402


def key_is_used_for_this_run_only(bench):
    window = bench.open_window()
    window.await_text("Keychain status", "missing")
    key = bench.emulator.keys["user"]
    bench.add_profile("prod", key)
    window.find("There is no keychain in this session: prod can be used")
    window.press("Get token")
    window.await_text("Time left", "59:")
    window.end()
    bench.assert_nowhere(key, "the key")
    bench.open_window().find("Add an API key")  # nothing was kept


def command_line_refuses(bench):
    added = bench.cli("profile", "add", "demo", "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=bench.emulator.keys["user"])
    assert added.returncode == 4, (added.returncode, added.stderr)
    assert added.stdout == ""
    assert "keychain" in added.stderr, added.stderr
    bench.assert_nowhere(bench.emulator.keys["user"], "the key")


run(key_is_used_for_this_run_only, command_line_refuses)
