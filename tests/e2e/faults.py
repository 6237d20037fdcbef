# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""What the user sees when something is wrong: a cause, a next step, a window that stays alive, and
the key nowhere."""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import until  # noqa: E402
from e2e import run  # noqa: E402

WRONG_KEY = "canary-key-that-does-not-exist-0123456789-abc"


def shows_problem(bench, part):
    bench.window.await_text("Problem", part)
    description = bench.window.value("Problem").description
    assert description, "the problem has a next step and a code"
    return description


def wrong_key_is_explained(bench):
    window = bench.open_window()
    bench.add_profile("wrong", WRONG_KEY)
    window.press("Get token")
    description = shows_problem(bench, "could not be found")
    assert "BXNIM0415E" in description, description
    window.end()
    bench.assert_nowhere(WRONG_KEY, "the key")


def answers_that_are_no_token(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    for fault, words in (("captive-portal", "answered with a web page"),
                         ("oversized-body", "too large"),
                         ("redirect", "sent us to localhost")):
        bench.emulator.behave(fault=fault)
        window.press("Get token")
        shows_problem(bench, words)
    sent = len(bench.emulator.token_requests())
    assert sent == 3, f"three clicks, three requests, none again by itself: {sent}"
    for fault, words in (("truncated-json", "empty or incomplete"),
                         ("short-body", "closed the connection"),
                         ("empty-503", "a fault of its own"),
                         ("rate-limited", "too many requests"),
                         ("close", "closed the connection")):
        bench.emulator.behave(fault=fault)
        window.press("Get token")
        shows_problem(bench, words)
        window.find("Trying again in")
        window.press("Cancel request")
    bench.emulator.behave(fault="none")
    window.press("Try again")
    window.await_text("Time left", "59:")


def key_in_place_of_nothing(bench):
    window = bench.open_window()
    window.press("Add profile")
    window.type("Name", "x")
    window.press("Save")
    window.find("There is no API key.")
    window.type("API key", "ApiKey-cccccccc-0000-4000-8000-000000000004")
    window.find("This looks like a key's id.")
    window.press("Cancel")


def damaged_profile_file_is_set_aside(bench):
    path = bench.profiles_file
    path.parent.mkdir(parents=True)
    path.write_text('{"version":1,"profiles":[{"id":')
    window = bench.open_window()
    window.find("A list of profiles could not be read")
    aside = path.with_name("profiles.json.damaged")
    assert aside.read_text() == '{"version":1,"profiles":[{"id":'
    bench.add_profile("new", bench.emulator.keys["user"])
    window.find("Get token")
    assert json.loads(path.read_text())["profiles"][0]["name"] == "new"
    assert path.stat().st_mode & 0o777 == 0o600


def newer_profile_file_is_left_alone(bench):
    path = bench.profiles_file
    path.parent.mkdir(parents=True)
    path.write_text('{"version":99,"profiles":[]}')
    window = bench.open_window()
    window.find("The list of profiles was written by a newer version")
    bench.add_profile("new", bench.emulator.keys["user"])
    window.find("The list of profiles was written by a newer version of Hourpass. Use that")
    assert path.read_text() == '{"version":99,"profiles":[]}'


def read_only_folder_loses_nothing(bench):
    path = bench.profiles_file
    path.mkdir(parents=True)  # in the file's place: even root cannot write there
    window = bench.open_window()
    bench.add_profile("new", bench.emulator.keys["user"])
    until("the fault in the dialog", lambda: any("ordinary file" in t or "could not be saved" in t or "is something else" in t
                                                 for t in window.texts()))
    assert list(path.iterdir()) == []


run(wrong_key_is_explained, answers_that_are_no_token, key_in_place_of_nothing,
    damaged_profile_file_is_set_aside, newer_profile_file_is_left_alone,
    read_only_folder_loses_nothing)
