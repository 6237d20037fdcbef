// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/openregular.h"

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QFileInfo>
#endif

namespace hourpass {

#ifdef Q_OS_UNIX
Result<void> openRegular(QFile &file)
{
    return openRegularIn(AT_FDCWD, QFile::encodeName(file.fileName()), file);
}

Result<void> openRegularIn(int folder, const QByteArray &name, QFile &file)
{
    const QString path = file.fileName();
    struct stat status {
    };
    // Even to open a pipe or a device can have an effect.
    if (::fstatat(folder, name.constData(), &status, 0) == 0 && !S_ISREG(status.st_mode))
        return failure(ErrorCode::FileNotRegular, {}, path);
    const int fd = ::openat(folder, name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable,
                       qt_error_string(errno), path);
    if (!file.open(fd, QFile::ReadOnly, QFile::AutoCloseHandle)) {
        ::close(fd);
        return failure(ErrorCode::FileUnreadable, file.errorString(), path);
    }
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return failure(ErrorCode::FileNotRegular, {}, path);
    return {};
}
#else
Result<void> openRegular(QFile &file)
{
    const QString path = file.fileName();
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, {}, path);
    if (!info.isFile())
        return failure(ErrorCode::FileNotRegular, {}, path);
    if (!file.open(QFile::ReadOnly))
        return failure(ErrorCode::FileUnreadable, file.errorString(), path);
    return {};
}
#endif

Result<QByteArray> readUpTo(QFile &file, qint64 limit, const QString &path)
{
    // In pieces: reading up to the limit at once would take that much memory first.
    constexpr qint64 piece = 16 * 1024;
    QByteArray content;
    for (QByteArray more = file.read(piece); !more.isEmpty(); more = file.read(piece)) {
        content += more;
        if (content.size() > limit)
            return failure(ErrorCode::FileTooLarge, {}, path);
    }
    if (file.error() != QFile::NoError)
        return failure(ErrorCode::FileUnreadable, file.errorString(), path);
    return content;
}

} // namespace hourpass
