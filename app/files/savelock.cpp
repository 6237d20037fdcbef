// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/savelock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// The system's own lock on an open file: it ends with the process that holds it, however that
// ends, needs no room on the disk, and nobody has to guess whether a process is still there.
// QLockFile takes the same one on the file that it makes, so that older versions are kept out.

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long pauseMs = 10;

// Whoever held the lock last has removed the file: then this is one that others no longer find.
bool isStillThere(int fd, const QByteArray &name)
{
    struct stat opened {
    };
    struct stat named {
    };
    return ::fstat(fd, &opened) == 0 && ::lstat(name.constData(), &named) == 0
        && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace

SaveLock::SaveLock(const QString &path)
    : m_path(path)
    , m_lockFile(QFile::encodeName(path + ".lock"_L1))
{
}

SaveLock::~SaveLock()
{
    if (m_fd < 0)
        return;
    ::unlink(m_lockFile.constData()); // while it is held: nobody else's can be meant
    ::close(m_fd);
}

Result<void> SaveLock::acquire(Milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    Outcome outcome = tryOnce();
    while (outcome == Outcome::Busy && !deadline.hasExpired()) {
        QThread::msleep(pauseMs);
        outcome = tryOnce();
    }
    if (outcome == Outcome::Impossible)
        return failure(ErrorCode::WriteFailed, qt_error_string(errno), m_path);
    if (outcome == Outcome::Busy)
        return failure(ErrorCode::FileInUse, {}, m_path);
    return {};
}

SaveLock::Outcome SaveLock::tryOnce()
{
    const int fd = ::open(m_lockFile.constData(),
                          O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (fd < 0)
        return Outcome::Impossible;
    // A file system without locks is no reason to save nothing.
    const bool isBusy =
        ::flock(fd, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR);
    if (isBusy || !isStillThere(fd, m_lockFile)) {
        ::close(fd);
        return Outcome::Busy;
    }
    m_fd = fd;
    return Outcome::Held;
}

} // namespace hourpass
