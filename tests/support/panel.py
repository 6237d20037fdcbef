# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""A desktop's panel for the end-to-end tests: the tray of the session bus, with what a panel does to
an icon, a notification service, GNOME's compositor as far as it tells when nothing is touched, and
a portal that gives every shortcut that it is asked for. The services are processes of their own, so that they answer
while a test waits. Needs (Debian): python3-gi.

As a program: panel.py tray | notifications | idle | portal FILE, which writes what is said to it as lines of JSON.
"""
import json
import subprocess
import sys
from pathlib import Path

from gi.repository import Gio, GLib

WATCHER = "org.kde.StatusNotifierWatcher"
NOTIFICATIONS = "org.freedesktop.Notifications"

# Qt finds no tray where the properties are not part of what can be introspected.
WATCHER_XML = f"""<node><interface name="{WATCHER}">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface></node>"""

NOTIFICATIONS_XML = f"""<node><interface name="{NOTIFICATIONS}">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""


IDLE = "org.gnome.Mutter.IdleMonitor"

IDLE_XML = f"""<node><interface name="{IDLE}">
  <method name="AddIdleWatch"><arg type="t" direction="in"/><arg type="u" direction="out"/></method>
  <method name="RemoveWatch"><arg type="u" direction="in"/></method>
  <method name="Fire"><arg type="u" direction="in"/></method>
  <signal name="WatchFired"><arg type="u"/></signal>
</interface></node>"""


PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"

SHORTCUTS_XML = f"""<node><interface name="{SHORTCUTS}">
  <method name="CreateSession">
    <arg type="a{{sv}}" direction="in"/><arg type="o" direction="out"/>
  </method>
  <method name="BindShortcuts">
    <arg type="o" direction="in"/><arg type="a(sa{{sv}})" direction="in"/>
    <arg type="s" direction="in"/><arg type="a{{sv}}" direction="in"/>
    <arg type="o" direction="out"/>
  </method>
  <method name="Press"><arg type="s" direction="in"/></method>
  <property name="version" type="u" access="read"/>
  <signal name="Activated">
    <arg type="o"/><arg type="s"/><arg type="t"/><arg type="a{{sv}}"/>
  </signal>
</interface></node>"""


class Service:
    """Plays one bus name until the process ends."""
    name = path = xml = ""

    def __init__(self, record):
        self.record = open(record, "a", encoding="utf-8")
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(self.xml).interfaces[0]
        self.bus.register_object(self.path, interface, self.call, self.get, None)
        Gio.bus_own_name_on_connection(self.bus, self.name, Gio.BusNameOwnerFlags.NONE, None, None)

    def note(self, **what):
        self.record.write(json.dumps(what) + "\n")
        self.record.flush()

    def call(self, _bus, sender, _path, _interface, method, arguments, invocation):
        invocation.return_value(getattr(self, method)(sender, *arguments.unpack()))

    def get(self, _bus, _sender, _path, _interface, name):
        return getattr(self, name)()


class Tray(Service):
    name, path, xml = WATCHER, "/StatusNotifierWatcher", WATCHER_XML
    items = []

    def RegisterStatusNotifierItem(self, sender, service):
        item = sender if service.startswith("/") else service
        self.items.append(item)
        self.note(item=item)
        self.bus.emit_signal(None, self.path, self.name, "StatusNotifierItemRegistered",
                             GLib.Variant("(s)", (item,)))

    def RegisteredStatusNotifierItems(self):
        return GLib.Variant("as", self.items)

    def IsStatusNotifierHostRegistered(self):
        return GLib.Variant("b", True)

    def ProtocolVersion(self):
        return GLib.Variant("i", 0)


class Notifications(Service):
    name, path, xml = NOTIFICATIONS, "/org/freedesktop/Notifications", NOTIFICATIONS_XML
    latest = 0

    def GetCapabilities(self, _sender):
        return GLib.Variant("(as)", (["body", "body-markup", "actions"],))

    def Notify(self, _sender, app, replaces, icon, title, text, actions, hints, timeout):
        if not replaces:
            self.latest += 1
        number = replaces or self.latest
        self.note(id=number, app=app, replaces=replaces, icon=icon, title=title, text=text,
                  actions=actions, hints=hints, timeout=timeout)
        return GLib.Variant("(u)", (number,))

    def CloseNotification(self, _sender, number):
        self.note(closed=number)


class Idle(Service):
    name, path, xml = IDLE, "/org/gnome/Mutter/IdleMonitor/Core", IDLE_XML
    latest = 0

    def AddIdleWatch(self, _sender, milliseconds):
        self.latest += 1
        self.note(watch=self.latest, milliseconds=milliseconds)
        return GLib.Variant("(u)", (self.latest,))

    def RemoveWatch(self, _sender, watch):
        self.note(removed=watch)

    def Fire(self, _sender, watch):
        """Not the compositor's: by it a test says that the time has come."""
        self.bus.emit_signal(None, self.path, self.name, "WatchFired", GLib.Variant("(u)", (watch,)))


