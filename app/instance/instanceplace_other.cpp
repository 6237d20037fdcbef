// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instanceplace.h"

#include "files/files.h"

#include <QCryptographicHash>
#include <QFileInfo>

// Windows: the user's own folder is private by inheritance, and pipes have one name space for all
// users, told apart here by that folder.

namespace hourpass {

using namespace Qt::StringLiterals;

Result<InstancePlace> findInstancePlace(const QString & /*runtimeFolder*/,
                                        const QString &stateFolder)
{
    if (!makePrivateFolder(stateFolder))
        return failure(ErrorCode::WriteFailed, u"the folder cannot be made"_s, stateFolder);
    const QByteArray digest =
        QCryptographicHash::hash(stateFolder.toUtf8(), QCryptographicHash::Sha256);
    return InstancePlace{stateFolder + "/lock"_L1,
                         "hourpass-"_L1 + QString::fromLatin1(digest.first(16).toHex())};
}

bool restoreFolderOf(const InstancePlace &place)
{
    return bool(makePrivateFolder(QFileInfo(place.lockFile).path()));
}

} // namespace hourpass
