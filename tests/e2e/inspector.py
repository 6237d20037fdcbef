# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""The inspector from outside: what it lists, says, copies and covers, by the names that screen readers
use, with the real clipboard and the IAM emulator."""
import base64
import json
import subprocess
import sys
from pathlib import Path

import pyatspi

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "support"))
from desktop import clipboard, copy_elsewhere, shows, until, walk  # noqa: E402
from e2e import run  # noqa: E402

API_KEY = "canary-aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-"
OTHER_ACCOUNT = "fedcba9876543210fedcba9876543210"


def vectors():
    lines = (TESTS / "vectors/jwt/adversarial.jsonl").read_text().splitlines()
    return {case["name"]: case["token_or_response"] for case in map(json.loads, lines)}


def claims_of(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def of_other_account(token):
    """The same claims but for the account; its signature is another token's."""
    header, _, signature = token.split(".")
    claims = claims_of(token)
    claims["account"]["bss"] = OTHER_ACCOUNT
    part = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    return f"{header}.{part}.{signature}"


def rows(window):
    return [row.name for row in window.find("Tokens found")]


def await_rows(window, count):
    return until(f"{count} tokens", lambda: rows(window) if len(rows(window)) == count else None)


def focused(window):
    """What the keyboard goes to. Qt's items say that they have the focus while their view has not, and
    a page says so of its parts."""
    items = (pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_FILLER)
    return next((node.name for node in walk(window.application)
                 if node.getState().contains(pyatspi.STATE_FOCUSED) and node.getRole() not in items), None)


def await_focus(window, name):
    until(f"the focus on {name!r}", lambda: focused(window) == name)


def walk_shown(node):
    """Without what a hidden widget holds: the items of a hidden view say that they are shown."""
    yield node
    for child in node:
        if child is not None and shows(child):
            yield from walk_shown(child)


def is_shown(window, name):
    return any(node.name.startswith(name) for node in walk_shown(window.application))


def read_results(window):
    """All that assistive programs can read, but for the field that the text was put into."""
    field = window.find("Text to inspect")
    inside = {node for node in walk(field)}
    for node in walk(window.application):
        if node in inside:
            continue
        yield from (node.name, node.description)
        if "Text" in pyatspi.listInterfaces(node):
            yield node.queryText().getText(0, -1)


def key_requests(bench):
    requests = bench.emulator.get("/emulator/requests")["requests"]
    return [r["target"] for r in requests if r["target"].startswith("/identity/keys")]


def later_start(bench, *arguments):
    done = subprocess.run([bench.hourpass, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=20, check=False, env={**bench.environment, "QT_LOGGING_RULES": ""})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), done


def lock_screen():
    subprocess.run(["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver",
                    "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"], check=True, timeout=10)


def with_token(bench):
    """A window with a profile that has a token."""
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Get token")
    window.find("Renew token")
    return window, until("the token", bench.emulator.issued)[0]


