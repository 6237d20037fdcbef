#!/bin/bash
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# waylandsession.sh: session.sh on a private headless Wayland compositor (sway) in place of an X
# server.
#
#   waylandsession.sh [options of session.sh] -- COMMAND [ARG...]
#
# Inside, WAYLAND_DISPLAY and SWAYSOCK point to the compositor, whose log is $SESSION_WAYLAND_LOG, and
# Qt's programs use it. The seat has a keyboard for as long as the session lasts, but nobody types on
# it: `wtype` does. Exit status: that of session.sh; 125 also where the compositor does not start.
set -u
bad() { echo "waylandsession: $*" >&2; exit 125; }
need() { command -v "$1" >/dev/null || bad "$1 is missing: install the package $2"; }
need sway sway
need swaymsg sway
need wtype wtype
need setpriv util-linux

dir=$(mktemp -d /tmp/hp-wayland.XXXXXX) || exit 125
chmod 700 "$dir"
pids=()
teardown() {
    trap '' INT TERM HUP
    local i
    for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill -TERM "${pids[i]}" 2>/dev/null; done
    wait 2>/dev/null
    rm -rf "$dir"
}
trap teardown EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# sway does not run as root, and need not be trusted with more than its own folder.
drop=()
if [ "$(id -u)" -eq 0 ]; then
    drop=(--reuid 65534 --regid 65534 --clear-groups)
    chown 65534:65534 "$dir"
fi
cat >"$dir/config" <<'CONF'
xwayland disable
default_border none
CONF
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET
# SWAYSOCK and the rest are the session's own; nothing of the caller's compositor gets in.
export SWAYSOCK=$dir/ipc SESSION_WAYLAND_LOG=$dir/log
env -u I3SOCK XDG_RUNTIME_DIR="$dir" HOME="$dir" WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 \
    WLR_RENDERER=pixman setpriv --pdeathsig TERM "${drop[@]}" \
    sway --debug --config "$dir/config" </dev/null >"$dir/log" 2>&1 &
pids+=($!)

await() { # await WHAT COMMAND...: until it succeeds, 30 s at most
    local what=$1 i; shift
    for ((i = 0; i < 600; i++)); do
        "$@" >/dev/null 2>&1 && return 0
        kill -0 "${pids[-1]}" 2>/dev/null || break
        sleep 0.05
    done
    tail -n 20 "$dir/log" >&2
    bad "$what: not there"
}
await "the compositor" swaymsg -t get_version
socket=$(find "$dir" -maxdepth 1 -type s -name 'wayland-*' | head -n 1)
[ -n "$socket" ] || bad "the compositor has no socket"
export WAYLAND_DISPLAY=$socket

# Without a keyboard there is no focus, and no compositor lets anybody copy.
setpriv --pdeathsig TERM wtype -s 86400000 </dev/null >>"$dir/log" 2>&1 &
pids+=($!)
has_keyboard() { swaymsg -t get_seats | grep -q '"type": "keyboard"'; }
await "the keyboard" has_keyboard

# Before the command: session.sh takes the caller's choice of Qt platform away.
options=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
[ $# -gt 1 ] || bad "no command (see the head of this file)"
shift
"$(dirname "${BASH_SOURCE[0]}")"/session.sh --own-display "${options[@]}" -- \
    env QT_QPA_PLATFORM=wayland XDG_SESSION_TYPE=wayland "$@"
