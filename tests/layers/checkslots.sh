#!/bin/bash
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# checkslots.sh FOLDER: no slot that the bus calls has a typed parameter, and nothing but app/dbus reads
# arguments. Qt ends the program where something else comes than the type of a parameter, and
# qdbus_cast may read it for ever.
set -u
status=0
complain() { # complain WHAT LINES
    [ -z "$2" ] && return
    printf '%s:\n%s\n' "$1" "$2"
    status=1
}
slots=$(grep -rnoE 'SLOT\([^)]*\)?\)' "$1" --include='*.cpp')
[ -n "$slots" ] || { echo "there is no slot by name in $1: what is checked here?"; exit 1; }
complain "these slots take more than the message" \
    "$(grep -vE 'SLOT\([A-Za-z]+\((QDBusMessage)?\)\)$' <<<"$slots")"
complain "these read what came by themselves" \
    "$(grep -rnE 'qdbus_cast|QDBusReply|QDBusPendingReply|QDBusArgument|QDBusInterface|(reply\(\)|message|signal|answer)[.>-]+arguments\(\)' \
        "$1" --include='*.cpp' --include='*.h' | grep -v "^$1/dbus/")"
exit $status
