#!/bin/sh
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# smalldisk.sh COMMAND [ARG...]: runs a command that has a disk of 96 KiB of its own, in memory, at
# $HOURPASS_SMALL_DISK. Exit status: the command's; 77 where this system does not allow it.
set -eu
# In a changed root folder there are no namespaces of users; root needs none. Nor is it a mount, whose
# propagation could be changed.
own=--map-root-user
unshare $own true 2>/dev/null || [ "$(id -u)" -ne 0 ] || own='--propagation unchanged'
if [ "${HOURPASS_SMALL_DISK:-}" = "" ]; then
    folder=$(mktemp -d)
    trap 'rmdir "$folder"' EXIT
    if ! why=$(unshare $own --mount mount -t tmpfs -o size=96k tmpfs "$folder" 2>&1); then
        echo "NOT TRIED, no disk of its own: $why"
        exit 77
    fi
    status=0
    HOURPASS_SMALL_DISK=$folder unshare $own --mount "$0" "$@" || status=$?
    exit $status
fi

mount -t tmpfs -o size=96k,mode=700 tmpfs "$HOURPASS_SMALL_DISK"
exec "$@"
