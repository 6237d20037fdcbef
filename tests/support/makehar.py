#!/usr/bin/python3
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""makehar.py [--tokens 10000] [--bytes 52428800] [FILE]: a browser's recording (HAR 1.2) with that
many tokens in it, of at least that many bytes, the same one each time.

Every tenth token stands in a JSON body, which a HAR holds as an escaped string; the others are in
Authorization headers. No two are equal. They look like IAM's (RS256, about 1.4 KB) and nobody signed
them: the signatures are random bytes. The key that
they name is one of tests/vectors/jwt/jwks.json.
"""
import argparse
import base64
import json
import random
import sys

ISSUED = 1767225600
# What fills the bodies: as much like a real answer as matters to a search.
RESOURCE = {"crn": "crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef0123456789abcdef:::",
            "name": "bucket-eu-de", "state": "active", "tags": ["env:prod", "eyes:two", "q=\"1.5\""],
            "description": "Größe \\ path, first line\nsecond line", "count": 17, "parent": None}


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def part(value):
    return base64url(json.dumps(value, separators=(",", ":")).encode())


def token(number, rng):
    header = {"kid": "20251201-0830", "typ": "JWT", "alg": "RS256"}
    issued = ISSUED + number
    claims = {"iam_id": f"IBMid-{number:010d}", "id": f"IBMid-{number:010d}", "realmid": "IBMid",
              "jti": f"{rng.getrandbits(128):032x}", "identifier": f"{number:010d}",
              "given_name": "Ada", "family_name": "Example", "name": "Ada Example",
              "email": f"ada{number}@example.com", "sub": f"ada{number}@example.com",
              "authn": {"sub": f"ada{number}@example.com", "iam_id": f"IBMid-{number:010d}", "name": "Ada Example",
                        "given_name": "Ada", "family_name": "Example", "email": f"ada{number}@example.com"},
              "account": {"boundary": "global", "valid": True, "bss": "0123456789abcdef0123456789abcdef",
                          "ims_user_id": f"{number:08d}", "frozen": True, "ims": "1234567"},
              "iat": issued, "exp": issued + 3600, "iss": "https://iam.cloud.ibm.com/identity",
              "grant_type": "urn:ibm:params:oauth:grant-type:apikey", "scope": "ibm openid",
              "client_id": "default", "acr": 1, "amr": ["pwd"]}
    return f"{part(header)}.{part(claims)}.{base64url(rng.randbytes(256))}"


def body(number, secret, size):
    answer = {"next": f"/v2/resource_instances?start={number}", "resources": []}
    if secret:
        answer |= {"access_token": secret, "token_type": "Bearer", "expires_in": 3600}
    filler = len(json.dumps(json.dumps(RESOURCE)))
    answer["resources"] = [RESOURCE] * max(0, size // filler)
    return json.dumps(answer)


def entry(number, rng, size):
    secret = token(number, rng)
    is_in_body = number % 10 == 9
    headers = [{"name": "Accept", "value": "application/json"}, {"name": "User-Agent", "value": "Mozilla/5.0"}]
    if not is_in_body:
        headers.append({"name": "Authorization", "value": f"Bearer {secret}"})
    text = body(number, secret if is_in_body else None, size - len(secret) - 900)
    return {"startedDateTime": "2026-01-01T00:00:00.000Z", "time": 12.5,
            "request": {"method": "GET", "url": f"https://resource-controller.cloud.ibm.com/v2/resource_instances/{number}",
                        "httpVersion": "h2", "cookies": [], "headers": headers, "queryString": [],
                        "headersSize": -1, "bodySize": 0},
            "response": {"status": 200, "statusText": "OK", "httpVersion": "h2", "cookies": [],
                         "headers": [{"name": "Content-Type", "value": "application/json"}],
                         "content": {"size": len(text), "mimeType": "application/json", "text": text},
                         "redirectURL": "", "headersSize": -1, "bodySize": len(text)},
            "cache": {}, "timings": {"send": 0, "wait": 12, "receive": 0.5}}


def write(out, tokens, size):
    rng = random.Random(20260101)
    written = out.write('{"log":{"version":"1.2","creator":{"name":"makehar","version":"1"},"entries":[\n')
    for number in range(tokens):
        # What is left, shared out among those that are left: the last ones make good for the first.
        share = max(0, size - written) // (tokens - number)
        separator = ",\n" if number + 1 < tokens else "\n"
        written += out.write(json.dumps(entry(number, rng, share)) + separator)
    # White space may follow: the size is at least what was asked for, and no token is in it.
    written += out.write("]}}")
    out.write(" " * max(0, size - written - 1) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default="-", metavar="FILE")
    parser.add_argument("--tokens", type=int, default=10_000)
    parser.add_argument("--bytes", type=int, default=50 * 1024 * 1024)
    args = parser.parse_args()
    if args.file == "-":
        write(sys.stdout, args.tokens, args.bytes)
    else:
        with open(args.file, "w", encoding="ascii") as out:
            write(out, args.tokens, args.bytes)


if __name__ == "__main__":
    main()
