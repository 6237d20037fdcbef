# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""What is said to be forgotten is not in the program's memory any more: the real programs are driven as a user
does, and their memory is searched from outside. Prints a table of states and secrets with the copies that were
found; SECURITY.md tells of the figures.

Each state that is to be empty has one before it in which the same search finds the same secret. The memory of a
program that protects itself is read as root; for another user it is started as in a Snap, where it does not.
A build without the heap that wipes (sanitizers) leaves copies by its nature: there only live ones would count,
and nobody can tell them apart from outside, so that CMake does not make this test for it."""
import base64
import contextlib
import fcntl
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import buddy, clipboard, copy_elsewhere, shows, until, walk  # noqa: E402
from e2e import run  # noqa: E402
from memory import Secret, scan  # noqa: E402

HELD, GONE = "held", "gone"
PATIENCE = 5.0  # seconds until what was forgotten is gone
ENCODINGS = ("bytes", "UTF-16", "base64", "percent")


class Table:
    """The copies that were found: whole ones, and "+" the pieces."""

    def __init__(self):
        self.lines, self.faults = [], []

    def row(self, state, pid, wanted, *secrets):
        counts = scan(pid, secrets)
        end = time.monotonic() + PATIENCE
        while wanted == GONE and any(map(bool, counts.values())) and time.monotonic() < end:
            counts = scan(pid, secrets)
        for secret in secrets:
            found = counts[secret.name]
            cells = [f"{found[e].whole}+{found[e].pieces}" if e in found else "-" for e in ENCODINGS]
            self.lines.append(f"{state:<44} {secret.name:<22}" + "".join(f"{c:>9}" for c in cells) + f"  {wanted}")
            if bool(found) != (wanted == HELD):
                places = sorted({place[0] for count in found.values() for place in count.places})
                self.faults.append(f"{state}: {secret.name} is to be {wanted}, found {found or 'nothing'} in {places}")
        return counts

    def show(self):
        head = f"{'state':<44} {'secret':<22}" + "".join(f"{e:>9}" for e in ENCODINGS) + "  is to be"
        print("\n".join(["", head, "-" * len(head), *self.lines, ""]), flush=True)


def with_table(test):
    def named(bench):
        table = Table()
        if os.geteuid() != 0:
            bench.environment["SNAP"] = str(bench.folder)
        settings = bench.profiles_file.parent / "settings.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text('{"version":1,"dropTokensOnLock":true}')
        try:
            test(bench, table)
        finally:
            table.show()
        assert not table.faults, "\n".join(table.faults)
    named.__name__ = test.__name__
    return named


def unpadded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def parts_of(token, name="token"):
    """What there is to find of a token: itself, its signature as bytes, its claims as text, and the one claim that
    no other token has."""
    _, claims, signature = token.split(".")
    own = json.loads(unpadded(claims))["jti"]
    return [Secret(name, token.encode()), Secret(f"{name}: signature", unpadded(signature)),
            Secret(f"{name}: claims", unpadded(claims)), Secret(f"{name}: a claim", own.encode(), len(own))]


def key_of(bench, label="user"):
    return Secret("key", bench.emulator.keys[label].encode(), 32)


def type_key(window, key):
    """By the keyboard, as people do: what an assistive program sets goes over its bus."""
    field = until("the field for the key", lambda: buddy(window.find("API key")) or window.find("API key"))
    until("the focus in it", lambda: field.queryComponent().grabFocus())
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "5", key], check=True)
    until("the whole key", lambda: field.queryText().characterCount == len(key))


def add_profile(bench, name="prod", label="user"):
    window = bench.window
    window.press("Add profile")
    window.type("Name", name)
    window.type("Endpoint", bench.emulator.url)
    window.type("CA file", bench.emulator.ca_file)
    type_key(window, bench.emulator.keys[label])
    window.press("Save")
    window.find("Get token")


def with_token(bench):
    window = bench.open_window()
    add_profile(bench)
    window.press("Get token")
    window.find("Renew token")
    return window, bench.emulator.issued()[-1]


def lock_screen():
    subprocess.run(["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver",
                    "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"], check=True, timeout=10)


@with_table
def key_is_gone_once_it_served(bench, table):
    key = key_of(bench)
    window = bench.open_window()
    pid = window.process.pid
    window.press("Add profile")
    window.type("Name", "prod")
    window.type("Endpoint", bench.emulator.url)
    window.type("CA file", bench.emulator.ca_file)
    type_key(window, bench.emulator.keys["user"])
    table.row("the key is typed", pid, HELD, key)
    window.press("Save")
    window.find("Get token")
    table.row("the key is saved", pid, GONE, key)
    bench.emulator.behave(fault="empty-503")
    window.press("Get token")
    until("the next try to be waited for", lambda: len(bench.emulator.token_requests()) == 1)
    table.row("the next try is waited for", pid, GONE, key)
    bench.emulator.behave(fault="none")
    window.find("Renew token")
    table.row("the key was traded for a token", pid, GONE, key)
    window.keys("alt+p")
    window.keys("k")
    window.find("IBM Cloud knows this key")
    table.row("the key's details were asked for", pid, GONE, key)


@with_table
def locking_forgets_tokens(bench, table):
    window, token = with_token(bench)
    pid = window.process.pid
    secrets = parts_of(token)
    window.press("Show token")
    window.find("Hide token")
    table.row("a token is shown", pid, HELD, secrets[0], secrets[3])
    lock_screen()
    window.find("Get token")
    table.row("forgotten when locked", pid, GONE, key_of(bench), *secrets)


@with_table
def refresh_token_goes_with_its_token(bench, table):
    refresh = Secret("refresh token", base64.urlsafe_b64encode(os.urandom(150)))
    bench.emulator.behave(set={"refresh_token": refresh.value.decode()})
    window, _ = with_token(bench)
    pid = window.process.pid
    table.row("a refresh token came", pid, HELD, refresh)
    bench.emulator.behave(set={})
    window.press("Renew token")
    window.find("not issued")
    table.row("the next answer has none", pid, GONE, refresh)


@with_table
def renewing_forgets_the_token_before(bench, table):
    window, token = with_token(bench)
    pid = window.process.pid
    # What a second token of the same identity shares with it is no sign of it.
    secrets = [Secret("signature's text", token.split(".")[2].encode()), *parts_of(token)[1::2]]
    table.row("a token is there", pid, HELD, secrets[0])
    window.press("Renew token")
    until("the second token", lambda: len(bench.emulator.issued()) == 2)
    table.row("it was renewed", pid, GONE, *secrets)


@with_table
def removing_forgets_key_and_token(bench, table):
    window, token = with_token(bench)
    pid = window.process.pid
    secrets = parts_of(token)
    window.press("Show token")
    window.find("Hide token")
    table.row("a token is shown", pid, HELD, secrets[0], secrets[3])
    window.keys("alt+p")
    window.keys("r")
    window.find("Add an API key")
    table.row("the profile is removed", pid, GONE, key_of(bench), *secrets)
    window.press("Close this notice")
    until("the notice to be closed", lambda: not any("removed" in node.name for node in walk(window.application)
                                                     if shows(node)))
    table.row("its removal cannot be undone", pid, GONE, key_of(bench), *secrets)


@with_table
def removing_elsewhere_forgets_the_token(bench, table):
    window, token = with_token(bench)
    pid = window.process.pid
    secrets = parts_of(token)
    table.row("a token is there", pid, HELD, secrets[0])
    removed = bench.cli("profile", "remove", "prod")
    assert removed.returncode == 0, removed.stderr
    window.find("Add an API key")
    table.row("another program removed the profile", pid, GONE, key_of(bench), *secrets)


@with_table
def changing_the_key_forgets_what_was(bench, table):
    window, token = with_token(bench)
    pid = window.process.pid
    table.row("a token is there", pid, HELD, *parts_of(token)[:1])
    window.keys("F2")
    type_key(window, bench.emulator.keys["service"])
    window.press("Save")
    window.find("Get token")
    table.row("the profile has another key", pid, GONE, key_of(bench), *parts_of(token))


def offer(text):
    """Another program has this on the clipboard, in place of what was there."""
    copy_elsewhere(text)
    until("the other program's text", lambda: clipboard() == text)


def text_of(token):
    return f"GET /v2/resource_instances\n> Authorization: Bearer {token}\n"


def made_up_token():
    """One that no key signed, with a claim that is nowhere else."""
    def encoded(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
    unique = base64.b32encode(os.urandom(50)).decode()
    claims = {"iam_id": "IBMid-550000ABCD", "name": unique, "jti": unique[::-1], "iat": 1_700_000_000,
              "exp": 1_700_003_600, "account": {"bss": "0123456789abcdef0123456789abcdef"},
              "iss": "https://iam.cloud.ibm.com/identity", "scope": "ibm openid", "nested": {"deep": [unique]}}
    signature = base64.urlsafe_b64encode(os.urandom(256)).rstrip(b"=").decode()
    return f"{encoded({'alg': 'RS256', 'kid': '20990101', 'typ': 'JWT'})}.{encoded(claims)}.{signature}", unique


def await_found(window, count):
    until(f"{count} tokens", lambda: len(list(window.find("Tokens found"))) == count)


@with_table
def clearing_the_inspector_forgets_what_was_in_it(bench, table):
    token, unique = made_up_token()
    other, other_unique = made_up_token()
    secrets = [*parts_of(token), Secret("token: its name", unique.encode(), 40),
               *parts_of(other, "other"), Secret("other: its name", other_unique.encode(), 40)]
    window = bench.open_window()
    pid = window.process.pid
    offer(text_of(token) + text_of(other))
    window.keys("ctrl+shift+v")
    await_found(window, 2)
    for tab in ("Tree", "JSON", "Table"):
        window.press(tab)
    window.press("Compare")
    window.find("Compare tokens")
    window.keys("Escape")
    window.press("Report…")
    window.find("Report for a ticket")
    window.keys("Escape")
    offer("something else")
    table.row("a pasted text is inspected", pid, HELD, secrets[0], secrets[4])
    window.keys("ctrl+shift+Delete")
    window.find("Paste or drop anything above")
    table.row("the inspector is cleared", pid, GONE, *secrets)


@with_table
def clearing_forgets_what_was_edited(bench, table):
    """The field keeps a history to undo by."""
    token, unique = made_up_token()
    secrets = [*parts_of(token), Secret("token: its name", unique.encode(), 40)]
    window = bench.open_window()
    pid = window.process.pid
    offer(text_of(token))
    window.keys("ctrl+2", "ctrl+v")
    await_found(window, 1)
    window.keys("ctrl+a", "Delete")
    window.find("Paste or drop anything above")
    table.row("a text is deleted that undo brings back", pid, HELD, secrets[0])
    window.keys("ctrl+z")
    await_found(window, 1)
    window.keys("ctrl+a")
    until("the selection", lambda: clipboard(selection="primary") == text_of(token))
    offer("something else")
    window.keys("ctrl+shift+Delete")
    window.find("Paste or drop anything above")
    assert clipboard(selection="primary") is None, "others can paste what was selected"
    table.row("the inspector is cleared", pid, GONE, *secrets)


@with_table
def clearing_forgets_a_file_and_a_long_text(bench, table):
    token, unique = made_up_token()
    secrets = [*parts_of(token), Secret("token: its name", unique.encode(), 40)]
    window = bench.open_window()
    pid = window.process.pid
    offer("no token\n" * 40_000 + text_of(token))
    window.keys("ctrl+shift+v")
    await_found(window, 1)
    offer("something else")
    table.row("a long text is inspected", pid, HELD, secrets[0])
    window.keys("ctrl+shift+Delete")
    window.find("Paste or drop anything above")
    table.row("the inspector is cleared", pid, GONE, *secrets)
    file = bench.home / "a.log"
    file.write_text(text_of(token))
    window.keys("ctrl+shift+o")
    window.find("Text to inspect")
    window.type("File name:", str(file))
    window.keys("Return")
    await_found(window, 1)
    table.row("a file is inspected", pid, HELD, secrets[0])
    window.keys("ctrl+shift+Delete")
    window.find("Paste or drop anything above")
    table.row("the inspector is cleared", pid, GONE, *secrets)


@with_table
def own_token_leaves_the_inspector(bench, table):
    window, token = with_token(bench)
    pid = window.process.pid
    secrets = parts_of(token)
    window.keys("ctrl+i")
    window.await_text("Summary", "Ada Example")
    window.press("Fetch IBM keys")
    window.await_text("Signature", "Pass")
    window.keys("ctrl+shift+Delete")
    window.find("Paste or drop anything above")
    table.row("its profile still has it", pid, HELD, secrets[0])
    lock_screen()
    window.keys("ctrl+1")
    window.find("Get token")
    table.row("cleared, then forgotten when locked", pid, GONE, *secrets)


@with_table
def copied_token_is_gone_with_its_profile(bench, table):
    window, token = with_token(bench)
    pid = window.process.pid
    secrets = parts_of(token)
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    assert clipboard() == token, "another program has read it"
    table.row("copied, and read by another program", pid, HELD, secrets[0])
    window.press("Clear now")
    window.await_text("Clipboard status", "cleared")
    lock_screen()
    window.find("Get token")
    table.row("cleared, then forgotten when locked", pid, GONE, *secrets)


@contextlib.contextmanager
def unread_command(bench, *arguments):
    """The command line, of which nobody reads what it prints, so that it does not end."""
    reading, writing = os.pipe()
    os.write(writing, bytes(fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)))
    environment = {k: v for k, v in bench.environment.items() if k != "QT_LOGGING_RULES"}
    process = subprocess.Popen([bench.cli_program, *arguments], stdout=writing, stdin=subprocess.DEVNULL,
                               env=environment)
    os.close(writing)
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait(10)
        os.close(reading)


@with_table
def command_line_keeps_no_key_while_it_prints(bench, table):
    key = key_of(bench)
    added = bench.cli("profile", "add", "demo", "--endpoint", bench.emulator.url, "--ca-file", bench.emulator.ca_file,
                      key=bench.emulator.keys["user"])
    assert added.returncode == 0, added.stderr
    bench.emulator.behave(delay_ms=30_000)
    with unread_command(bench, "token", "demo") as pid:
        until("the request", bench.emulator.token_requests)
        table.row("command line: the key is sent", pid, HELD, key)
    bench.emulator.behave(delay_ms=0)
    with unread_command(bench, "token", "demo") as pid:
        token = until("the token", bench.emulator.issued)[-1]
        secret = Secret("token", token.encode())
        until("the token in it", lambda: scan(pid, [secret])["token"])
        table.row("command line: the token is being printed", pid, HELD, secret)
        table.row("command line: the token is being printed", pid, GONE, key)


run(key_is_gone_once_it_served, locking_forgets_tokens, refresh_token_goes_with_its_token,
    renewing_forgets_the_token_before, removing_forgets_key_and_token,
    removing_elsewhere_forgets_the_token, changing_the_key_forgets_what_was,
    clearing_the_inspector_forgets_what_was_in_it, clearing_forgets_what_was_edited,
    clearing_forgets_a_file_and_a_long_text, own_token_leaves_the_inspector,
    copied_token_is_gone_with_its_profile, command_line_keeps_no_key_while_it_prints)
