# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""A program that has the clipboard and does not answer keeps nobody waiting: not who inspects it, not who
pastes, not the end of the program."""
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import copy_elsewhere, shows, until  # noqa: E402
from e2e import run  # noqa: E402

OWNER = sys.argv[4]
# Much more than a window takes even on a busy computer; Qt waits 5 s, at each step.
LONGEST = 3.0


class Owner:
    """Owns the clipboard, and treats whoever asks as its behaviour says."""

    def __init__(self, behaviour):
        self.process = subprocess.Popen([OWNER, behaviour], stdout=subprocess.PIPE)
        os.set_blocking(self.process.stdout.fileno(), False)
        self.said = b""
        until("the clipboard's new owner", lambda: self.has_said(b"ready"))

    def has_said(self, word):
        self.said += self.process.stdout.read() or b""
        return word in self.said

    def await_asked(self):
        until("somebody who asks", lambda: self.has_said(b"asked"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(10)


def answers(window):
    """How long the window takes to say what it shows: it does so in the thread that paints it."""
    began = time.monotonic()
    list(window.texts())
    return time.monotonic() - began


def assert_answers_until(window, condition, seconds):
    end = time.monotonic() + seconds
    slowest = 0
    while not condition():
        slowest = max(slowest, answers(window))
        assert slowest < LONGEST, f"the window stood still for {slowest:.1f} s"
        assert time.monotonic() < end, f"not within {seconds} s"
    print(f"     slowest answer: {slowest * 1000:.0f} ms", flush=True)


def is_shown(window, name):
    return any(node.name.startswith(name) and shows(node) for node in window._all(name, True))


def inspecting_a_silent_clipboard(bench, behaviour):
    window = bench.open_window()
    with Owner(behaviour) as owner:
        window.keys("ctrl+shift+v")
        owner.await_asked()
        assert_answers_until(window, lambda: is_shown(window, "Reading the clipboard"), 5)
        assert_answers_until(window, lambda: is_shown(window, "The program that has the clipboard does not"), 15)
        assert not is_shown(window, "Reading the clipboard")
    copy_elsewhere("nothing of interest")
    window.keys("ctrl+shift+v")
    window.find("There is no token in it.")


def silent_owner_is_given_up(bench):
    inspecting_a_silent_clipboard(bench, "silent")


def owner_that_stops_in_the_middle_is_given_up(bench):
    inspecting_a_silent_clipboard(bench, "half")


def waiting_can_be_cancelled(bench):
    window = bench.open_window()
    with Owner("silent") as owner:
        window.keys("ctrl+shift+v")
        owner.await_asked()
        window.find("Reading the clipboard")
        window.press("Cancel")
        until("the end of waiting", lambda: not is_shown(window, "Reading the clipboard"))
        assert not is_shown(window, "The program that has the clipboard")


def pasting_keeps_nobody_waiting(bench):
    window = bench.open_window()
    window.keys("ctrl+2")
    window.find("Text to inspect")
    with Owner("silent") as owner:
        window.keys("ctrl+v", "a", "b")
        owner.await_asked()
        assert_answers_until(window, lambda: window.find("Text to inspect").queryText().getText(0, -1) == "ab", 5)
    copy_elsewhere("pasted")
    window.keys("ctrl+v", "c")
    until("the text", lambda: window.find("Text to inspect").queryText().getText(0, -1) == "abpastedc")


def the_end_is_not_delayed(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    with Owner("silent"):
        window.await_text("Clipboard status", "replaced")
        began = time.monotonic()
        assert window.end() == 0
        took = time.monotonic() - began
    print(f"     the end took {took:.1f} s", flush=True)
    assert took < 4, f"it took {took:.1f} s"


run(silent_owner_is_given_up, owner_that_stops_in_the_middle_is_given_up, waiting_can_be_cancelled,
    pasting_keeps_nobody_waiting, the_end_is_not_delayed)
