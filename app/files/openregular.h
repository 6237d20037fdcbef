// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QFile>

namespace hourpass {

/// Opens a regular file for reading. Never waits for a pipe's other end, and looks at what was
/// opened rather than at what the name meant a moment ago. Errors: NotFound, FileUnreadable,
/// FileNotRegular.
Result<void> openRegular(QFile &file);
#ifdef Q_OS_UNIX
/// The same by its name in a folder that is open; `file` has its whole path.
Result<void> openRegularIn(int folder, const QByteArray &name, QFile &file);
#endif

/// What is left of an open file, at most `limit` bytes. The path is for the errors, since a QFile
/// that was opened this way has none: FileUnreadable, FileTooLarge.
Result<QByteArray> readUpTo(QFile &file, qint64 limit, const QString &path);

} // namespace hourpass
