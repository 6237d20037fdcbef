# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0
"""Message buses, and programs on a real one, that are there and do not do what they should."""
import os
import socket
import struct
import threading

READY = b"OK 0123456789abcdef0123456789abcdef\r\n"
BEGIN = b"BEGIN\r\n"


def _string(text):
    return struct.pack("<I", len(text)) + text.encode() + b"\0"


def _padded(data, to=8):
    return data + b"\0" * (-len(data) % to)


def _fields(*fields):
    """Header fields: (code, type, value), strings but for the serial number of what is answered."""
    data = b""
    for code, kind, value in fields:
        data = _padded(data) + bytes([code, 1]) + kind.encode() + b"\0"
        if kind == "g":
            data += bytes([len(value)]) + value.encode() + b"\0"
        else:
            data = _padded(data, 4) + (struct.pack("<I", value) if kind == "u" else _string(value))
    return data


def message(kind, serial, fields, body=b""):
    return _padded(b"l" + bytes([kind, 0, 1]) + struct.pack("<III", len(body), serial, len(fields))
                   + fields) + body


def call(serial, member, signature="", body=b""):
    """A question to the bus itself."""
    fields = [(1, "o", "/org/freedesktop/DBus"), (2, "s", "org.freedesktop.DBus"), (3, "s", member),
              (6, "s", "org.freedesktop.DBus")] + ([(8, "g", signature)] if signature else [])
    return message(1, serial, _fields(*fields), body)


def greeting():
    """What a bus says to Hello, the first question of all."""
    return message(2, 1, _fields((5, "u", 1), (8, "g", "s")), _string(":1.1"))


class StandInBus:
    """Takes connections and does the same to each, in threads that end with the test."""

    def __init__(self, folder, name, behaviour):
        self.path = f"{folder}/{name}"
        self.address = f"unix:path={self.path}"
        self.connected = threading.Event()
        self._behaviour = behaviour
        self._kept = []
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(self.path)
        self._listener.listen(0 if behaviour is None else 100)
        if behaviour is None:
            self._fill_queue()
        else:
            threading.Thread(target=self._accept, daemon=True).start()

    def _fill_queue(self):
        """So that who comes now waits to be let in, for ever."""
        while True:
            waiting = socket.socket(socket.AF_UNIX)
            waiting.setblocking(False)
            self._kept.append(waiting)
            try:
                waiting.connect(self.path)
            except BlockingIOError:
                return

    def _accept(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._kept.append(connection)
            self.connected.set()
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        try:
            self._behaviour(connection)
        except OSError:
            pass  # the program has ended

    def end(self):
        self._listener.close()
        for connection in self._kept:
            connection.close()


def read_to(connection, end):
    heard = b""
    while end not in heard:
        piece = connection.recv(4096)
        if not piece:
            raise ConnectionError
        heard += piece


def says_nothing(connection):
    read_to(connection, b"never said")


def says_garbage(connection):
    connection.sendall(os.urandom(5000))
    says_nothing(connection)


def says_error(connection):
    """Another protocol: whoever says something more is told again that it is wrong."""
    while connection.recv(4096):
        connection.sendall(b"ERROR \"not here\"\r\n")


def drips(connection):
    """Always a little more of a line that never ends."""
    while True:
        connection.sendall(b"O")
        threading.Event().wait(0.3)


def hangs_up(connection):
    connection.recv(1)
    connection.close()


def logs_in_alone(connection):
    read_to(connection, b"\r\n")
    connection.sendall(READY)
    says_nothing(connection)


def garbage_after_login(connection):
    read_to(connection, b"\r\n")
    connection.sendall(READY)
    read_to(connection, BEGIN)
    connection.sendall(b"l\2\0\1" + b"\xff" * 60)
    says_nothing(connection)


def greets_alone(connection):
    read_to(connection, b"\r\n")
    connection.sendall(READY)
    read_to(connection, BEGIN)
    connection.sendall(greeting())
    says_nothing(connection)


SILENT = {
    "queue-full": None,
    "silent": says_nothing,
    "garbage": says_garbage,
    "error": says_error,
    "drips": drips,
    "hangs-up": hangs_up,
    "login-alone": logs_in_alone,
    "garbage-later": garbage_after_login,
    "greets-alone": greets_alone,
}


class SilentOwner:
    """Has a name on a real bus, and answers nothing that it is asked."""

    def __init__(self, name):
        path = os.environ["DBUS_SESSION_BUS_ADDRESS"].split("unix:path=")[1].split(",")[0]
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(path)
        user = str(os.getuid()).encode().hex().encode()
        self._socket.sendall(b"\0AUTH EXTERNAL " + user + b"\r\n")
        read_to(self._socket, b"\r\n")
        self._socket.sendall(BEGIN + call(1, "Hello"))
        read_to(self._socket, b"NameAcquired")
        self._socket.sendall(call(2, "RequestName", "su", _padded(_string(name), 4)
                                  + struct.pack("<I", 0)))
        read_to(self._socket, name.encode())

    def end(self):
        self._socket.close()
