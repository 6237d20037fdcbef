// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#endif

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

// Opens without waiting for a pipe's other end, and looks at what was opened rather than at
// what the name meant a moment ago.
Result<void> openRegular(QFile &file)
{
    const QString name = file.fileName();
#ifdef Q_OS_UNIX
    const QByteArray path = QFile::encodeName(name);
    struct stat status {
    };
    // Even to open a pipe or a device can have an effect.
    if (::stat(path.constData(), &status) == 0 && !S_ISREG(status.st_mode))
        return failure(ErrorCode::FileNotRegular, {}, name);
    const int fd = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable,
                       qt_error_string(errno), name);
    if (!file.open(fd, QFile::ReadOnly, QFile::AutoCloseHandle)) {
        ::close(fd);
        return failure(ErrorCode::FileUnreadable, file.errorString(), name);
    }
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return failure(ErrorCode::FileNotRegular, {}, name);
#else
    const QFileInfo info(name);
    if (!info.exists())
        return failure(ErrorCode::NotFound, {}, name);
    if (!info.isFile())
        return failure(ErrorCode::FileNotRegular, {}, name);
    if (!file.open(QFile::ReadOnly))
        return failure(ErrorCode::FileUnreadable, file.errorString(), name);
#endif
    return {};
}

} // namespace

Result<QByteArray> readSmallFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (const auto opened = openRegular(file); !opened)
        return Failure(opened.error());
    // In pieces: reading up to the limit at once would take that much memory first.
    constexpr qint64 piece = 16 * 1024;
    QByteArray content;
    for (QByteArray more = file.read(piece); !more.isEmpty(); more = file.read(piece)) {
        content += more;
        if (content.size() > limit)
            break;
    }
    if (content.size() > limit)
        return failure(ErrorCode::FileTooLarge, {}, path);
    if (file.error() != QFile::NoError)
        return failure(ErrorCode::FileUnreadable, file.errorString(), path);
    return content;
}

bool makePrivateFolder(const QString &path)
{
    // One by one: mkpath() would leave those above to the umask. Another process may be quicker.
    return QDir(path).exists()
        || (makePrivateFolder(QFileInfo(path).path())
            && (QDir().mkdir(path, ownerOnly | QFile::ExeOwner) || QDir(path).exists()));
}

Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    if (const QString folder = QFileInfo(path).path(); !makePrivateFolder(folder))
        return failure(ErrorCode::WriteFailed, u"the folder cannot be made"_s, folder);
    // Through a link, a pipe or even a device would be replaced by a file.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return failure(ErrorCode::WriteFailed, u"it is not an ordinary file"_s, path);
    QSaveFile file(path);
    const bool written = file.open(QFile::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(content) == content.size() && file.commit();
    if (!written)
        return failure(ErrorCode::WriteFailed, file.errorString(), path);
    return {};
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
