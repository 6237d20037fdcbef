// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace hourpass {

/// As readSmallFile(), for a file in a folder of ours: believed only where nobody else can have
/// written it. A folder or a file of ours that others may read, and a folder that they may write
/// to, is put right on the way. A file that they may write to is left as it is, since what is in
/// it may be theirs: the user has to look. Further errors: FileOfAnotherUser (the file, its folder,
/// or a link that leads there), FileWritableByOthers.
Result<QByteArray> readOwnFile(const QString &path, qint64 limit);

} // namespace hourpass
