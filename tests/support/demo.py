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

    say(f"identity    {window.read('Identity')}")
    say(f"time left   {window.read('Time left')}")
    say(f"expires at  {window.read('Expires at')}")
    say(f"clipboard   {window.read('Clipboard status')}")
    printed = subprocess.run([cli, "token", "demo"], capture_output=True, text=True, check=True)
    if printed.stdout.strip() not in emulator.issued():
        sys.exit("demo: hourpass-cli printed something that was not issued")
    say("the window's token, and below the one that `hourpass-cli token demo` fetched:")
    print(token)
    print(printed.stdout, end="")
    if picture:
        say(f"a picture of the window: {screenshot(picture)}")
        window.end()
    else:
        say("the window is yours; the demo ends when you close it")
        window.process.wait()
    emulator.end()


main()
