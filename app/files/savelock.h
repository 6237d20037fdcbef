// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QString>

#ifndef Q_OS_UNIX
#include <QLockFile>
#endif

namespace hourpass {

/// Keeps other processes from saving a file between our reading and our writing it. Each process
/// holds it for the length of one small write.
class SaveLock final
{
public:
    /// For the window, whose thread stands still meanwhile; and for who would rather wait.
    static constexpr Milliseconds shortPatience{500};
    static constexpr Milliseconds longPatience{5000};

    /// The lock of the file at that path: beside it, there while it is held.
    explicit SaveLock(const QString &path);
    ~SaveLock();
    Q_DISABLE_COPY_MOVE(SaveLock)

    /// Once. Errors, their subject the file: FileInUse; WriteFailed where no lock can be made.
    Result<void> acquire(Milliseconds patience);

private:
    QString m_path;
#ifdef Q_OS_UNIX
    enum class Outcome { Held, Busy, Impossible };
    Outcome tryOnce();

    QByteArray m_lockFile;
    int m_fd = -1;
#else
    QLockFile m_lock;
#endif
};

} // namespace hourpass
