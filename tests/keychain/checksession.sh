#!/bin/bash
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# checksession.sh SESSION.SH: the private session keeps its promises: it says what is missing, hands
# the command's status on, is empty and private, and leaves nothing behind.
set -u
session=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

check() { # check WHAT COMMAND...
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else echo "FAILED: $what"; failures=$((failures + 1)); fi
}
status_is() { # status_is EXPECTED COMMAND...: and keeps what it printed in $work/out
    local expected=$1 status
    shift
    "$@" >"$work/out" 2>&1 </dev/null
    status=$?
    [ "$status" -eq "$expected" ] || { echo "status $status:"; cat "$work/out"; return 1; } >&2
}
said() { grep -q "$@" "$work/out" || { cat "$work/out" >&2; return 1; }; }
gone() { # gone PID: it runs no more, at most 10 s later (a zombie does not run)
    local i
    for ((i = 0; i < 200; i++)); do
        grep -qs '^State:[[:space:]]*[^ZX[:space:]]' "/proc/$1/status" || return 0
        sleep 0.05
    done
    return 1
}
command -v secret-tool >/dev/null || { echo "secret-tool is missing: install the package libsecret-tools"; exit 1; }

# A folder with every program but one, as the only one on the PATH.
without() { # without PROGRAM
    local program
    rm -rf "${work:?}/bin"
    mkdir "$work/bin"
    for program in bash sh cat chmod dbus-daemon dbus-send gnome-keyring-daemon grep kill mkdir mkfifo \
        mktemp od openbox rm sed setpriv sleep tail tr true xauth xdpyinfo xprop Xvfb; do
        [ "$program" = "$1" ] || ln -s "$(type -P "$program")" "$work/bin/$program"
    done
}
names_package() { # names_package PROGRAM PACKAGE OPTION...
    local program=$1 package=$2
    shift 2
    without "$program"
    status_is 125 env PATH="$work/bin" "$session" "$@" -- true &&
        said "$program is missing: install the package $package\$"
}
check "a missing dbus-daemon is named" names_package dbus-daemon dbus --no-x
check "a missing gnome-keyring-daemon is named" names_package gnome-keyring-daemon gnome-keyring --no-x
check "a missing Xvfb is named" names_package Xvfb xvfb
check "a missing xauth is named" names_package xauth xauth
check "a missing openbox is named" names_package openbox openbox
check "a missing xdpyinfo is named" names_package xdpyinfo x11-utils
without nothing
check "with all of them it works" status_is 0 env PATH="$work/bin" "$session" --no-a11y -- true

check "wrong usage" status_is 125 "$session" --no-x --keyring sometimes -- true
check "the command's status" status_is 7 "$session" --no-x --keyring none -- sh -c 'exit 7'
check "the time limit" status_is 124 "$session" --no-x --keyring none --timeout 1 -- sleep 60

# shellcheck disable=SC2016 # expanded by the inner shell
inside='printf "%s\n" "$SESSION_DIR" "$HOME" "$DBUS_SESSION_BUS_ADDRESS" "$SESSION_KEYRING_PID"; ls -A "$HOME"
    [ -z "${DISPLAY-}${https_proxy-}" ]; echo "foreign: $?"
    sleep 600 & echo $!'
check "a session" status_is 0 env DISPLAY=:1 https_proxy=http://proxy.invalid "$session" --no-x -- sh -c "$inside"
mapfile -t lines <"$work/out"
folder=${lines[0]}
check "its own HOME, and empty" [ "${lines[1]}:${lines[4]}" = "$folder/home:foreign: 0" ]
check "its own bus" [ "${lines[2]}" = "unix:path=$folder/run/bus" ]
check "its folder is gone" [ ! -e "$folder" ]
check "its keyring is gone" gone "${lines[3]}"
check "what the command left is gone" gone "${lines[5]}"

# shellcheck disable=SC2016
both='secret-tool search --all server x; printf %s "$1" | secret-tool store --label=x server x
    [ "$(secret-tool lookup server x)" = "$1" ]'
"$session" --no-x -- sh -c "$both" sh one >"$work/one" 2>&1 &
first=$!
check "the second of two side by side" status_is 0 "$session" --no-x -- sh -c "$both" sh two
wait "$first"
check "the first of two side by side" [ $? -eq 0 ]

[ "$failures" -eq 0 ] || { echo "$failures checks failed"; exit 1; }
