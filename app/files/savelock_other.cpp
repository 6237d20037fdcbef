// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/savelock.h"

namespace hourpass {

using namespace Qt::StringLiterals;

SaveLock::SaveLock(const QString &path)
    : m_path(path)
    , m_lock(path + ".lock"_L1)
{
}

SaveLock::~SaveLock() = default;

Result<void> SaveLock::acquire(Milliseconds patience)
{
    if (m_lock.tryLock(int(patience.count())))
        return {};
    const bool isBusy = m_lock.error() == QLockFile::LockFailedError;
    return failure(isBusy ? ErrorCode::FileInUse : ErrorCode::WriteFailed,
                   isBusy ? QString() : u"no lock can be made"_s, m_path);
}

} // namespace hourpass
