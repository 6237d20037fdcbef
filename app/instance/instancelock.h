// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QLockFile>

namespace hourpass {

/// Decides which process of a user is the one that runs. A process that was killed holds nothing.
class InstanceLock final
{
public:
    explicit InstanceLock(const QString &path);

    /// Whether this process has the lock, which it then keeps until the object ends. Answers at
    /// once. Error: WriteFailed where no lock can be had at all.
    Result<bool> tryLock();
    /// Once it is ours: whether it still is. Makes the file anew where somebody has deleted it,
    /// since the next start would take a lock of its own.
    bool keep();

private:
    bool removeLeftOver();

    QString m_path;
    QLockFile m_lock;
};

} // namespace hourpass
