#!/bin/sh
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# unchanged.sh CATALOGUE COPY LUPDATE [ARG...]
# Copies the catalogue, brings the copy up to date, and fails where that changes it.
set -eu
catalogue=$1 copy=$2
shift 2
[ -x "$1" ] || { echo "$1 is missing: install the package qt6-l10n-tools" >&2; exit 1; }
[ -s "$catalogue" ] || { echo "$catalogue is empty or missing" >&2; exit 1; }

cp "$catalogue" "$copy"
"$@"
if ! diff -u "$catalogue" "$copy"; then
    echo "The texts in app/ and the catalogue differ: build the target update_translations," >&2
    echo "translate what is new, and commit it." >&2
    exit 1
fi
