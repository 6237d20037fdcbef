# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Fingerprints of tokens: the same in the window and on the command line, remembered between runs where
that is asked for, and nothing but that."""
import json
import stat
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard, until  # noqa: E402
from e2e import run  # noqa: E402

REMEMBER = "Remember fingerprints of tokens between runs"


def ledger(bench):
    return bench.home / "state" / "hourpass" / "ledger.json"


def fingerprint_is_the_same_everywhere(bench):
    window = bench.open_window()
    bench.add_profile("prod-admin", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    shown = window.read("Fingerprint")
    token = bench.emulator.issued()[0]
    told = bench.cli("--json", "inspect", key=f"Authorization: Bearer {token}\n")
    assert json.loads(told.stdout)["fingerprint"] == shown, (told, shown)
    assert f"Fingerprint: {shown}" in bench.cli("inspect", key=token).stdout
    window.press("Copy: Fingerprint")
    until("the fingerprint on the clipboard", lambda: clipboard() == shown)
    window.end()
    assert not ledger(bench).exists(), "nobody asked for it"


def remembered_until_it_is_turned_off(bench):
    window = bench.open_window()
    key = bench.emulator.keys["user"]
    bench.add_profile("prod-admin", key)
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    bench.picture("fingerprint")
    shown = window.read("Fingerprint")
    window.keys("ctrl+comma")
    window.press(REMEMBER)
    until("the file", ledger(bench).exists)  # with what came by before, too
    bench.picture("ledger-setting")
    window.keys("Escape")
    window.end()
    assert stat.S_IMODE(ledger(bench).stat().st_mode) == 0o600
    content = json.loads(ledger(bench).read_text())
    assert [(e["event"], e["fingerprint"], e["profile"]) for e in content["entries"]] == [
        ("issued", shown, "prod-admin"), ("copied", shown, "prod-admin")], content
    assert {name for e in content["entries"] for name in e} == {"event", "fingerprint", "profile", "utc"}
    bench.assert_nowhere(bench.emulator.issued()[0], "the token")
    bench.assert_nowhere(key, "the key")

    window = bench.open_window()
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    other = window.read("Fingerprint")
    until("the copy in the file", lambda: json.loads(ledger(bench).read_text())["entries"][-1]["fingerprint"] == other)
    assert len(json.loads(ledger(bench).read_text())["entries"]) == 4
    window.keys("ctrl+comma")
    window.press(REMEMBER)
    until("the file to go", lambda: not ledger(bench).exists())
    window.keys("Escape")
    window.end()
    assert not ledger(bench).exists()


run(fingerprint_is_the_same_everywhere, remembered_until_it_is_turned_off)
