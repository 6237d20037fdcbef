# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Removing a profile takes no key away before its undo is over, however the program ends."""
import json
import sys
from pathlib import Path

from gi.repository import GLib

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import shows, until  # noqa: E402
from e2e import run  # noqa: E402
from keychain import keys_in_keychain, lock, unlock  # noqa: E402
from shiftedtime import ShiftedTime  # noqa: E402


def add(bench, *names):
    """Adds profiles with keys that are told apart, and returns the keys."""
    keys = [f"key-{bench.folder.name}-{name}" for name in names]
    for name, key in zip(names, keys):
        added = bench.cli("profile", "add", name, "--endpoint", bench.emulator.url,
                          "--ca-file", bench.emulator.ca_file, key=key)
        assert added.returncode == 0, added.stderr
    return keys


def listed(bench):
    answer = bench.cli("profile", "list")
    assert answer.returncode == 0, answer.stderr
    return [line.split("\t")[0] for line in answer.stdout.splitlines()]


def pending(bench):
    return [entry["name"] for entry in json.loads(bench.profiles_file.read_text()).get("removed", [])]


def await_list(bench, names):
    until(f"the list {names}", lambda: listed(bench) == names)


def holds(keys):
    return set(keys) <= set(keys_in_keychain())


def holds_none(keys):
    return not set(keys) & set(keys_in_keychain())


def remove_first(bench, window):
    """By the one key that does it."""
    before = listed(bench)
    window.keys("Delete")
    await_list(bench, before[1:])


def press_again(button):
    """As a screen reader does, which knows it from before."""
    try:
        button.queryAction().doAction(0)
    except GLib.Error:
        pass  # it is not told of any more


def keys_stay_while_removals_can_be_undone_last_first(bench):
    keys = add(bench, "a", "b", "c")
    assert bench.cli("profile", "default", "b").returncode == 0
    window = bench.open_window()
    remove_first(bench, window)
    remove_first(bench, window)
    assert holds(keys), "Del has taken a key out of the keychain"
    assert pending(bench) == ["a", "b"]
    window.find("Undo remove \"b\"", visible=False)
    window.keys("ctrl+z")
    await_list(bench, ["b", "c"])
    window.find("a was removed.")
    window.press("Undo")
    await_list(bench, ["a", "b", "c"])
    assert bench.cli("profile", "default").stdout == "b\n"
    assert holds(keys) and not pending(bench)


def undo_that_is_pressed_twice_does_nothing_more(bench):
    keys = add(bench, "a")
    window = bench.open_window()
    remove_first(bench, window)
    undo = window.find("Undo")
    press_again(undo)
    await_list(bench, ["a"])
    press_again(undo)  # hidden by now
    until("the notice to go", lambda: window.process.poll() is not None or not shows(undo))
    window.press("Add profile")
    window.press("Cancel")
    assert window.process.poll() is None and holds(keys)


def time_ends_the_undo_and_takes_the_key(bench):
    keys = add(bench, "a", "b")
    time = ShiftedTime(bench.folder)
    bench.environment.update(time.environment)
    window = bench.open_window()
    remove_first(bench, window)
    undo = window.find("Undo")
    time.advance(290)
    remove_first(bench, window)
    time.advance(310)
    until("the end of the first undo", lambda: pending(bench) == ["b"])
    assert holds_none(keys[:1]) and holds(keys[1:])
    time.advance(600)
    until("the end of the second undo", lambda: not pending(bench))
    assert holds_none(keys)
    until("no notice", lambda: not shows(undo))
    press_again(undo)
    window.find("Add an API key")
    assert not listed(bench)


def closing_the_notice_takes_the_key(bench):
    keys = add(bench, "a")
    window = bench.open_window()
    remove_first(bench, window)
    window.press("Close this notice")
    until("no key", lambda: holds_none(keys))
    until("no trace", lambda: not pending(bench))


def locked_keychain_is_told_and_served_later(bench):
    keys = add(bench, "a")
    time = ShiftedTime(bench.folder)
    bench.environment.update(time.environment)
    window = bench.open_window()
    remove_first(bench, window)
    lock()
    try:
        time.advance(310)
        window.find("a was removed, but its key was not deleted: The keychain is locked.")
        assert pending(bench) == ["a"]
    finally:
        unlock()
    time.advance(380)
    until("no key", lambda: holds_none(keys))
    until("no trace", lambda: not pending(bench))


def any_end_leaves_the_undo_to_the_next_start(bench):
    keys = add(bench, "a")
    for end in ("terminate", "kill"):
        window = bench.open_window()
        remove_first(bench, window)
        getattr(window.process, end)()
        window.process.wait(20)
        assert holds(keys) and pending(bench) == ["a"], f"after {end}"
        told = bench.cli("profile", "list").stderr
        assert '"a" was removed; its key is still in the keychain' in told, told
        window = bench.open_window()
        window.find("a was removed.")
        window.keys("ctrl+z")
        await_list(bench, ["a"])
        window.end()
        assert holds(keys)


def command_line_ends_what_the_window_left(bench):
    keys = add(bench, "a")
    window = bench.open_window()
    remove_first(bench, window)
    window.end()
    removed = bench.cli("profile", "remove", "a")
    assert removed.returncode == 0, removed.stderr
    assert holds_none(keys) and not pending(bench)
    assert bench.cli("profile", "remove", "a").returncode == 3


def quitting_asks_first(bench):
    keys = add(bench, "a", "b")
    window = bench.open_window()
    remove_first(bench, window)
    window.keys("ctrl+q")
    window.find("Removed, and can still be put back: a.")
    window.press("Cancel")
    window.press("Undo")
    await_list(bench, ["a", "b"])

    remove_first(bench, window)
    window.keys("alt+F4")  # the last window, without a tray
    window.press("Quit without deleting")
    assert window.process.wait(20) == 0
    assert holds(keys) and pending(bench) == ["a"]

    window = bench.open_window()
    window.find("a was removed.")
    window.keys("ctrl+q")
    window.press("Delete and quit")
    assert window.process.wait(20) == 0
    assert holds_none(keys[:1]) and holds(keys[1:]) and not pending(bench)


run(keys_stay_while_removals_can_be_undone_last_first, undo_that_is_pressed_twice_does_nothing_more,
    time_ends_the_undo_and_takes_the_key, closing_the_notice_takes_the_key,
    locked_keychain_is_told_and_served_later, any_end_leaves_the_undo_to_the_next_start,
    command_line_ends_what_the_window_left, quitting_asks_first)
