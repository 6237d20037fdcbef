#!/bin/bash
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# bareroot.sh PACKAGE.deb PICTURE.png [FOLDER]
#
# Installs the package in a bare Debian 12 (made in FOLDER, or in a temporary one that goes again),
# starts both programs there, and takes a picture of the window under LANG=de_DE.UTF-8.
# Run by hand, as root; needs debootstrap and a Debian mirror.
set -euo pipefail
[ $# -ge 2 ] || { sed -n '5,9s/^# \?//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
package=$(realpath "$1") picture=$(realpath "$2")
support=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../support")
command -v debootstrap >/dev/null || { echo "bareroot: install the package debootstrap" >&2; exit 1; }

if [ $# -ge 3 ]; then
    root=$(realpath -m "$3")
else
    root=$(mktemp -d)
    chmod 755 "$root" # it becomes the root folder, which every user must get through
    trap 'rm -rf "$root"' EXIT
fi
[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$root"
cp /etc/resolv.conf "$root/etc/"
rm -rf "$root/hourpass"
mkdir -p "$root/hourpass"
cp "$package" "$root/hourpass/hourpass.deb"
cp "$support"/session* "$root/hourpass/"

# inside COMMAND...: in the root, with /proc and /dev, and nothing left behind when it ends
inside() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    unshare --mount --pid --fork --kill-child sh -c '
        root=$1 && shift && mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" &&
        exec chroot "$root" "$@"' sh "$root" \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
}

# First with what the package asks for alone, and without root's rights: nothing else may be there.
inside apt-get -qq update
inside apt-get -qq install --yes --no-install-recommends --reinstall /hourpass/hourpass.deb
inside sh -c 'id tester >/dev/null 2>&1 || useradd --create-home tester'
as_tester=(setpriv --reuid=tester --regid=tester --clear-groups env HOME=/home/tester)
inside "${as_tester[@]}" hourpass --version
inside "${as_tester[@]}" hourpass-cli --help >/dev/null

# Then as a desktop would: with what it recommends, and a screen.
inside apt-get -qq install --yes --no-install-recommends qt6-translations-l10n gnome-keyring \
    xvfb xauth openbox x11-utils dbus at-spi2-core fonts-dejavu-core imagemagick
cat >"$root/hourpass/picture.sh" <<'EOS'
hourpass & program=$!
for _ in $(seq 100); do
    kill -0 $program || exit 1
    if xwininfo -root -tree 2>/dev/null | grep -q '"Hourpass"' && import -window root /tmp/hourpass.png &&
        [ "$(identify -format %k /tmp/hourpass.png)" -gt 50 ]; then
        break
    fi
    sleep 0.1
done
sleep 1 # what the window loads after its first picture
import -window root /tmp/hourpass.png
kill $program
EOS
inside "${as_tester[@]}" LANG=de_DE.UTF-8 /hourpass/session.sh -- sh /hourpass/picture.sh
cp "$root/tmp/hourpass.png" "$picture"
rm -f "$root/tmp/hourpass.png"
echo "bareroot: installed and started; the window is in $picture"
