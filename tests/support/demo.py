# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Shows the main job: demo.py HOURPASS HOURPASS_CLI EMULATOR [PICTURE]. Without a picture's name it
leaves the window to the person who watches, and ends when they close it."""
import os
import subprocess
import sys
from pathlib import Path

from desktop import Emulator, Window, clipboard, screenshot


def say(text):
    print(f"demo: {text}", flush=True)


def shortened(token):
    return f"{token[:12]}…{token[-6:]} ({len(token)} characters)"


def main():
    hourpass, cli, emulator_program, picture = sys.argv[1:5]
    emulator = Emulator(emulator_program, Path(os.environ["SESSION_DIR"]) / "emulator")
    say(f"the IAM emulator answers at {emulator.url}")

    window = Window([hourpass])
    window.press("Add profile")
    window.type("Name", "demo")
    window.type("API key", emulator.keys["user"])
    window.type("Endpoint", emulator.url)
    window.type("CA file", emulator.ca_file)
    window.press("Save")
    say("the key is in the (private) keychain")
    window.press("Get token")
    window.await_text("Time left", ":")
    window.press("Copy token")
    window.await_text("Clipboard status", "holds the token")
    token = emulator.issued()[-1]
    if picture and clipboard() != token:
        sys.exit("demo: the clipboard does not hold the token that was issued")

    say("a token is in the window and on the (private) clipboard")
    printed = subprocess.run([cli, "token", "demo"], capture_output=True, text=True, check=True)
    if printed.stdout.strip() not in emulator.issued():
        sys.exit("demo: hourpass-cli printed something that was not issued")
    say(f"`hourpass-cli token demo` printed one, too: {shortened(printed.stdout.strip())}")
    say("what the window shows:")
    for caption in ("Identity", "Time left", "Expires at", "Clipboard status"):
        print(f"    {caption:18}{window.read(caption)}")
    if picture:
        screenshot(picture)
        window.end()
        say(f"done; a picture of the window is in {picture}")
        say("to try it yourself, with a display: ./dev demo, or ./dev run")
    else:
        say("the window is yours, with the profile `demo`. Close it to end the demo: its keychain,")
        say("its home and the emulator go with it")
        window.process.wait()
    emulator.end()


main()
