// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace hourpass {

/// Puts a new file, complete and on the disk, in the place of what is there; readable by its owner
/// alone. A link stays, what it leads to is replaced. Error: WriteFailed, and the old content is
/// still there; unless only the folder could not be brought to the disk, which is the last step.
Result<void> replaceFile(const QString &path, const QByteArray &content);

} // namespace hourpass
