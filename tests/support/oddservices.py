# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Services of a desktop that answer in forms that nobody expects, for the end-to-end tests: the screen's
and the session's (login1, Mutter), notifications, the tray, a portal and a keychain. Each answers as
it should until it is told otherwise. A process of its own, so that it answers while a test waits.
Needs (Debian): python3-gi.

As a program: oddservices.py FILE, which writes each call to it as a line of JSON.
"""
import json
import os
import subprocess
import sys
from pathlib import Path

from gi.repository import Gio, GLib

CONTROL, CONTROL_PATH = "io.github.hourpass.Odd", "/odd"
PROPERTIES = "org.freedesktop.DBus.Properties"
REQUEST = "org.freedesktop.portal.Request"
SESSION_PATH = "/org/freedesktop/login1/session/_31"
SECRETS_PATH = "/org/freedesktop/secrets"
PROMPT_PATH = f"{SECRETS_PATH}/prompt/p1"
COLLECTION_PATH = f"{SECRETS_PATH}/aliases/default"
PORTAL_PATH = "/org/freedesktop/portal/desktop"

BIG = 300_000  # of a text, in letters


def nested(depth):
    return GLib.Variant(f"({'a' * depth}i)", (empty_lists(depth),))


def empty_lists(depth):
    return [] if depth == 1 else [empty_lists(depth - 1)]


def variants(depth):
    value = GLib.Variant("b", True)
    for _ in range(depth):
        value = GLib.Variant("v", value)
    return GLib.Variant.new_tuple(value)


def one(kind, value):
    return GLib.Variant(f"({kind})", (value,))


# What a bool, a number, a text, a path or a list of them is not, and more or less than was asked for.
SHAPES = {
    "nothing": lambda: None,
    "a bool": lambda: one("b", True),
    "a number": lambda: one("i", 1),
    "a number without a sign": lambda: one("u", 1),
    "a byte": lambda: one("y", 1),
    "a long number": lambda: one("x", 1),
    "a fraction": lambda: one("d", 1.5),
    "a text": lambda: one("s", "true"),
    "an empty text": lambda: one("s", ""),
    "a huge text": lambda: one("s", "x" * BIG),
    "a path": lambda: one("o", "/"),
    "a signature": lambda: one("g", "a{sv}"),
    "bools": lambda: one("ab", [True, False]),
    "no bools": lambda: one("ab", []),
    "numbers": lambda: one("ai", [1, 2, 3]),
    "texts": lambda: one("as", ["a", "b"]),
    "bytes": lambda: one("ay", b"abc"),
    "many paths": lambda: one("ao", ["/a"] * 30_000),
    "a struct": lambda: one("(bi)", (True, 1)),
    "structs": lambda: one("a(sa{sv})", [("a", {"b": GLib.Variant("i", 1)})]),
    "a dictionary": lambda: one("a{sv}", {"a": GLib.Variant("b", True)}),
    "an empty dictionary": lambda: one("a{sv}", {}),
    "a dictionary of texts": lambda: one("a{ss}", {"a": "b"}),
    "a dictionary by numbers": lambda: one("a{iv}", {1: GLib.Variant("i", 1)}),
    "lists of lists": lambda: one("aai", [[1], []]),
    "lists in lists in lists": lambda: nested(16),
    "a variant": lambda: variants(1),
    "a variant of variants": lambda: variants(12),
    "a variant of a list": lambda: one("v", GLib.Variant("ai", [1])),
    "a variant of a struct": lambda: one("v", GLib.Variant("(bs)", (True, "x"))),
    "a variant of a dictionary": lambda: one("v", GLib.Variant("a{sv}", {})),
    "variants": lambda: one("av", [GLib.Variant("b", True), GLib.Variant("s", "x")]),
    "a file": lambda: one("h", 0),
    "files": lambda: one("ah", [0, 0]),
    "two numbers": lambda: GLib.Variant("(ii)", (1, 2)),
    "two lists of numbers": lambda: GLib.Variant("(aiai)", ([1, 2], [3])),
    "two lists of structs": lambda: GLib.Variant("(a(oi)a(oi))", ([("/a", 1)], [])),
    "a list and a path": lambda: GLib.Variant("(aio)", ([1, 2], "/")),
    "a number and a list": lambda: GLib.Variant("(uai)", (0, [1, 2])),
    "a number and a dictionary of texts": lambda: GLib.Variant("(ua{ss})", (0, {"a": "b"})),
    "a number and odd details": lambda: GLib.Variant("(ua{sv})", (0, {
        "session_handle": GLib.Variant("ai", [1]), "shortcuts": GLib.Variant("ai", [1, 2, 3]),
        "autostart": GLib.Variant("a{sv}", {})})),
    "a bool and a list": lambda: GLib.Variant("(bai)", (True, [1])),
    "a path, and lists": lambda: GLib.Variant("(oaiaiai)", ("/", [1], [2], [3])),
    "a text and a variant": lambda: GLib.Variant("(sv)", ("true", GLib.Variant("b", True))),
    "twelve arguments": lambda: GLib.Variant("(bbbbbbbbbbbb)", (True,) * 12),
}


def method(name, takes=""):
    arguments = "".join(f'<arg type="{kind}" direction="in"/>' for kind in takes.split())
    return f'<method name="{name}">{arguments}</method>'


def interface(name, *members):
    return f'<interface name="{name}">{"".join(members)}</interface>'


SECRET = "org.freedesktop.Secret."
GET = interface(PROPERTIES, method("Get", "s s"), method("GetAll", "s"))
PORTAL = "org.freedesktop.portal."
# By their paths; what they answer is below.
OBJECTS = {
    "/org/freedesktop/login1": interface("org.freedesktop.login1.Manager",
                                         method("Inhibit", "s s s s")),
    SESSION_PATH: GET,
    "/org/freedesktop/Notifications": interface(
        "org.freedesktop.Notifications", method("GetCapabilities"), method("CloseNotification", "u"),
        method("Notify", "s u s s s as a{sv} i")),
    "/org/gnome/Mutter/IdleMonitor/Core": interface(
        "org.gnome.Mutter.IdleMonitor", method("AddIdleWatch", "t"), method("RemoveWatch", "u")),
    # A panel that introspection does not tell of: Qt then leaves it alone, and we ask it.
    "/StatusNotifierWatcher": GET,
    PORTAL_PATH: GET
    + interface(PORTAL + "GlobalShortcuts", method("CreateSession", "a{sv}"),
                method("BindShortcuts", "o a(sa{sv}) s a{sv}"))
    + interface(PORTAL + "Background", method("RequestBackground", "s a{sv}")),
    SECRETS_PATH: GET + interface(
        SECRET + "Service", method("SearchItems", "a{ss}"), method("Unlock", "ao"),
        method("ReadAlias", "s"), method("OpenSession", "s v"), method("GetSecrets", "ao o"),
        method("CreateCollection", "a{sv} s")),
    COLLECTION_PATH: GET + interface(SECRET + "Collection",
                                     method("CreateItem", "a{sv} (oayays) b"),
                                     method("SearchItems", "a{ss}")),
    f"{SECRETS_PATH}/item/i1": GET + interface(SECRET + "Item", method("Delete"),
                                               method("GetSecret", "o")),
    PROMPT_PATH: interface(SECRET + "Prompt", method("Prompt", "s"), method("Dismiss")),
}
NAMES = ["org.freedesktop.login1", "org.freedesktop.Notifications", "org.gnome.Mutter.IdleMonitor",
         "org.kde.StatusNotifierWatcher", "org.freedesktop.portal.Desktop", "org.freedesktop.secrets"]


def boxed(kind, value):
    return one("v", GLib.Variant(kind, value))


# An answer that says so; what else may be asked for instead of a form.
NO_OBJECT = "no such object"
UNLOCKED = "unlocked"

RIGHT = {
    "Inhibit": lambda: one("h", 0),
    f"Get {SESSION_PATH}": lambda: boxed("(uo)", (os.getuid(), "/org/freedesktop/login1/user/x")),
    "GetCapabilities": lambda: one("as", ["body", "actions"]),
    "Notify": lambda: one("u", 7),
    "AddIdleWatch": lambda: one("u", 3),
    "Get /StatusNotifierWatcher": lambda: boxed("b", True),
    f"Get {PORTAL_PATH}": lambda: boxed("u", 1),
    f"Get {COLLECTION_PATH}": lambda: boxed("b", True),
    "SearchItems": lambda: GLib.Variant("(aoao)", ([], [f"{SECRETS_PATH}/item/i1"])),
    "RequestBackground": lambda: one("o", "/r"),
    "CreateSession": lambda: one("o", "/r"),
    "BindShortcuts": lambda: one("o", "/r"),
    "Unlock": lambda: GLib.Variant("(aoo)", ([], PROMPT_PATH)),
    "CreateCollection": lambda: GLib.Variant("(oo)", ("/", PROMPT_PATH)),
    "ReadAlias": lambda: one("o", COLLECTION_PATH),
    "OpenSession": lambda: GLib.Variant("(vo)", (GLib.Variant("s", ""), f"{SECRETS_PATH}/session/s1")),
    "Completed": lambda: GLib.Variant("(bv)", (True, GLib.Variant("ao", []))),
    "Response": lambda: GLib.Variant("(ua{sv})", (2, {})),
}


def message_with(message, body):
    if body is not None:
        message.set_body(body)
        if "h" in body.get_type_string():
            files = Gio.UnixFDList.new()
            files.append(0)
            message.set_unix_fd_list(files)
    return message


def send_signal(bus, path, interface_name, member, body):
    message = Gio.DBusMessage.new_signal(path, interface_name, member)
    bus.send_message(message_with(message, body), Gio.DBusSendMessageFlags.NONE)
    bus.flush_sync()


class Services:
    """All of them, until the process ends."""

    def __init__(self, record):
        self.record = open(record, "a", encoding="utf-8")
        self.odd = {}
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        own = interface(CONTROL, method("Answer", "s s"), method("Say", "s s s s"), method("Return"))
        for path, xml in {**OBJECTS, CONTROL_PATH: own}.items():
            for each in Gio.DBusNodeInfo.new_for_xml(f"<node>{xml}</node>").interfaces:
                self.bus.register_object(path, each, self.call, None, None)
        self.owned = []
        self.Return()
        Gio.bus_own_name_on_connection(self.bus, CONTROL, Gio.BusNameOwnerFlags.NONE, None, None)

    def note(self, **what):
        self.record.write(json.dumps(what) + "\n")
        self.record.flush()

    def call(self, _bus, sender, path, name, member, arguments, invocation):
        if name == CONTROL:
            getattr(self, member)(*arguments.unpack())
            invocation.return_value(None)
            return
        self.note(path=path, method=member)
        if self.form_of(member, path) == NO_OBJECT:
            invocation.return_dbus_error("org.freedesktop.DBus.Error.UnknownObject", "not here")
            return
        # The form of what Gio sends for us would be checked.
        answer = Gio.DBusMessage.new_method_reply(invocation.get_message())
        self.bus.send_message(message_with(answer, self.body(member, path)),
                              Gio.DBusSendMessageFlags.NONE)
        if member == "Prompt":
            send_signal(self.bus, path, SECRET + "Prompt", "Completed", self.body("Completed", path))
        if name.startswith(PORTAL):
            self.respond(sender, member, arguments.unpack()[-1])

    def form_of(self, member, path):
        return self.odd.get(member) or self.odd.get(f"{member} {path}") or self.odd.get("")

    def body(self, member, path):
        form = self.form_of(member, path)
        if form == UNLOCKED:
            return boxed("b", False)
        right = RIGHT.get(member) or RIGHT.get(f"{member} {path}") or SHAPES["nothing"]
        return (SHAPES[form] if form else right)()

    def respond(self, sender, member, options):
        caller = sender[1:].replace(".", "_")
        body = self.body("Response", "")
        if self.form_of("Response", ""):
            pass
        elif member == "BindShortcuts":
            body = GLib.Variant("(ua{sv})", (0, {}))
        elif member == "CreateSession":
            session = f"{PORTAL_PATH}/session/{caller}/{options['session_handle_token']}"
            body = GLib.Variant("(ua{sv})", (0, {"session_handle": GLib.Variant("s", session)}))
            self.note(session=session)
        request = f"{PORTAL_PATH}/request/{caller}/{options['handle_token']}"
        self.note(request=request)
        send_signal(self.bus, request, REQUEST, "Response", body)

    def Answer(self, member, shape):
        """From now on; an empty member: all of them. An empty shape: as it should."""
        self.odd.pop(member, None)
        if shape:
            self.odd[member] = shape

    def Return(self):
        """Ends, as to the bus, and is there again: whoever watches asks anew."""
        for number in self.owned:
            Gio.bus_unown_name(number)
        self.owned = [Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE,
                                                     None, None) for name in NAMES]

    def Say(self, path, interface_name, member, shape):
        """A signal, from whoever has the names."""
        send_signal(self.bus, path, interface_name, member, SHAPES[shape]())


class OddServices:
    """The services, as a process."""

    def __init__(self, folder):
        self.record = Path(folder) / "odd.jsonl"
        self.record.touch()
        self.process = subprocess.Popen([sys.executable, __file__, str(self.record)])
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def _call(self, name, path, interface_name, method_name, arguments):
        return self.bus.call_sync(name, path, interface_name, method_name, arguments, None,
                                  Gio.DBusCallFlags.NONE, 10_000, None)

    def are_there(self):
        return all(self._call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                              one("s", name)).unpack()[0] for name in [*NAMES, CONTROL])

    def answer(self, member, shape=""):
        self._call(CONTROL, CONTROL_PATH, CONTROL, "Answer", GLib.Variant("(ss)", (member, shape)))

    def return_to_the_bus(self):
        self._call(CONTROL, CONTROL_PATH, CONTROL, "Return", None)

    def say(self, path, interface_name, member, shape):
        self._call(CONTROL, CONTROL_PATH, CONTROL, "Say",
                   GLib.Variant("(ssss)", (path, interface_name, member, shape)))

    def say_as_a_stranger(self, path, interface_name, member, shape):
        send_signal(self.bus, path, interface_name, member, SHAPES[shape]())

    def said(self):
        return [json.loads(line) for line in self.record.read_text().splitlines()]

    def calls(self, member):
        """Of a method, or of a method at a path."""
        return [line for line in self.said() if "method" in line
                and member in (line["method"], f"{line['method']} {line['path']}")]

    def session(self):
        return next(line["session"] for line in self.said() if "session" in line)

    def request(self):
        return next(line["request"] for line in self.said() if "request" in line)

    def end(self):
        self.process.terminate()
        self.process.wait(10)


if __name__ == "__main__":
    services = Services(sys.argv[1])
    GLib.MainLoop().run()
