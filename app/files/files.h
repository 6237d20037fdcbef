// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace hourpass {

/// The whole of a small regular file. Never waits on a pipe or reads a device; at most `limit`
/// bytes (security rules, section 8). Errors: NotFound, FileUnreadable, FileNotRegular,
/// FileTooLarge.
Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

/// Makes the folder, and those above it, if missing; mode 0700.
bool makePrivateFolder(const QString &path);

/// Replaces the file in one step, as replaceFile() does; its folder is made if missing. Error:
/// WriteFailed.
Result<void> writePrivateFile(const QString &path, const QByteArray &content);

/// Renames a file that cannot be understood to one that is not there yet, ".damaged" after its
/// name; the new path. Error: WriteFailed.
Result<QString> setAside(const QString &path);

/// Where things lie (contracts, section 1). Every XDG variable is honoured.
QString configFolder();
QString stateFolder();
QString cacheFolder();

} // namespace hourpass
