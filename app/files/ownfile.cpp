// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/ownfile.h"

#include "files/openregular.h"
#include "files/ownfileerror.h"

#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t forOthers = 077;
constexpr mode_t writeForOthers = 022;
constexpr mode_t notForOthers = 07700;

// Root is another user too, and to root everybody else is: neither may decide where a key goes.
Result<struct stat> ownStatus(int fd, const QString &path)
{
    struct stat status {
    };
    if (::fstat(fd, &status) != 0)
        return failure(ErrorCode::FileUnreadable, qt_error_string(errno), path);
    if (status.st_uid != ::geteuid())
        return failure(ErrorCode::FileOfAnotherUser, u"user id %1"_s.arg(status.st_uid), path);
    return status;
}

Failure writableByOthers(mode_t mode, const QString &path)
{
    return failure(ErrorCode::FileWritableByOthers, "mode 0"_L1 + QString::number(mode & 07777, 8),
                   path);
}

// A link leads where whoever made it wants, if only to another file of ours.
Result<void> checkLink(int folder, const QByteArray &name, const QString &path)
{
    struct stat status {
    };
    const bool isForeignLink =
        ::fstatat(folder, name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0
        && S_ISLNK(status.st_mode) && status.st_uid != ::geteuid();
    return isForeignLink ? failure(ErrorCode::FileOfAnotherUser, u"the link"_s, path)
                         : Result<void>();
}

// What others put here while they could is not ours, which the file itself shows.
Result<void> makeFolderPrivate(int folder, const QString &path)
{
    const auto status = ownStatus(folder, path);
    if (!status)
        return Failure(status.error());
    const mode_t mode = status->st_mode;
    if ((mode & S_ISVTX) != 0) // a place for everybody, if it is root's: nothing to be put right
        return writableByOthers(mode, path);
    if ((mode & forOthers) != 0 && ::fchmod(folder, mode & notForOthers) != 0
        && (mode & writeForOthers) != 0)
        return writableByOthers(mode, path);
    return {};
}

Result<void> makeFilePrivate(int file, const QString &path)
{
    const auto status = ownStatus(file, path);
    if (!status)
        return Failure(status.error());
    const mode_t mode = status->st_mode;
    if ((mode & writeForOthers) != 0)
        return writableByOthers(mode, path);
    if ((mode & forOthers) != 0)
        ::fchmod(file, mode & notForOthers); // nothing secret is in it
    return {};
}

Result<QByteArray> readOwnFileIn(int folder, const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    const QByteArray name = QFile::encodeName(info.fileName());
    QFile file(path);
    return checkLink(AT_FDCWD, QFile::encodeName(info.path()), info.path())
        .and_then([&] { return makeFolderPrivate(folder, info.path()); })
        .and_then([&] { return checkLink(folder, name, path); })
        .and_then([&] { return openRegularIn(folder, name, file); })
        .and_then([&] { return makeFilePrivate(file.handle(), path); })
        .and_then([&] { return readUpTo(file, limit, path); })
        .map_error(asOwnFileError);
}

} // namespace

Result<QByteArray> readOwnFile(const QString &path, qint64 limit)
{
    const QByteArray name = QFile::encodeName(QFileInfo(path).path());
    const int folder = ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable,
                       qt_error_string(errno), path);
    const auto content = readOwnFileIn(folder, path, limit);
    ::close(folder);
    return content;
}

} // namespace hourpass
