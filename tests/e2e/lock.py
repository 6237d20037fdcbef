# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""When the screen is locked, nothing stays in sight or on the clipboard."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard  # noqa: E402
from e2e import run  # noqa: E402


def lock_screen():
    subprocess.run(["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver",
                    "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"],
                   check=True, timeout=10)


def locking_hides_the_token_and_clears_the_clipboard(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    window.press("Show token")
    window.find("Hide token")  # it is shown
    assert clipboard() == bench.emulator.issued()[-1]
    lock_screen()
    window.await_text("Clipboard status", "cleared")
    assert not clipboard()
    window.find("Show token")  # it is masked again


def locking_leaves_what_somebody_else_copied(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    window.press("Show token")
    window.find("Hide token")  # it is shown
    subprocess.run(["xclip", "-selection", "clipboard"], input=b"other", check=True, timeout=10)
    window.await_text("Clipboard status", "replaced")
    lock_screen()
    window.find("Show token")  # it is masked again
    assert clipboard() == "other"


run(locking_hides_the_token_and_clears_the_clipboard, locking_leaves_what_somebody_else_copied)
