# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""One program for each user: later starts bring it their wish and end."""
import os
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from desktop import clipboard, until  # noqa: E402
from e2e import run  # noqa: E402

RUNTIME = Path(os.environ["XDG_RUNTIME_DIR"]) / "hourpass"


def begin(bench, *arguments, **changes):
    """A start, without waiting for anything."""
    return subprocess.Popen([bench.hourpass, *arguments], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env={**bench.environment, "QT_LOGGING_RULES": "", **changes})


def start(bench, *arguments, **changes):
    """A start that ends by itself: its status and what it said."""
    process = begin(bench, *arguments, **changes)
    try:
        output, errors = process.communicate(timeout=20)
    finally:
        process.kill()
    return process.returncode, output, errors


def end_all(processes):
    for process in processes:
        if process.poll() is None:
            process.kill()
        process.communicate()


def x11(*arguments):
    # A search that finds nothing is a failure to xdotool.
    return subprocess.run(["xdotool", *arguments], check=arguments[0] != "search", timeout=20,
                          capture_output=True, text=True).stdout.strip()


def visible_windows():
    return x11("search", "--onlyvisible", "--name", "^Hourpass$").split()


def window_id():
    return until("the window", visible_windows)[-1]


def add_by_command_line(bench, name, key):
    added = bench.cli("profile", "add", name, "--endpoint", bench.emulator.url,
                      "--ca-file", bench.emulator.ca_file, key=key)
    assert added.returncode == 0, added.stderr


def hundred_later_starts_are_all_heard(bench):
    window = bench.open_window()
    starts = [begin(bench) for _ in range(100)]
    try:
        statuses = [process.wait(60) for process in starts]
    finally:
        end_all(starts)
    assert statuses == [0] * 100, statuses
    assert window.process.poll() is None, "the first one runs on"
    assert start(bench, "--quit") == (0, "", "")
    assert window.process.wait(10) == 0


def starts_at_once_leave_one(bench):
    starts = [begin(bench, "--hidden") for _ in range(30)]
    try:
        until("all but one to end", lambda: sum(p.poll() is None for p in starts) == 1, 30)
        ended = [p.returncode for p in starts if p.poll() is not None]
        assert ended == [0] * 29, ended
        assert start(bench, "--quit") == (0, "", "")
        until("the last one to end", lambda: all(p.poll() == 0 for p in starts))
    finally:
        end_all(starts)


def after_a_kill_the_next_start_works_at_once(bench):
    window = bench.open_window()
    window.process.kill()
    window.process.wait(10)
    assert (RUNTIME / "lock").exists() and (RUNTIME / "socket").exists(), "both are left over"
    second = bench.open_window()
    second.find("Add an API key")
    assert start(bench) == (0, "", ""), "and it can be reached"
    assert second.end() == 0
    assert not (RUNTIME / "lock").exists() and not (RUNTIME / "socket").exists()


def start_during_the_end_is_not_lost(bench):
    def is_first(process):
        return (RUNTIME / "lock").read_text().split()[0] == str(process.pid)

    starts = [begin(bench)]
    try:
        for _ in range(10):
            until("the last start to be the first", lambda: is_first(starts[-1]))
            assert start(bench, "--quit") == (0, "", "")
            starts.append(begin(bench))  # while the one that was told to quit may still end
            assert starts[-2].wait(10) == 0
    finally:
        end_all(starts)


def later_start_raises_the_window(bench):
    bench.open_window()
    window = window_id()
    x11("windowminimize", "--sync", window)
    assert start(bench) == (0, "", "")
    until("the window to be active", lambda: x11("getactivewindow") == window)


def hidden_start_leaves_the_window_alone(bench):
    bench.open_window()
    window = window_id()
    x11("windowminimize", "--sync", window)
    assert start(bench, "--hidden") == (0, "", "")
    assert start(bench, "--hidden") == (0, "", "")  # the first one has been done by now
    assert window not in visible_windows()


def later_start_needs_no_display(bench):
    window = bench.open_window()
    assert start(bench, "--quit", DISPLAY="", WAYLAND_DISPLAY="") == (0, "", "")
    assert window.process.wait(10) == 0


def copy_is_done_by_the_one_that_runs(bench):
    window = bench.open_window()
    key = bench.emulator.keys["user"]
    bench.add_profile("prod admin", key)
    window.find("Get token")
    assert start(bench, "--copy", "Prod Admin") == (0, "", "")
    window.await_text("Clipboard status", "holds the token of prod admin")
    token = bench.emulator.issued()[-1]
    assert clipboard() == token
    assert clipboard("x-kde-passwordManagerHint") == "secret"
    window.end()
    assert not clipboard()
    bench.assert_nowhere(token, "the token")
    bench.assert_nowhere(key, "the key")


def copy_alone_starts_and_copies(bench):
    add_by_command_line(bench, "demo", bench.emulator.keys["service"])
    window = bench.open_window("--copy", "demo")
    window.await_text("Clipboard status", "holds the token of demo")
    assert clipboard() == bench.emulator.issued()[-1]


def copy_that_fails_shows_why(bench):
    add_by_command_line(bench, "bad", "canary-key-that-does-not-exist-0123456789-abc")
    add_by_command_line(bench, "good", bench.emulator.keys["service"])
    window = bench.open_window()
    assert start(bench, "--copy", "bad") == (0, "", "")
    window.await_text("Problem", "could not be found")
    assert not clipboard()


