#!/bin/bash
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# session.sh: a private desktop session for one command.
#
# Starts a desktop of its own: an X server (Xvfb), a window manager, a session bus, the
# accessibility bus, and a Secret Service with an unlocked keyring. Runs the command in it, ends
# everything it started, and exits with the command's status. Nothing of the caller's desktop,
# home or keychain gets in or is touched; sessions run side by side.
#
#   session.sh [options] -- COMMAND [ARG...]
#
#   --keyring unlocked|locked|empty|none  Secret Service on the bus (unlocked)
#   --prompter             let the keyring ask for its password in a window
#   --own-display          use the caller's display instead of a virtual one
#   --no-a11y              without the accessibility bus
#   --no-wm                without a window manager
#   --no-x                 without a display, for console and offscreen tests
#   --size WxHxD           the virtual screen (1280x800x24)
#   --timeout SECONDS      end the command after that long; status 124
#   --log DIR              keep the services' logs there
#   --keep-home            leave HOME as it is (otherwise an empty one)
#
# Exit status: the command's; 124 timed out; 125 wrong usage, a program is missing (its Debian
# package is named), or the session could not be started (its logs are printed).
#
# Inside: DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS, XDG_* and HOME point into the session's own
# folder. SESSION_DIR is that folder, SESSION_LOG the folder of logs, SESSION_KEYRING_PID the keyring
# daemon's process id, and SESSION_KEYRING_PASSWORD what unlocks its collection.

# shellcheck disable=SC2317 # functions that are called by name, from a trap and by await
set -u
keyring=unlocked prompter=no a11y=yes wm=yes x=virtual
size=1280x800x24 limit="" log="" keep_home=no

usage() { sed -n '5,/^$/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"; }
bad() { echo "session: $*" >&2; exit 125; }
while [ $# -gt 0 ]; do
    case $1 in
    --keyring|--size|--timeout|--log)
        [ $# -ge 2 ] || bad "$1 needs a value"
        case $1 in
        --keyring) keyring=$2 ;; --size) size=$2 ;; --timeout) limit=$2 ;; --log) log=$2 ;;
        esac
        shift 2 ;;
    --prompter) prompter=yes; shift ;;
    --own-display) x=own; wm=no; shift ;;
    --no-a11y) a11y=no; shift ;;
    --no-wm) wm=no; shift ;;
    --no-x) x=no; wm=no; a11y=no; shift ;;
    --keep-home) keep_home=yes; shift ;;
    -h|--help) usage; exit 0 ;;
    --) shift; break ;;
    -*) bad "unknown option $1 (see --help)" ;;
    *) break ;;
    esac
