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
ANCHOR = 16  # bytes that are looked for first; a piece of twice as many holds one of them whole


class Unreadable(Exception):
    """The program's memory cannot be read by this user."""


@dataclass(frozen=True)
class Secret:
    name: str
    value: bytes
    piece: int = 64  # characters of it that count as a piece

    def forms(self):
        """How it may be written: name, bytes, and the bytes of one of its pieces."""
        yield "bytes", self.value, self.piece
        try:
            text = self.value.decode()
        except UnicodeDecodeError:
            text = None
        if text is not None:
            yield "UTF-16", text.encode("utf-16-le"), 2 * self.piece
            quoted = urllib.parse.quote(text, safe="").encode()
            if quoted != self.value:
                yield "percent", quoted, self.piece
        for before in range(3):
            encoded = base64.b64encode(bytes(before) + self.value)
            # Without what depends on its neighbours.
            inner = encoded[4 if before else 0:len(encoded) // 4 * 4 - 4]
            yield "base64", inner, self.piece * 4 // 3


@dataclass
class Count:
    whole: int = 0
    pieces: int = 0
    places: list = field(default_factory=list)

    def __bool__(self):
        return self.whole + self.pieces > 0


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
    """The bytes of a mapping without the pages that are empty: address, bytes."""
    run, run_begin = [], begin
    for at in range(begin, end, 256 * PAGE):
        try:
            block = os.pread(memory, min(end - at, 256 * PAGE), at)
        except OSError:
            block = b""  # unmapped meanwhile, or a device's
        for offset in range(0, len(block), PAGE):
            page = block[offset:offset + PAGE]
            if page == EMPTY_PAGE:
                if run:
                    yield run_begin, b"".join(run)
                    run = []
                continue
            if not run:
                run_begin = at + offset
            run.append(page)
    if run:
        yield run_begin, b"".join(run)


def common_length(one, other):
    """How many bytes both begin with."""
    return len(os.path.commonprefix([one, other]))


def find_form(data, form, piece):
    """Where `form` is in `data`, whole or a piece of it: begin in data, length."""
    found = {}
    for anchor_at in range(0, len(form) - ANCHOR + 1, ANCHOR):
        anchor = form[anchor_at:anchor_at + ANCHOR]
        at = data.find(anchor)
        while at >= 0:
            before = common_length(data[max(0, at - anchor_at):at][::-1], form[:anchor_at][::-1])
            after = common_length(data[at:at + len(form) - anchor_at], form[anchor_at:])
            if before + after >= min(piece, len(form)):
                found[at - before] = max(found.get(at - before, 0), before + after)
            at = data.find(anchor, at + 1)
    return found.items()


def scan(pid, secrets):
    """For each secret's name the counts by encoding."""
    counts = {secret.name: {} for secret in secrets}
    memory = open_memory(pid)
    bytes_seen = 0
    try:
        for begin, end, name in mappings(pid):
            for address, data in written_runs(memory, begin, end):
                bytes_seen += len(data)
                for secret in secrets:
                    for kind, form, piece in secret.forms():
                        for at, length in find_form(data, form, piece):
                            count = counts[secret.name].setdefault(kind, Count())
                            count.whole += length == len(form)
                            count.pieces += length < len(form)
                            count.places.append((name, address + at, length))
    finally:
        os.close(memory)
    if not bytes_seen:
        raise Unreadable(f"process {pid}: nothing of its memory could be read")
    return counts