def a_log():
    known = vectors()
    half = known["good_key2_rotation"]
    lines = ["GET /v2/resource_instances", f"> Authorization: Bearer {known['good_key1']}", f"IBMCLOUD_API_KEY={API_KEY}",
             "grüße: " + known["time_expired_by_1s"], f'{{"access_token":"{known["one_bit_flipped"]}"}}',
             half[:len(half) * 6 // 10]]
    return "\n".join(lines) + "\n"


def assert_log_is_listed(bench, window):
    log = a_log()
    shown = await_rows(window, 5)
    bench.picture("inspector-log")
    known = vectors()
    begins = [known["good_key1"], API_KEY, known["time_expired_by_1s"], known["one_bit_flipped"], "eyJ"]
    places = [log.encode().index(text.encode()) for text in begins[:4]] + [log.encode().rindex(b"eyJraWQiOi")]
    for row, place in zip(shown, places, strict=True):
        assert row.endswith(f"at byte {place}"), (row, place)
    whom, verdicts = zip(*[row.split("\n") for row in shown])
    assert "API key, not shown" in whom[1], shown
    for row, verdict in ((0, "not verified"), (2, "not verified"), (3, "not verified"), (4, "damaged")):
        assert verdicts[row].startswith(f"{verdict} · at"), shown
    assert verdicts[1].startswith("at byte"), shown
    window.await_text("Well-formed", "Pass")
    window.await_text("In time", "expired")  # in this year
    window.keys("Down")  # the key: named, with what to do
    window.await_text("Well-formed", "Not asked")
    for text in read_results(window):
        assert API_KEY not in text, text
    window.keys("End")
    window.await_text("Well-formed", "Fail")
    for text in read_results(window):
        assert API_KEY not in text, text


def clipboard_is_inspected_by_a_later_start(bench):
    window = bench.open_window()
    copy_elsewhere(a_log())
    later_start(bench, "--inspect-clipboard")
    assert_log_is_listed(bench, window)
    assert clipboard() == a_log(), "looked at, and left there"
    window.end()
    bench.assert_nowhere(API_KEY, "the API key")
    bench.assert_nowhere(vectors()["good_key1"], "the token")


def clipboard_is_inspected_by_the_first_start(bench):
    copy_elsewhere(a_log())
    assert_log_is_listed(bench, bench.open_window("--inspect-clipboard"))


def own_token_is_verified_with_keys_that_were_asked_for(bench):
    window, token = with_token(bench)
    window.keys("ctrl+i")
    summary = window.await_text("Summary", "Ada Example")
    assert summary
    window.await_text("Signature", "Unknown")
    window.await_text("In time", "Pass")
    assert key_requests(bench) == []
    window.press("Fetch IBM keys")
    window.await_text("Signature", "Pass")
    window.await_text("Addressee", "Pass")
    window.await_text("Summary", "genuine and it has not expired")
    assert [row.split("\n")[1] for row in rows(window)] == ["valid · at byte 0"]
    assert key_requests(bench) == ["/identity/keys"]
    bench.picture("inspector-own")
    shown = [cell.name for cell in walk(window.find("Token claims")) if cell.name]
    assert claims_of(token)["iam_id"] in shown, shown
    for text in window.texts():
        assert token not in text and token.split(".")[2] not in text, "the token is on no screen"


def report_is_copied_without_token_and_ids(bench):
    window, token = with_token(bench)
    window.keys("ctrl+i")
    window.await_text("Summary", "Ada Example")
    window.press("Copy report")
    report = until("the report", lambda: (clipboard() or "") if "ignature" in (clipboard() or "") else None)
    claims = claims_of(token)
    secrets = [*token.split("."), claims["iam_id"], claims["account"]["bss"], claims["email"], claims["name"],
               claims["given_name"], claims["family_name"], claims["jti"], claims["identifier"]]
    for secret in secrets:
        assert secret not in report, (secret, report)
    assert "Hourpass" in report and "iat" in report and str(claims["iat"]) in report, report
    window.press("Report…")
    window.find("Report for a ticket")
    bench.picture("inspector-report")


def comparison_names_the_other_account(bench):
    window, token = with_token(bench)
    copy_elsewhere(f"{token}\n{of_other_account(token)}\n")
    window.keys("ctrl+shift+v")
    await_rows(window, 2)
    window.press("Compare")
    window.find("Compare tokens")
    bench.picture("inspector-compare")
    own_account = claims_of(token)["account"]["bss"]
    window.find("Another account")
    window.await_text("Account", f"The first token has {own_account}, the second {OTHER_ACCOUNT}.")
    window.await_text("Identity", "The same in both: Ada Example")
    window.keys("Escape")
    until("no dialog", lambda: not is_shown(window, "Compare tokens"))


def keyboard_alone_does(bench):
    copy_elsewhere(a_log())
    window = bench.open_window()
    window.keys("ctrl+2")
    await_focus(window, "Text to inspect")
    window.keys("ctrl+v")
    await_rows(window, 5)
    window.keys("Tab")
    await_focus(window, "Tokens found")
    window.keys("Home", "Down", "Down")
    window.await_text("In time", "expired")
    window.keys("ctrl+shift+r")
    until("the report", lambda: "ignature" in (clipboard() or "") and clipboard() != a_log())
    window.keys("ctrl+shift+Delete")
    window.find("Paste or drop anything above")
    await_focus(window, "Text to inspect")


def next_text_has_its_first_token_selected(bench):
    window = bench.open_window()
    copy_elsewhere(vectors()["good_key1"])
    window.keys("ctrl+shift+v")
    await_rows(window, 1)
    copy_elsewhere(a_log())
    window.keys("ctrl+shift+v")
    await_rows(window, 5)
    first = window.find("Tokens found")[0]
    until("it to be selected", lambda: first.getState().contains(pyatspi.STATE_SELECTED), 5)
    window.press("Copy report")
    until("the report", lambda: "Signature" in (clipboard() or ""))


def markup_and_bidi_are_shown_as_text(bench):
    window = bench.open_window()
    for name, shown in (("display_html_bold", "<b>Admin</b>"), ("display_rlo_override", "user\\u{202E}gnp.exe"),
                        ("display_qt_arg_placeholder", "%1 %2 %n %L1 %s")):
        copy_elsewhere(vectors()[name])
        window.keys("ctrl+shift+v")
        window.await_text("Summary", shown)
        until(name, lambda: any(cell.name == shown for cell in walk(window.find("Token claims"))))  # noqa: B023
        assert rows(window)[0].startswith(shown), rows(window)
        bench.picture(f"inspector-{name}")
        for text in read_results(window):
            assert "\u202e" not in text, (name, text)


def lock_covers_what_is_inspected(bench):
    window, token = with_token(bench)
    window.keys("ctrl+i")
    window.await_text("Summary", "Ada Example")
    window.keys("ctrl+shift+l")
    window.find("What is inspected is hidden.")
    for name in ("Text to inspect", "Tokens found", "Summary", "Token claims", "Ada Example"):
        assert not is_shown(window, name), name
    bench.picture("inspector-covered")
    window.press("Show again")
    window.await_text("Summary", "Ada Example")


def lock_of_the_screen_closes_what_tells_of_it(bench):
    window, token = with_token(bench)
    copy_elsewhere(f"{token}\n{of_other_account(token)}\n")
    window.keys("ctrl+shift+v")
    await_rows(window, 2)
    for button, title in (("Compare", "Compare tokens"), ("Report…", "Report for a ticket")):
        window.press(button)
        window.find(title)
        lock_screen()
        until("no dialog", lambda: not is_shown(window, title), 5)  # noqa: B023
        window.press("Show again")
        window.await_text("Summary", "Ada Example")


run(clipboard_is_inspected_by_a_later_start, clipboard_is_inspected_by_the_first_start,
    own_token_is_verified_with_keys_that_were_asked_for, report_is_copied_without_token_and_ids,
    comparison_names_the_other_account, keyboard_alone_does,
    next_text_has_its_first_token_selected, markup_and_bidi_are_shown_as_text,
    lock_covers_what_is_inspected, lock_of_the_screen_closes_what_tells_of_it)
