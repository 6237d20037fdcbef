#!/bin/sh
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# validate.sh FILE...: holds each file against the rules for its kind, told by its ending.
set -eu

need() { # need COMMAND PACKAGE
    command -v "$1" >/dev/null || { echo "validate: '$1' is missing; install the package $2" >&2; exit 1; }
}

validate_package() {
    need lintian lintian
    # QtKeychain opens this library at run time, so nothing else would notice that it is not asked for.
    dpkg-deb --field "$1" Depends | grep -q 'libsecret-1-0' ||
        { echo "validate: $1 does not depend on libsecret-1-0" >&2; return 1; }
    lintian --fail-on error,warning "$1"
}

validate_manual() { # a page that groff has a word to say about is not valid
    need man man-db
    complaints=$(LC_ALL=C.UTF-8 man --warnings --local-file "$1" 2>&1 >/dev/null)
    [ -z "$complaints" ] || { echo "$complaints" >&2; return 1; }
}

for file in "$@"; do
    case $file in
    *.desktop) need desktop-file-validate desktop-file-utils; desktop-file-validate "$file" ;;
    *.metainfo.xml) need appstreamcli appstream; appstreamcli validate --no-net --strict "$file" ;;
    *.[1-8]) validate_manual "$file" ;;
    *.deb) validate_package "$file" ;;
    *) echo "validate: what is $file?" >&2; exit 2 ;;
    esac
    echo "valid: $file"
done
