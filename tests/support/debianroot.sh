#!/bin/bash
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# debianroot.sh SUITE ROOT [--user] COMMAND [ARG...]
#
# Runs a command on what was last committed, in a bare Debian of its own: SUITE (trixie, bookworm) is
# made in the folder ROOT if it is not there yet, the commit is laid out in ROOT/home/tester/hourpass,
# and the command runs in that folder, as root or, with --user, as an ordinary user who may not become
# root. What was built there before stays, so that a second run is short. Needs root and debootstrap.
set -euo pipefail
[ $# -ge 3 ] || { sed -n '5,10s/^# \?//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
suite=$1 root=$(realpath -m "$2")
shift 2
as=()
if [ "$1" = --user ]; then
    as=(setpriv --reuid=tester --regid=tester --init-groups env USER=tester)
    shift
fi
sources=$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)
command -v debootstrap >/dev/null || { echo "debianroot: install the package debootstrap" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || { echo "debianroot: a root of its own needs root's rights" >&2; exit 1; }

[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$root"
cp /etc/resolv.conf "$root/etc/"
chroot "$root" sh -c 'id tester >/dev/null 2>&1 || useradd --create-home --shell /bin/bash tester'
place=$root/home/tester/hourpass
mkdir -p "$place"
# What is gone from the sources goes here too; what is built stays, and a file that did not change
# keeps its time, so that it is not built again.
find "$place" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf '{}' +
git -C "$sources" archive HEAD | tar -x -C "$place"
git -C "$sources" rev-parse HEAD >"$root/home/tester/commit"
chroot "$root" chown -R tester: /home/tester
vectors=${HOURPASS_VECTORS:-$sources/../shared/vectors}
[ ! -d "$vectors" ] || { mkdir -p "$root/vectors" && cp -r --no-preserve=mode "$vectors/." "$root/vectors/"; }

# shellcheck disable=SC2016 # expanded by the inner shell
exec unshare --mount --pid --fork --kill-child sh -c '
    root=$1 && shift && mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" &&
    mount --rbind /sys "$root/sys" && mount -t tmpfs -o mode=1777 tmpfs "$root/tmp" &&
    exec chroot "$root" "$@"' sh "$root" \
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/tester LANG=C.UTF-8 TERM="${TERM:-dumb}" \
    HOURPASS_VECTORS=/vectors "${as[@]}" sh -c 'cd /home/tester/hourpass && exec "$@"' sh "$@"