class Portal(Service):
    name, path, xml = PORTAL, PORTAL_PATH, SHORTCUTS_XML
    session = "/"

    def _path(self, kind, sender, token):
        return f"{PORTAL_PATH}/{kind}/{sender[1:].replace('.', '_')}/{token}"

    def _answer(self, sender, options, results):
        request = self._path("request", sender, options["handle_token"])
        self.bus.emit_signal(sender, request, "org.freedesktop.portal.Request", "Response",
                             GLib.Variant("(ua{sv})", (0, results)))
        return GLib.Variant("(o)", (request,))

    def CreateSession(self, sender, options):
        self.session = self._path("session", sender, options["session_handle_token"])
        return self._answer(sender, options, {"session_handle": GLib.Variant("s", self.session)})

    def BindShortcuts(self, sender, _session, shortcuts, window, options):
        self.note(shortcuts=[each[0] for each in shortcuts], window=window)
        given = [(each[0], {"trigger_description": GLib.Variant("s", f"Ctrl+Alt+{at}")})
                 for at, each in enumerate(shortcuts)]
        return self._answer(sender, options, {"shortcuts": GLib.Variant("a(sa{sv})", given)})

    def Press(self, _sender, shortcut):
        """Not the portal's: by it a test says that the user pressed the keys."""
        self.bus.emit_signal(None, self.path, SHORTCUTS, "Activated",
                             GLib.Variant("(osta{sv})", (self.session, shortcut, 0, {})))

    def version(self):
        return GLib.Variant("u", 1)


class Stand:
    """One of the services, as a process, and what was said to it."""

    def __init__(self, kind, folder):
        self.record = Path(folder) / f"{kind}.jsonl"
        self.process = subprocess.Popen([sys.executable, __file__, kind, str(self.record)])
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def said(self):
        lines = self.record.read_text().splitlines() if self.record.exists() else []
        return [json.loads(line) for line in lines]

    def has_owner(self, name):
        return self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                                  GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, 10_000,
                                  None).unpack()[0]

    def end(self):
        self.process.terminate()
        self.process.wait(10)


class NotificationStand(Stand):
    def __init__(self, folder):
        super().__init__("notifications", folder)

    def shown(self):
        return [n for n in self.said() if "title" in n]

    def press(self, number, action):
        """As a person does who presses a button: only the service may say so, or anybody."""
        self.bus.emit_signal(None, Notifications.path, NOTIFICATIONS, "ActionInvoked",
                             GLib.Variant("(us)", (number, action)))
        self.bus.flush_sync()


class PortalStand(Stand):
    def __init__(self, folder):
        super().__init__("portal", folder)

    def is_there(self):
        return self.has_owner(PORTAL)

    def bindings(self):
        return [line for line in self.said() if "shortcuts" in line]

    def press(self, shortcut):
        self.bus.call_sync(PORTAL, PORTAL_PATH, SHORTCUTS, "Press", GLib.Variant("(s)", (shortcut,)),
                           None, Gio.DBusCallFlags.NONE, 10_000, None)


class IdleStand(Stand):
    def __init__(self, folder):
        super().__init__("idle", folder)

    def is_there(self):
        return self.has_owner(IDLE)

    def watches(self):
        """What is watched, in milliseconds, by the numbers of the watches."""
        removed = [line["removed"] for line in self.said() if "removed" in line]
        return {line["watch"]: line["milliseconds"] for line in self.said()
                if "watch" in line and line["watch"] not in removed}

    def fire(self, watch):
        self.bus.call_sync(IDLE, Idle.path, IDLE, "Fire", GLib.Variant("(u)", (watch,)), None,
                           Gio.DBusCallFlags.NONE, 10_000, None)


class TrayStand(Stand):
    def __init__(self, folder):
        super().__init__("tray", folder)

    def item(self):
        """The latest icon that registered, or None."""
        items = [line["item"] for line in self.said() if "item" in line]
        return Item(self.bus, items[-1]) if items else None


class Item:
    """An icon, and its menu, as a panel uses them."""

    def __init__(self, bus, name):
        self.bus, self.name = bus, name

    def _call(self, path, interface, method, arguments=None):
        return self.bus.call_sync(self.name, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, 10_000, None).unpack()

    def property(self, name):
        return self._call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", ("org.kde.StatusNotifierItem", name)))[0]

    def tooltip(self):
        return self.property("ToolTip")[2]

    def activate(self, how="Activate"):
        self._call("/StatusNotifierItem", "org.kde.StatusNotifierItem", how,
                   GLib.Variant("(ii)", (0, 0)))

    def scroll(self, steps, orientation="vertical"):
        self._call("/StatusNotifierItem", "org.kde.StatusNotifierItem", "Scroll",
                   GLib.Variant("(is)", (steps, orientation)))

    def _menu(self, method, arguments):
        return self._call("/MenuBar", "com.canonical.dbusmenu", method, arguments)

    def open(self):
        """The entries, as a panel asks for them when its menu is about to be shown."""
        self._menu("AboutToShow", GLib.Variant("(i)", (0,)))
        return self.entries()

    def entries(self):
        _, root = self._menu("GetLayout", GLib.Variant("(iias)", (0, -1, [])))
        return shown(root[2])

    def press(self, entry):
        self._menu("Event", GLib.Variant("(isvu)", (entry.id, "clicked", GLib.Variant("s", ""), 0)))


class Entry:
    def __init__(self, node):
        self.id, properties, children = node
        self.label = properties.get("label", "")
        self.enabled = properties.get("enabled", True)
        self.separates = properties.get("type") == "separator"
        self.children = shown(children)

    def __repr__(self):
        return f"{self.label!r}" + (f" {self.children}" if self.children else "")


def shown(nodes):
    return [Entry(node) for node in nodes if node[1].get("visible", True)]


def entry(entries, beginning):
    return next(e for e in entries if e.label.startswith(beginning))


if __name__ == "__main__":
    {"tray": Tray, "notifications": Notifications, "idle": Idle,
     "portal": Portal}[sys.argv[1]](sys.argv[2])
    GLib.MainLoop().run()
