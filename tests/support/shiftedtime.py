# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Time that a test moves, for the real program: libfaketime shifts all its clocks (Debian: faketime)."""
from pathlib import Path

from desktop import Missing


class ShiftedTime:
    def __init__(self, folder):
        libraries = sorted(Path("/usr/lib").glob("**/faketime/libfaketime.so.1"))
        if not libraries:
            raise Missing("libfaketime: install the package faketime")
        self._offset = Path(folder) / "offset"
        self.advance(0)
        self.environment = {"LD_PRELOAD": str(libraries[0]), "FAKETIME_NO_CACHE": "1",
                            "FAKETIME_TIMESTAMP_FILE": str(self._offset)}

    def advance(self, seconds):
        """From the program's start on, in all. The program looks within 10 s."""
        fresh = self._offset.with_suffix(".new")
        fresh.write_text(f"+{seconds}\n")
        fresh.rename(self._offset)