done
[ $# -gt 0 ] || { usage >&2; exit 125; }
case $keyring in unlocked|locked|empty|none) ;; *) bad "--keyring $keyring?" ;; esac
[ "$x" != own ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || bad "--own-display without a display"

need() { # need PROGRAM PACKAGE
    command -v "$1" >/dev/null || [ -x "$1" ] || bad "$1 is missing: install the package $2"
}
need dbus-daemon dbus
need dbus-send dbus
[ "$keyring" = none ] || need gnome-keyring-daemon gnome-keyring
[ "$prompter" = no ] || need /usr/libexec/gcr-prompter gcr
[ "$a11y" = no ] || need /usr/libexec/at-spi-bus-launcher at-spi2-core
[ "$wm" = no ] || { need openbox openbox; need xprop x11-utils; }
[ "$x" != virtual ] || { need Xvfb xvfb; need xauth xauth; need xdpyinfo x11-utils; }

# The folder's path stays short: sockets lie in it, and a socket's path may
# have 107 characters at most.
dir=$(mktemp -d /tmp/hp-session.XXXXXX) || exit 125
chmod 700 "$dir"
mkdir -m 700 "$dir"/{run,home,config,data,cache,state,services,log}
if [ -n "$log" ]; then mkdir -p "$log" && log=$(cd "$log" && pwd) || exit 125
else log=$dir/log; fi

token=hp-$$-$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
pids=() names=() command_pid=""

# Everything started here carries the token in its environment; what the
# services started in turn (the accessibility registry, a prompter, a program
# the command left behind) is found by it. A process that made itself
# unreadable is not: hence the process ids and the groups first.
strays() {
    local file pid
    # One grep for all, since sessions run side by side on busy machines; it is not one of them.
    SESSION_TOKEN='' grep -lzxF "SESSION_TOKEN=$token" /proc/[0-9]*/environ 2>/dev/null |
        while read -r file; do
            pid=${file#/proc/}
            echo "${pid%/environ}"
        done
}
alive() { # alive PID...: one of them runs (a zombie does not: a container's first process may reap none)
    local p line
    for p in "$@"; do
        { read -r line <"/proc/$p/stat"; } 2>/dev/null || continue
        line=${line##*) }
        [ "${line%% *}" = Z ] || return 0
    done
    return 1
}
signal_command() { kill "-$1" -- "-$command_pid" 2>/dev/null || kill "-$1" "$command_pid" 2>/dev/null; }
end() { # end PID...: ask, wait at most 2 s, then make
    [ $# -gt 0 ] || return 0
    kill -TERM "$@" 2>/dev/null
    local i
    for ((i = 0; i < 40; i++)); do alive "$@" || return 0; sleep 0.05; done
    kill -KILL "$@" 2>/dev/null
}
teardown() {
    trap '' INT TERM HUP
    local i
    [ -z "$command_pid" ] || signal_command TERM
    # shellcheck disable=SC2046 # a list of process ids
    end $(strays | grep -vxF "$(printf '%s\n' "${pids[@]:-none}")")
    [ -z "$command_pid" ] || kill -KILL -- "-$command_pid" 2>/dev/null
    for ((i = ${#pids[@]} - 1; i >= 0; i--)); do end "${pids[i]}"; done
    # shellcheck disable=SC2046 # a list of process ids
    end $(strays)
    wait 2>/dev/null
    rm -rf "$dir"
}
trap teardown EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

fail() {
    echo "session: $*" >&2
    local f; for f in "$log"/*.log; do [ -s "$f" ] && { echo "--- $f" >&2; tail -n 20 "$f" >&2; }; done
    exit 125
}
# Should this script itself be killed outright, what it started goes with it.
leash=(setpriv --pdeathsig TERM)
command -v setpriv >/dev/null || leash=()
start() { # start NAME COMMAND...: in the background, its output to a log
    local name=$1; shift
    "${leash[@]}" "$@" </dev/null >>"$log/$name.log" 2>&1 &
    pids+=($!); names+=("$name")
}
await() { # await WHAT COMMAND...: until it succeeds, 30 s at most
    local what=$1 i; shift
    for ((i = 0; i < 600; i++)); do
        "$@" >/dev/null 2>&1 && return 0
        alive "${pids[-1]}" || fail "$what: ${names[-1]} ended early"
        sleep 0.05
    done
    fail "$what: not there after 30 s"
}
bus_call() { dbus-send --session --print-reply --reply-timeout=5000 "$@"; }
owned() { bus_call --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner "string:$1" 2>/dev/null | grep -q 'boolean true'; }

# The environment: nothing of the caller's desktop gets in.
[ "$x" = own ] || unset DISPLAY WAYLAND_DISPLAY XAUTHORITY
unset DBUS_SESSION_BUS_ADDRESS DBUS_SESSION_BUS_PID AT_SPI_BUS_ADDRESS \
    GNOME_KEYRING_CONTROL GNOME_DESKTOP_SESSION_ID KDE_FULL_SESSION KDE_SESSION_VERSION DESKTOP_SESSION \
    XDG_CURRENT_DESKTOP XDG_SESSION_TYPE QT_QPA_PLATFORM QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE QT_NO_GLIB \
    http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY no_proxy NO_PROXY
export SESSION_TOKEN=$token SESSION_DIR=$dir SESSION_LOG=$log
# A Wayland socket is named by the folder it lies in.
if [ "$x" = own ] && [ -n "${WAYLAND_DISPLAY:-}" ]; then
    case $WAYLAND_DISPLAY in /*) ;; *) export WAYLAND_DISPLAY=${XDG_RUNTIME_DIR:-}/$WAYLAND_DISPLAY ;; esac
fi
export XDG_RUNTIME_DIR=$dir/run XDG_CONFIG_HOME=$dir/config XDG_DATA_HOME=$dir/data \
    XDG_CACHE_HOME=$dir/cache XDG_STATE_HOME=$dir/state
[ "$keep_home" = yes ] || export HOME=$dir/home
export NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory

if [ "$x" = virtual ]; then
    # The X server picks a free display by itself and says which on a pipe:
    # sessions side by side never meet.
    export XAUTHORITY=$dir/xauth
    : >"$XAUTHORITY"
    cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    xauth -q add :0 . "$cookie" 2>/dev/null
    mkfifo "$dir/displayfd"
    start xvfb Xvfb -displayfd 7 -screen 0 "$size" -nolisten tcp -noreset -dpi 96 -auth "$XAUTHORITY" 7<>"$dir/displayfd"
    exec 8<>"$dir/displayfd"
    read -r -t 30 display <&8 || fail "Xvfb gave no display"
    exec 8<&-
    export DISPLAY=:$display
    xauth -q remove :0 2>/dev/null
    xauth -q add "$DISPLAY" . "$cookie" || fail "xauth"
    await "X server" xdpyinfo
fi

# A bus that starts nothing by itself: a service that was not asked for does
# not exist, rather than being started on first use (gnome-keyring
# ships such an activation file).
service() { printf '[D-BUS Service]\nName=%s\nExec=%s\n' "$1" "$2" >"$dir/services/$1.service"; }
[ "$a11y" = no ] || service org.a11y.Bus /usr/libexec/at-spi-bus-launcher
if [ "$prompter" = yes ]; then
    service org.gnome.keyring.SystemPrompter /usr/libexec/gcr-prompter
    service org.gnome.keyring.PrivatePrompter /usr/libexec/gcr-prompter
fi
cat >"$dir/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:path=$dir/run/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$dir/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="reply_timeout">300000</limit>
</busconfig>
CONF
export DBUS_SESSION_BUS_ADDRESS=unix:path=$dir/run/bus
# The computer sleeps and locks for its users, not for a test.
export DBUS_SYSTEM_BUS_ADDRESS=disabled:
start dbus dbus-daemon --config-file="$dir/bus.conf" --nofork --nopidfile
await "session bus" bus_call --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetId

if [ "$wm" = yes ]; then
    start wm openbox --sm-disable
    managed() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; }
    await "window manager" managed
fi

if [ "$a11y" = yes ]; then
    await "accessibility bus" bus_call --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress
    bus_call --dest=org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Set \
        string:org.a11y.Status string:IsEnabled variant:boolean:true >/dev/null || fail "org.a11y.Status"
    export QT_ACCESSIBILITY=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
fi
unset NO_AT_BRIDGE

export SESSION_KEYRING_PASSWORD=test-session
if [ "$keyring" != none ]; then
    if [ "$keyring" = empty ]; then # a daemon without any collection: the first write asks for a password
        start keyring gnome-keyring-daemon --foreground --components=secrets
    else
        printf %s "$SESSION_KEYRING_PASSWORD" >"$dir/run/pw"
        "${leash[@]}" gnome-keyring-daemon --foreground --unlock --components=secrets <"$dir/run/pw" >>"$log/keyring.log" 2>&1 &
        pids+=($!); names+=(keyring)
    fi
    export SESSION_KEYRING_PID=${pids[-1]}
    await "Secret Service" owned org.freedesktop.secrets
    rm -f "$dir/run/pw"
    default_collection() {
        bus_call --dest=org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.ReadAlias string:default |
            grep -q collection
    }
    [ "$keyring" = empty ] || await "default collection" default_collection
    if [ "$keyring" = locked ]; then
        bus_call --dest=org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock \
            array:objpath:/org/freedesktop/secrets/aliases/default >/dev/null || fail "could not lock the collection"
    fi
fi

# The command runs in a process group of its own (so that all of it can be
# ended), unless it reads from a terminal, which the group would lose.
[ -t 0 ] || set -m
"${leash[@]}" "$@" <&0 &
command_pid=$!
set +m
if [ -n "$limit" ]; then
    (
        trap - EXIT INT HUP
        trap 'kill "$nap" 2>/dev/null; exit' TERM
        sleep "$limit" & nap=$!; wait "$nap"
        : >"$dir/timed-out"
        signal_command TERM
        sleep 5 & nap=$!; wait "$nap"
        signal_command KILL
    ) </dev/null >/dev/null 2>&1 &
    timer=$!
fi
wait "$command_pid"; status=$?
if [ -n "$limit" ]; then kill "$timer" 2>/dev/null; wait "$timer" 2>/dev/null; fi
if [ -e "$dir/timed-out" ]; then
    echo "session: the command ran past $limit s" >&2
    status=124
fi
exit "$status"
