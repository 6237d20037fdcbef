// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/files.h"
#include "core/ownfile.h"
#include "core/ownfileerror.h"

// Windows: the user's own folder is private by inheritance.

namespace hourpass {

Result<QByteArray> readOwnFile(const QString &path, qint64 limit)
{
    return readSmallFile(path, limit).map_error(asOwnFileError);
}

} // namespace hourpass
