// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instancelock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <chrono>

namespace hourpass {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// By far longer than it takes between making a lock file and holding it.
constexpr auto youngest = 2s;

} // namespace

InstanceLock::InstanceLock(const QString &path)
    : m_path(path)
    , m_lock(path)
{
    m_lock.setStaleLockTime(0); // never by age alone
}

Result<bool> InstanceLock::tryLock()
{
    if (m_lock.isLocked() || m_lock.tryLock(0))
        return true;
    if (m_lock.error() == QLockFile::LockFailedError)
        return removeLeftOver() && m_lock.tryLock(0);
    return failure(ErrorCode::WriteFailed, u"the lock file cannot be written"_s, m_path);
}

bool InstanceLock::keep()
{
    qint64 processId = 0;
    if (QFileInfo::exists(m_path))
        return m_lock.getLockInfo(&processId, nullptr, nullptr)
            && processId == QCoreApplication::applicationPid();
    m_lock.unlock(); // removes by its name what is not there
    return tryLock().value_or(false);
}

// QLockFile takes a lock for left over if no process has the number written in it. That number may
// belong to another by now, in a sandbox even to this one. Qt's own removal does not believe the
// number: it fails as long as the system says that the file is held. But it must never meet a file
// that another process has just made and is about to hold; hence the age, and the lock which Qt
// takes for the same purpose.
bool InstanceLock::removeLeftOver()
{
    QLockFile removing(m_path + ".rmlock"_L1);
    removing.setStaleLockTime(0);
    if (!removing.tryLock(0))
        return false;
    const QDateTime made = QFileInfo(m_path).lastModified();
    return made.isValid() && made.msecsTo(QDateTime::currentDateTime()) > youngest / 1ms
        && m_lock.removeStaleLockFile();
}

} // namespace hourpass
