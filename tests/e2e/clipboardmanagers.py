# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Real clipboard managers beside the program: one that heeds the mark of a secret (CopyQ), and one
that does not and puts back what was cleared (parcellite or,
where Debian has that no more, ClipIt, which came from it)."""
import itertools
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard, copy_elsewhere, until  # noqa: E402
from e2e import run  # noqa: E402


HEEDLESS = "parcellite" if shutil.which("parcellite") else "clipit"


def copied_token(bench):
    """Copies the token of a new profile, and returns it."""
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token of prod")
    return bench.emulator.issued()[-1]


def history_of_copyq(bench):
    answer = subprocess.run(["copyq", "separator", "\n", "read", *map(str, range(20))],
                            capture_output=True, text=True, check=True, timeout=20, env=bench.environment)
    return answer.stdout


def copyq_does_not_keep_the_token(bench):
    manager = subprocess.Popen(["copyq"], env=bench.environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        # It watches the clipboard some time after it answers, and does not take what was there.
        numbers = itertools.count()

        def takes_notice():
            text = f"control-{next(numbers)}"
            copy_elsewhere(text)
            return until(text, lambda: text in history_of_copyq(bench), 2)
        until("CopyQ to keep what is not marked", takes_notice, 20)
        token = copied_token(bench)
        assert clipboard() == token
        assert "x-kde-passwordManagerHint" in clipboard("TARGETS").split()
        # It takes things in their order: once it has the next one, it has decided about the token.
        copy_elsewhere("control-after")
        until("CopyQ to keep the next", lambda: "control-after" in history_of_copyq(bench))
        bench.window.await_text("Clipboard status", "replaced")
        assert token not in history_of_copyq(bench), "CopyQ keeps the token"
        bench.window.press("Copy token")
        bench.window.await_text("Clipboard status", "holds the token")
        bench.window.press("Clear now")
        bench.window.await_text("Clipboard status", "cleared")
        copy_elsewhere("control-last")
        until("CopyQ to keep the last", lambda: "control-last" in history_of_copyq(bench))
        assert token not in history_of_copyq(bench), "CopyQ keeps the token after clearing"
    finally:
        subprocess.run(["copyq", "exit"], env=bench.environment, capture_output=True, check=False,
                       timeout=20)
        manager.wait(10)
    bench.assert_nowhere(token, "the token")


def heedless(bench):
    manager = subprocess.Popen([HEEDLESS], env=bench.environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    copy_elsewhere("control")
    history = Path(bench.environment["XDG_DATA_HOME"]) / HEEDLESS / "history"
    until(f"{HEEDLESS} to keep what is copied", lambda: b"control" in history.read_bytes(), 20)
    return manager, history


def a_manager_that_keeps_the_token_is_told_of(bench):
    manager, history = heedless(bench)
    try:
        token = copied_token(bench)
        until(f"{HEEDLESS} to keep the token", lambda: token.encode() in history.read_bytes())
        bench.window.press("Clear now")
        bench.window.await_text("Clipboard status", "cleared, but a clipboard program keeps a copy")
        assert clipboard() != token, "it is off the clipboard all the same"
    finally:
        manager.terminate()
        manager.wait(10)


def a_manager_does_not_bring_the_token_back_after_the_end(bench):
    manager, history = heedless(bench)
    try:
        token = copied_token(bench)
        until(f"{HEEDLESS} to keep the token", lambda: token.encode() in history.read_bytes())
        assert bench.window.end() == 0
        # It looks every half second, and mostly fills an empty clipboard with its latest.
        deadline = time.monotonic() + 8
        until(f"{HEEDLESS} to have its chance", lambda: clipboard() or time.monotonic() > deadline)
        assert clipboard() != token
    finally:
        manager.terminate()
        manager.wait(10)


run(copyq_does_not_keep_the_token, a_manager_that_keeps_the_token_is_told_of,
    a_manager_does_not_bring_the_token_back_after_the_end)
