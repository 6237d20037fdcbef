# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Looks for secrets in the memory of a running program, from outside.

Every mapping that can hold what a program wrote is read through /proc/PID/mem, and searched for each secret as
bytes, in UTF-16, in base64 (at all three places in a group) and percent-encoded: for whole copies, and for every
piece of at least `piece` characters. root may read any program; another user only what is not protected (see
open_memory()). What cannot be read raises Unreadable: there is no scan that saw nothing because it saw nothing.
"""
import base64
import os
import re
import urllib.parse
from dataclasses import dataclass, field

PAGE = 4096
EMPTY_PAGE = bytes(PAGE)
# Most of a memory is no text: what is looked for is looked for in what is.
SHORTEST = 16
TEXT = re.compile(rb"[\x20-\x7e]{%d,}" % SHORTEST)
WIDE_TEXT = re.compile(rb"(?:[\x20-\x7e]\0){%d,}" % SHORTEST)


class Unreadable(Exception):
    """The program's memory cannot be read by this user."""


@dataclass(frozen=True)
class Secret:
    name: str
    value: bytes
    piece: int = 64  # characters of it that count as a piece

    def forms(self):
        """How it may be written: name, bytes, and how many of them count as a piece."""
        yield "bytes", self.value, self.piece
        if is_text(self.value):
            yield "UTF-16", self.value.decode().encode("utf-16-le"), 2 * self.piece
            quoted = urllib.parse.quote(self.value, safe="").encode()
            if quoted != self.value:
                yield "percent", quoted, self.piece
        for before in range(3):
            encoded = base64.b64encode(bytes(before) + self.value)
            # Without what depends on its neighbours.
            yield "base64", encoded[4 if before else 0:len(encoded) - 4], self.piece * 4 // 3


@dataclass
class Count:
    whole: int = 0
    pieces: int = 0
    places: list = field(default_factory=list)

    def __bool__(self):
        return self.whole + self.pieces > 0


def is_text(data):
    return all(0x20 <= byte <= 0x7e for byte in data)


def open_memory(pid):
    try:
        return os.open(f"/proc/{pid}/mem", os.O_RDONLY)
    except OSError as error:
        raise Unreadable(f"/proc/{pid}/mem: {error}") from error


def mappings(pid):
    """What the program can have written to: begin, end and name."""
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps:
        for line in maps:
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \d+ *(.*)", line)
            begin, end, rights, name = int(match[1], 16), int(match[2], 16), match[3], match[4]
            if "r" not in rights or name.startswith(("[vvar", "[vsyscall")):
                continue
            if "w" in rights or not name.startswith("/"):
                yield begin, end, name or "anonymous"


def written_runs(memory, begin, end):
    """The bytes of a mapping without the pages that are empty."""
    run = []
    for at in range(begin, end, 256 * PAGE):
        try:
            block = os.pread(memory, min(end - at, 256 * PAGE), at)
        except OSError:
            block = b""  # unmapped meanwhile, or a device's
        for offset in range(0, len(block), PAGE):
            page = block[offset:offset + PAGE]
            if page == EMPTY_PAGE:
                if run:
                    yield b"".join(run)
                    run = []
                continue
            run.append(page)
    if run:
        yield b"".join(run)


def common_length(one, other):
    """How many bytes both begin with."""
    return len(os.path.commonprefix([one, other]))


def find_form(data, form, piece):
    """How long each place is at which `data` has `form`, or a piece of it."""
    piece = min(piece, len(form))
    step = piece // 2  # a piece holds one of the form's parts of this length
    found = {}
    for part_at in range(0, len(form) - step + 1, step):
        part = form[part_at:part_at + step]
        at = data.find(part)
        while at >= 0:
            before = common_length(data[max(0, at - part_at):at][::-1], form[:part_at][::-1])
            after = common_length(data[at:at + len(form) - part_at], form[part_at:])
            if before + after >= piece:
                found[at - before] = max(found.get(at - before, 0), before + after)
            at = data.find(part, at + 1)
    return found.values()


def texts_in(data):
    """The texts in it, of one byte a character and of two, as one."""
    return b"\n".join(match[0] for kind in (TEXT, WIDE_TEXT) for match in kind.finditer(data))


class Search:
    """What is found, by the names of secrets and of encodings."""

    def __init__(self, secrets):
        self.counts = {secret.name: {} for secret in secrets}
        forms = [(secret.name, *form) for secret in secrets for form in secret.forms()]
        self.text_forms = [form for form in forms if is_text(form[2].replace(b"\0", b""))]
        self.other_forms = [form for form in forms if form not in self.text_forms]

    def look_in(self, data, forms, place):
        for name, kind, form, piece in forms:
            for length in find_form(data, form, piece):
                count = self.counts[name].setdefault(kind, Count())
                count.whole += length == len(form)
                count.pieces += length < len(form)
                count.places.append((place, length))


def scan(pid, secrets):
    """For each secret's name the counts by encoding."""
    search = Search(secrets)
    memory = open_memory(pid)
    bytes_seen = 0
    try:
        for begin, end, place in mappings(pid):
            for data in written_runs(memory, begin, end):
                bytes_seen += len(data)
                search.look_in(data, search.other_forms, place)
                search.look_in(texts_in(data), search.text_forms, place)
    finally:
        os.close(memory)
    if not bytes_seen:
        raise Unreadable(f"process {pid}: nothing of its memory could be read")
    return search.counts
