# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Every control that assistive programs are told of is pressed, twice, shown, hidden and disabled
ones, in every page and dialog: the program lives, nothing is lost that nobody gave away, and what is
not on the screen does nothing."""
import json
import re
import sys
from pathlib import Path

import pyatspi

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import Missing, clipboard, shows, until  # noqa: E402
from e2e import run  # noqa: E402
from keychain import keys_in_keychain  # noqa: E402
from shiftedtime import ShiftedTime  # noqa: E402

# They end the program by design.
QUITTING = ("Quit", "Delete and quit", "Quit without deleting")
# They delete a key by design, and are pressed only where they are hidden.
DELETING = ("Close this notice", "Delete the key now")
BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX,
           pyatspi.ROLE_RADIO_BUTTON)
STAYS_FOR = 6  # looks at the windows without a change
MOST_CHILDREN = 50  # of a list of files, say


def nodes(node, depth=0):
    """What is there; some of it goes while it is read."""
    yield node
    try:
        children = [node.getChildAtIndex(i) for i in range(min(node.childCount, MOST_CHILDREN))]
    except Exception:
        return
    for child in children:
        if child is not None and depth < 40:
            yield from nodes(child, depth + 1)


def window_of(node):
    while node.parent is not None and node.parent.getRole() != pyatspi.ROLE_APPLICATION:
        node = node.parent
    return node.name


def act(node):
    """All that it offers; the first action even where it offers none."""
    try:
        action = node.queryAction()
        for i in range(max(action.nActions, 1)):
            action.doAction(i)
    except Exception:  # it has none, or went with the first press
        pass


def described(node):
    try:
        name = re.sub(r"\d+", "#", node.name)  # a countdown is one control
        return (window_of(node), node.getRoleName(), name, shows(node))
    except Exception:
        return None


def is_spared(what):
    _, _, name, is_shown = what
    return name in QUITTING or (is_shown and name in DELETING)


def await_rest(window):
    """Until no window has come or gone for some looks: a press acts a moment later."""
    seen = []

    def rests():
        seen.append([(child.name, shows(child), child.childCount) for child in window.application
                     if child is not None])
        return len(seen) >= STAYS_FOR and all(look == seen[-1] for look in seen[-STAYS_FOR:])
    until("windows that stay as they are", rests)


def press_everything(window):
    """What a press brings is pressed next."""
    pressed = set()
    while True:
        fresh = [(what, node) for node in nodes(window.application)
                 if (what := described(node)) and what not in pressed]
        if not fresh:
            return
        for what, node in fresh:
            if what in pressed:
                continue
            pressed.add(what)
            if not is_spared(what):
                act(node)
                act(node)
            if window.process.poll() is not None:
                raise Missing(f"it ended with {window.process.returncode} after {what}")
        await_rest(window)


def state_of(bench):
    """What a press can change."""
    checked = sorted(what[:3] for node in nodes(bench.window.application) if (what := described(node))
                     and node.getState().contains(pyatspi.STATE_CHECKED))
    windows = [child.name for child in bench.window.application if child is not None and shows(child)]
    files = [path.read_text() if path.exists() else None for path in
             (bench.profiles_file, bench.profiles_file.with_name("settings.json"))]
    return {"checked": checked, "windows": windows, "files": files, "clipboard": clipboard(),
            "requests": len(bench.emulator.token_requests())}


def assert_hidden_ones_do_nothing(bench):
    window = bench.window
    before = state_of(bench)
    hidden = [node for node in nodes(window.application)
              if node.getRole() in BUTTONS and not shows(node)]
    assert len(hidden) > 5, "nothing is hidden: this test looks at the wrong things"
    for node in hidden:
        act(node)
        act(node)
        if window.process.poll() is not None:
            raise Missing(f"it ended with {window.process.returncode} after {described(node)}")
    # A press acts a moment later, in the order of the presses.
    add_profile = window.find("Add profile")
    act(add_profile)
    until("the dialog or the end", lambda: window.process.poll() is not None
          or window.find("Cancel", seconds=0))
    assert window.process.poll() is None, f"it ended with {window.process.returncode}"
    window.press("Cancel")
    until("the dialog to close", lambda: state_of(bench)["windows"] == before["windows"])
    after = state_of(bench)
    assert after == before, "\n".join(f"{k}: {before[k]}\n -> {after[k]}" for k in before
                                      if before[k] != after[k])


def add(bench, name, key):
    added = bench.cli("profile", "add", name, "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=key)
    assert added.returncode == 0, added.stderr
    return key


def known(bench):
    if not bench.profiles_file.exists():
        return set()
    document = json.loads(bench.profiles_file.read_text())
    return {entry["id"] for entry in document["profiles"] + document.get("removed", [])}


def press_and_look(bench, press=press_everything):
    ids, keys = known(bench), keys_in_keychain()
    assert_hidden_ones_do_nothing(bench)
    press(bench.window)
    assert bench.window.process.poll() is None
    assert ids <= known(bench), "a profile is lost"
    assert set(keys) <= set(keys_in_keychain()), "a key is lost"
    assert bench.cli("profile", "list").returncode == 0


def press_nothing_more(_window):
    """Another state has pressed what is shown."""


def without_a_profile(bench):
    bench.open_window()
    bench.window.find("Add an API key")
    press_and_look(bench)


def with_one_profile(bench):
    add(bench, "prod", bench.emulator.keys["user"])
    bench.open_window().find("Get token")
    press_and_look(bench, press_nothing_more)


def with_a_token(bench):
    add(bench, "prod", bench.emulator.keys["user"])
    window = bench.open_window()
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    window.press("Show token")
    window.find("Hide token")
    press_and_look(bench)


def with_a_fault(bench):
    add(bench, "wrong", "a-key-that-does-not-exist-0123456789-abcdefg")
    window = bench.open_window()
    window.press("Get token")
    window.await_text("Problem", "could not be found")
    press_and_look(bench)


def with_an_undo(bench):
    for name in ("a", "b", "c"):
        add(bench, name, f"key-{name}-0123456789")
    window = bench.open_window()
    for name in ("a", "b"):
        window.keys("Delete")
        window.find(f"{name} was removed.")
    press_and_look(bench)


def after_the_undo(bench):
    """Its time is over: the notice is hidden, and its buttons are told of all the same."""
    add(bench, "a", "key-a-0123456789")
    add(bench, "b", "key-b-0123456789")
    time = ShiftedTime(bench.folder)
    bench.environment.update(time.environment)
    window = bench.open_window()
    window.keys("Delete")
    notice = window.find("a was removed.")
    time.advance(310)
    until("the end of the notice", lambda: not shows(notice))
    until("the end of the removal", lambda: len(known(bench)) == 1)
    press_and_look(bench, press_nothing_more)


def with_dialogs_that_were_closed(bench):
    add(bench, "prod", bench.emulator.keys["user"])
    window = bench.open_window()
    for keys in ("ctrl+comma", "ctrl+l", "F1"):
        before = state_of(bench)["windows"]
        window.keys(keys)
        until(f"the dialog of {keys}", lambda: state_of(bench)["windows"] != before)
        window.keys("Escape")
        until(f"the end of {keys}", lambda: state_of(bench)["windows"] == before)
    press_and_look(bench, press_nothing_more)


run(without_a_profile, with_one_profile, with_a_token, with_a_fault, with_an_undo, after_the_undo,
    with_dialogs_that_were_closed)
