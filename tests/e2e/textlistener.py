# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Prints every text change that is told on the accessibility bus."""
import pyatspi


def heard(event):
    print(event.type, repr(event.any_data), flush=True)


pyatspi.Registry.registerEventListener(heard, "object:text-changed")
print("ready", flush=True)
pyatspi.Registry.start()
