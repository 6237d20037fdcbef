#!/bin/bash
# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
#
# demo.sh BUILD_FOLDER: the main job on real parts: the programs that were built, a keyring and a
# home of their own, TLS, a window, and the project's IAM emulator in IBM's place. Shows the window
# on the caller's display if there is one, else on a private virtual one, of which it leaves a
# picture in the build folder.
set -eu
build=$(cd "$1" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
display=()
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || display=(--own-display)
exec "$here/session.sh" "${display[@]}" -- /usr/bin/python3 "$here/demo.py" \
    "$build/app/hourpass" "$build/app/hourpass-cli" \
    "$build/tests/support/iamemulator/hourpass-iam-emulator" \
    "$([ ${#display[@]} -gt 0 ] || echo "$build/demo.png")"
