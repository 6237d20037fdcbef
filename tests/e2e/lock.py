# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""When the screen is locked, nothing stays in sight or on the clipboard."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard, copy_elsewhere, until  # noqa: E402
from e2e import run  # noqa: E402
from panel import IdleStand  # noqa: E402


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


def token_served_by_another_program(bench):
    """The token, on the clipboard as clipboard managers take it over."""
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    token = bench.emulator.issued()[-1]
    copy_elsewhere(token)
    # Its own format is no more offered: another program serves it.
    until("another owner", lambda: "x-kde-passwordManagerHint" not in clipboard("TARGETS").split())
    assert clipboard() == token
    return token


def locking_clears_what_another_program_took_over(bench):
    token_served_by_another_program(bench)
    lock_screen()
    bench.window.await_text("Clipboard status", "cleared")
    assert not clipboard()


def locking_by_hand_clears_what_another_program_took_over(bench):
    token_served_by_another_program(bench)
    bench.window.keys("ctrl+shift+l")
    bench.window.await_text("Clipboard status", "cleared")
    assert not clipboard()


def the_end_clears_what_another_program_took_over(bench):
    token = token_served_by_another_program(bench)
    assert bench.window.end() == 0
    assert clipboard() != token


def untouched_desktop_locks_where_the_user_wants_that(bench):
    bench.profiles_file.parent.mkdir(parents=True)
    (bench.profiles_file.parent / "settings.json").write_text(
        '{"version":1,"lockAfterIdleMinutes":3,"dropTokensOnLock":true}')
    # As in GNOME's Wayland session, where the X server does not know what is touched.
    bench.environment.update(WAYLAND_DISPLAY="nowhere", QT_QPA_PLATFORM="xcb")
    idle = IdleStand(bench.folder)
    try:
        until("the service", idle.is_there)
        window = bench.open_window()
        until("the watch", lambda: list(idle.watches().values()) == [180_000])
        bench.add_profile("prod", bench.emulator.keys["user"])
        window.press("Copy token")
        window.await_text("Clipboard status", "holds the token")
        idle.fire(next(iter(idle.watches())))
        window.await_text("Clipboard status", "cleared")
        assert not clipboard()
        window.find("Get token")  # it was dropped
        window.keys("ctrl+comma")
        window.press("Reset Lock after no input for")
        until("no watch", lambda: not idle.watches())
    finally:
        idle.end()


run(locking_hides_the_token_and_clears_the_clipboard, locking_leaves_what_somebody_else_copied,
    locking_clears_what_another_program_took_over,
    locking_by_hand_clears_what_another_program_took_over,
    the_end_clears_what_another_program_took_over, untouched_desktop_locks_where_the_user_wants_that)