def unknown_profile_is_told_and_not_repeated(bench):
    for prepare in (lambda: None, bench.open_window):  # alone, and beside another
        prepare()
        status, output, errors = start(bench, "--copy", "canary-name")
        assert (status, output) == (3, ""), (status, output)
        assert "no profile" in errors and "canary-name" not in errors, errors


def damaged_profiles_are_only_looked_at(bench):
    bench.profiles_file.parent.mkdir(parents=True)
    bench.profiles_file.write_text("{")
    status, output, errors = start(bench, "--copy", "prod")
    assert (status, output) == (1, "") and "damaged" in errors, (status, output, errors)
    assert [p.name for p in bench.profiles_file.parent.iterdir()] == ["profiles.json"]


def quit_with_nothing_running_is_done(bench):
    assert start(bench, "--quit") == (0, "", "")
    assert not (RUNTIME / "lock").exists()


def wrong_arguments_show_the_usage(bench):
    for arguments, said in ((["--bogus"], "There is no option --bogus.\n"),
                            (["--Canary0"], "There is an unknown option.\n"),
                            (["-Canary0=x"], "There is an unknown option.\n"),
                            (["Canary0"], "There is an argument that is no option."),
                            (["--copy"], "The name of the profile is missing.\n"),
                            (["--quit", "--hidden"], "There are too many arguments.\n")):
        status, output, errors = start(bench, *arguments)
        assert (status, output) == (2, ""), (arguments, status, output)
        assert errors.startswith(said) and "\n\nUsage: hourpass" in errors, errors
        assert "Canary0" not in errors, errors
    status, output, errors = start(bench, "--help", DISPLAY="")
    assert (status, errors) == (0, ""), (status, errors)
    for argument in ("--hidden", "--copy NAME", "--quit", "--version"):
        assert argument in output, argument


def what_a_cleaner_deletes_comes_back(bench):
    window = bench.open_window()
    for deleted in (["socket"], ["lock"], ["socket", "lock"], ["lock", "socket", "."]):
        for name in deleted:
            (RUNTIME.rmdir if name == "." else (RUNTIME / name).unlink)()
        until(f"{deleted} again", lambda: (RUNTIME / "socket").exists() and (RUNTIME / "lock").exists())
        assert start(bench, "--hidden") == (0, "", ""), deleted
        assert window.process.poll() is None
        assert RUNTIME.stat().st_mode & 0o777 == 0o700
    assert start(bench, "--quit") == (0, "", "")
    assert window.process.wait(10) == 0
    assert not (RUNTIME / "lock").exists() and not (RUNTIME / "socket").exists()


def copy_reaches_it_after_its_socket_was_deleted(bench):
    window = bench.open_window()
    bench.add_profile("prod", bench.emulator.keys["user"])
    window.find("Get token")
    (RUNTIME / "socket").unlink()
    assert start(bench, "--copy", "prod") == (0, "", "")
    window.await_text("Clipboard status", "holds the token of prod")
    assert clipboard() == bench.emulator.issued()[-1]


def hung_instance_is_told(bench):
    window = bench.open_window()
    window.process.send_signal(signal.SIGSTOP)
    try:
        status, output, errors = start(bench)
        assert (status, output) == (7, ""), (status, output)
        assert "does not answer" in errors, errors
    finally:
        window.process.send_signal(signal.SIGCONT)


def linked_and_squatted_places_are_survived(bench):
    elsewhere = bench.folder / "elsewhere"
    elsewhere.mkdir()
    precious = bench.folder / "precious"
    precious.write_text("precious")
    RUNTIME.mkdir(mode=0o777, exist_ok=True)
    RUNTIME.chmod(0o777)
    (RUNTIME / "lock").symlink_to(precious)
    (RUNTIME / "socket").write_text("not a socket")
    window = bench.open_window()
    assert start(bench) == (0, "", "")
    window.end()
    assert precious.read_text() == "precious"
    assert RUNTIME.stat().st_mode & 0o777 == 0o700
    RUNTIME.rmdir()
    RUNTIME.symlink_to(elsewhere)
    try:
        window = bench.open_window()
        assert start(bench) == (0, "", "")
        assert list(elsewhere.iterdir()) == []
        assert (Path(bench.environment["XDG_STATE_HOME"]) / "hourpass" / "run" / "lock").exists()
        window.end()
    finally:
        RUNTIME.unlink()


run(hundred_later_starts_are_all_heard, starts_at_once_leave_one,
    after_a_kill_the_next_start_works_at_once, start_during_the_end_is_not_lost,
    later_start_raises_the_window, hidden_start_leaves_the_window_alone,
    later_start_needs_no_display, copy_is_done_by_the_one_that_runs, copy_alone_starts_and_copies,
    copy_that_fails_shows_why, unknown_profile_is_told_and_not_repeated,
    damaged_profiles_are_only_looked_at, quit_with_nothing_running_is_done,
    wrong_arguments_show_the_usage, what_a_cleaner_deletes_comes_back,
    copy_reaches_it_after_its_socket_was_deleted, hung_instance_is_told, linked_and_squatted_places_are_survived)
