// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace hourpass {

/// The content of an autostart file (Desktop Entry Specification 1.5): pure functions.

/// As we write it: the program with --hidden.
QByteArray autostartEntryFor(const QString &program);
/// Whether we wrote it, for any program, and nobody has changed it since.
bool isOwnAutostartEntry(const QByteArray &content);
/// Whether the desktop would start anything by it.
bool isAutostartOn(const QByteArray &content);
/// Whether it is a desktop entry with something to start, so that it can be switched.
bool isAutostartEntry(const QByteArray &content);
/// The same, switched on or off; all else stays as it is.
QByteArray withAutostart(const QByteArray &content, bool on);

} // namespace hourpass
