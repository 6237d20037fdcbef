#!/bin/sh
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# checklibraries.sh PROGRAM PATTERN: the program loads no library whose name holds the pattern, not
# even through another library.
set -eu
loaded=$(ldd "$1")
echo "$loaded" | grep -q 'libQt6Core' || { echo "$1 does not even load Qt: $loaded" >&2; exit 1; }
if echo "$loaded" | grep -E "$2"; then
    echo "$1 loads what it should not (above)" >&2
    exit 1
fi
