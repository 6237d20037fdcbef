#!/usr/bin/python3
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""findtokens.py FILE: what one would write in five minutes to get at the tokens of a HAR: JSON, a
regular expression over its strings, header and claims decoded. Checks no signature."""
import base64
import json
import re
import sys

TOKEN = re.compile(r"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*", re.ASCII)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


with open(sys.argv[1], encoding="utf-8") as file:
    content = json.load(file)
found = [token for text in strings(content) for token in TOKEN.findall(text)]
names = [(decoded(token.split(".")[0]).get("kid"), decoded(token.split(".")[1]).get("iam_id")) for token in found]
print(len(names), "tokens")
