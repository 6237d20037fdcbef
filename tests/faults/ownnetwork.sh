#!/bin/sh
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# ownnetwork.sh COMMAND [ARG...]: runs a command in a network of its own. It has the loopback
# interface, an IPv6 and an IPv4 address of the ranges for documentation (RFC 3849, RFC 5737), no
# route, and a name server's address at which nobody answers. Exit status: the command's; 77 where
# this system does not allow it.
set -eu
# In a changed root folder there are no namespaces of users; root needs none. Nor is it a mount, whose
# propagation could be changed.
own=--map-root-user
unshare $own true 2>/dev/null || [ "$(id -u)" -ne 0 ] || own='--propagation unchanged'
if [ "${HOURPASS_OWN_NETWORK:-}" != inside ]; then
    if ! why=$(unshare $own --net --mount true 2>&1); then
        echo "no network of its own: $why"
        exit 77
    fi
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    status=0
    HOURPASS_OWN_NETWORK=inside HOURPASS_OWN_NETWORK_FILES=$folder \
        unshare $own --net --mount "$0" "$@" || status=$?
    exit $status
fi

ip link set lo up
ip address add 2001:db8::1/128 dev lo
ip address add 192.0.2.1/32 dev lo
cat >"$HOURPASS_OWN_NETWORK_FILES/hosts" <<END
127.0.0.1 localhost
198.51.100.1 both.iam.test
2001:db8::1 both.iam.test
192.0.2.1 moving.iam.test
END
printf 'nameserver 127.0.0.1\noptions timeout:2 attempts:1\n' >"$HOURPASS_OWN_NETWORK_FILES/resolv.conf"
mount --bind "$HOURPASS_OWN_NETWORK_FILES/hosts" /etc/hosts
mount --bind "$HOURPASS_OWN_NETWORK_FILES/resolv.conf" "$(readlink -f /etc/resolv.conf)"
exec "$@"
