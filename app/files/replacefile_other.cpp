// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/replacefile.h"

#include <QFile>
#include <QSaveFile>

namespace hourpass {

Result<void> replaceFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // flush(): commit() of Qt 6.4 does not say that it could not write what was held back.
    const bool isReplaced = file.open(QFile::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.flush() && file.commit();
    if (!isReplaced)
        return failure(ErrorCode::WriteFailed, file.errorString(), path);
    return {};
}

} // namespace hourpass
