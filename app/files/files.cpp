// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/files.h"

#include "files/openregular.h"
#include "files/replacefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace hourpass {

using namespace Qt::StringLiterals;

Result<QByteArray> readSmallFile(const QString &path, qint64 limit)
{
    QFile file(path);
    return openRegular(file).and_then([&] { return readUpTo(file, limit, path); });
}

bool makePrivateFolder(const QString &path)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // One by one: mkpath() would leave those above to the umask. Another process may be quicker.
    return QDir(path).exists()
        || (makePrivateFolder(QFileInfo(path).path())
            && (QDir().mkdir(path, ownerOnly) || QDir(path).exists()));
}

Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    if (const QString folder = QFileInfo(path).path(); !makePrivateFolder(folder))
        return failure(ErrorCode::WriteFailed, u"the folder cannot be made"_s, folder);
    // Through a link, a pipe or even a device would be replaced by a file.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return failure(ErrorCode::WriteFailed, u"it is not an ordinary file"_s, path);
    return replaceFile(path, content);
}

Result<QString> setAside(const QString &path)
{
    QString aside = path + ".damaged"_L1;
    for (int i = 2; QFile::exists(aside); ++i)
        aside = path + ".damaged-"_L1 + QString::number(i);
    if (!QFile::rename(path, aside))
        return failure(ErrorCode::WriteFailed, u"it cannot be renamed"_s, path);
    return aside;
}

QString configFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/hourpass"_L1;
}

QString stateFolder()
{
#ifdef Q_OS_UNIX
    // QStandardPaths knows no state folder before Qt 6.7.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + "/.local/state"_L1)
        + "/hourpass"_L1;
#else
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/hourpass"_L1;
#endif
}

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/hourpass"_L1;
}

} // namespace hourpass
