// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/files.h"
#include "files/ownfile.h"
#include "files/ownfileerror.h"

// Windows: the user's own folder is private by inheritance.

namespace hourpass {

Result<QByteArray> readOwnFile(const QString &path, qint64 limit)
{
    return readSmallFile(path, limit).map_error(asOwnFileError);
}

} // namespace hourpass
