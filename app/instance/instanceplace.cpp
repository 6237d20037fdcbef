// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instanceplace.h"

#include "files/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t forOthers = 077;
constexpr mode_t privateMode = 0700;

// Qt binds a socket to a path that is a little longer than its own, and renames it. 104 bytes are
// the least that a system has for it (macOS), the last one for a zero.
constexpr qsizetype longestFolder = 103 - sizeof("/XXXXXX/s");

bool isPrivateFolder(const QString &path)
{
    struct stat status {
    };
    return QDir::isAbsolutePath(path) && ::lstat(QFile::encodeName(path).constData(), &status) == 0
        && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid()
        && (status.st_mode & forOthers) == 0;
}

// Looks at what was opened, so that nobody can put something else there meanwhile.
bool makeOwnFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    ::mkdir(name.constData(), privateMode); // may be there
    const int fd = ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct stat status {
    };
    const bool isOurs = ::fstat(fd, &status) == 0 && status.st_uid == ::geteuid();
    const bool isPrivate =
        isOurs && ((status.st_mode & 0777) == privateMode || ::fchmod(fd, privateMode) == 0);
    ::close(fd);
    return isPrivate;
}

// Others may have been able to write into the folder before its mode was put right; and what is
// of another kind would be followed (a link) or waited for (a pipe).
bool isFreeOrOurs(const QString &path, mode_t kind)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status {
    };
    if (::lstat(name.constData(), &status) != 0)
        return errno == ENOENT;
    if ((status.st_mode & S_IFMT) == kind && status.st_uid == ::geteuid())
        return true;
    return (S_ISDIR(status.st_mode) ? ::rmdir(name.constData()) : ::unlink(name.constData())) == 0;
}

Result<InstancePlace> placeIn(const QString &folder)
{
    const InstancePlace place{folder + "/lock"_L1, folder + "/socket"_L1};
    if (QFile::encodeName(folder).size() > longestFolder)
        return failure(ErrorCode::WriteFailed, u"the path is too long for a socket"_s, folder);
    if (!makeOwnFolder(folder))
        return failure(ErrorCode::WriteFailed, u"it cannot be made, or is not our own folder"_s,
                       folder);
    if (!isFreeOrOurs(place.lockFile, S_IFREG) || !isFreeOrOurs(place.socketName, S_IFSOCK))
        return failure(ErrorCode::WriteFailed, u"something is in the way"_s, folder);
    return place;
}

} // namespace

Result<InstancePlace> findInstancePlace(const QString &runtimeFolder, const QString &stateFolder)
{
    // Clean, since a link with a slash behind it would be followed.
    if (const QString folder = QDir::cleanPath(runtimeFolder); isPrivateFolder(folder)) {
        if (auto place = placeIn(folder + "/hourpass"_L1))
            return place;
    }
    static_cast<void>(makePrivateFolder(stateFolder)); // placeIn() tells where that failed
    return placeIn(stateFolder + "/run"_L1);
}

bool restoreFolderOf(const InstancePlace &place)
{
    return makeOwnFolder(QFileInfo(place.lockFile).path());
}

} // namespace hourpass
