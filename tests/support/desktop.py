# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Drives the real program from outside, for the end-to-end tests and the demo.

Window finds things by their accessible names, as a screen reader does; Emulator runs the IAM
emulator. Everything waits for a condition, 10 s at most, and raises Missing where it does not come.
Runs in session.sh. Needs (Debian): python3-pyatspi, xclip, imagemagick; on Wayland wl-clipboard.
"""
import json
import os
import ssl
import subprocess
import time
import urllib.request
from pathlib import Path

import pyatspi


class Missing(Exception):
    """Something that must be there, or must hold, did not within its time."""


def until(what, probe, seconds=20.0):
    end = time.monotonic() + seconds
    while True:
        try:
            found = probe()
        except Exception:  # the tree changes while it is read: look again
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(f"{what}: not within {seconds:.0f} s")
        time.sleep(0.05)


def walk(node):
    yield node
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from walk(child)


def shows(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def buddy(node):
    for relation in node.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABEL_FOR and relation.getNTargets():
            return relation.getTarget(0)
    return None


class Window:
    """The program in its window, found by its application name."""

    def __init__(self, command, name="hourpass", environment=None, log=None):
        self.output = open(log, "ab") if log else subprocess.DEVNULL
        self.process = subprocess.Popen(command, stdout=self.output, stderr=self.output,
                                        stdin=subprocess.DEVNULL, env=environment)
        self.name = name
        self.application = until(f"the window of {name}", self._find_application)

    def _find_application(self):
        if self.process.poll() is not None:
            raise Missing(f"{self.name} ended with {self.process.returncode}")
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.name == self.name and application.childCount:
                return application
        return None

    def _all(self, name, visible):
        for node in walk(self.application):
            if node.name.startswith(name) and (not visible or shows(node)):
                yield node

    def find(self, name, visible=True, seconds=20.0):
        """What is shown and has a name that begins with this."""
        return until(repr(name), lambda: next(self._all(name, visible), None), seconds)

    def value(self, caption, seconds=20.0):
        """What stands beside the caption."""
        return until(f"a value for {caption!r}",
                     lambda: next(filter(None, map(buddy, self._all(caption, True))), None), seconds)

    def read(self, caption):
        node = self.value(caption)
        if "Text" in pyatspi.listInterfaces(node):
            return node.queryText().getText(0, -1)
        return node.name

    def press(self, name):
        def act():
            for node in self._all(name, True):
                if "Action" not in pyatspi.listInterfaces(node):
                    continue
                action = node.queryAction()
                for i in range(action.nActions):
                    if action.getName(i) in ("Press", "Toggle"):
                        return action.doAction(i)
            return None
        until(f"a button {name!r} to press", act)

    def keys(self, *keys):
        """Presses them one after the other, once one of the program's windows has the focus."""
        def is_active():
            return any(window.getState().contains(pyatspi.STATE_ACTIVE)
                       for window in self.application)
        until("the focus", is_active)
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "50", *keys], check=True)

    def type(self, caption, text):
        def act():
            for node in self._all(caption, True):  # other captions may begin alike
                field = buddy(node) or node
                if "EditableText" in pyatspi.listInterfaces(field):
                    return field.queryEditableText().setTextContents(text)
            return None
        until(f"a field {caption!r} to type in", act)

    def await_text(self, caption, part, seconds=20.0):
        return until(f"{part!r} in {caption!r}", lambda: part in self.read(caption), seconds)

    def texts(self):
        """All that assistive programs can read of it."""
        for node in walk(self.application):
            yield node.name
            yield node.description
            if "Text" in pyatspi.listInterfaces(node):
                yield node.queryText().getText(0, -1)

    def tree(self):
        return "\n".join(f"[{n.getRoleName()}] {n.name!r}" for n in walk(self.application) if shows(n))

    def end(self, seconds=20.0):
        """Ends it as a session does, and returns its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(seconds)


class Emulator:
    """The IAM emulator, as a process of its own."""

    def __init__(self, program, folder, *options):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        ready = self.folder / "ready.json"
        ready.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [program, "--dir", str(self.folder), "--ready-file", str(ready), "--until-stdin-closes",
             *options], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        until("the emulator", lambda: ready.exists() and ready.stat().st_size)
        facts = until("the emulator's address", lambda: json.loads(ready.read_text()))
        self.url, self.ca_file, self.keys = facts["url"], facts["ca_file"], facts["keys"]
        self._tls = ssl.create_default_context(cafile=self.ca_file)

    def get(self, path):
        with urllib.request.urlopen(self.url + path, context=self._tls, timeout=10) as answer:
            return json.load(answer)

    def behave(self, **behaviour):
        request = urllib.request.Request(self.url + "/emulator/behaviour", method="POST",
                                         data=json.dumps(behaviour).encode())
        urllib.request.urlopen(request, context=self._tls, timeout=10).close()

    def token_requests(self):
        requests = self.get("/emulator/requests")["requests"]
        return [r for r in requests if r["target"] == "/identity/token"]

    def issued(self):
        """The tokens, in the order in which they were issued."""
        return [issued["token"] for issued in self.get("/emulator/issued")["issued"]]

    def end(self):
        self.process.stdin.close()
        self.process.wait(10)


def clipboard(target="UTF8_STRING", selection="clipboard"):
    """What the clipboard holds, or None."""
    answer = subprocess.run(["xclip", "-selection", selection, "-o", "-t", target],
                            capture_output=True, check=False, timeout=10)
    return answer.stdout.decode() if answer.returncode == 0 else None


def wayland_clipboard(kind="text", *options):
    """What the clipboard holds on Wayland, or None."""
    answer = subprocess.run(["wl-paste", "--no-newline", "--type", kind, *options],
                            capture_output=True, check=False, timeout=10)
    return answer.stdout.decode() if answer.returncode == 0 else None


def copy_elsewhere(text):
    """Another program copies something, and goes on serving it."""
    if "WAYLAND_DISPLAY" in os.environ:
        command = ["wl-copy"]
    else:
        command = ["xclip", "-selection", "clipboard", "-i"]
    subprocess.run(command, input=text.encode(), check=True, timeout=10,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def screenshot(path):
    subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=30)
    return path


def files_with(secret, *folders):
    """The files below the folders that hold the secret."""
    wanted = secret.encode()
    for folder in folders:
        for path in Path(folder).rglob("*"):
            try:
                if path.is_file() and wanted in path.read_bytes():
                    yield str(path)
            except OSError:
                continue  # gone meanwhile
