// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "core/secret.h"
#include "keychain/keychainlimits.h"

#include <QObject>

#include <functional>

namespace QKeychain {
class Job;
}

namespace hourpass {

/// QtKeychain's jobs, each with a deadline. A job that runs cannot be stopped, and deleting it
/// crashes when its answer comes: one that took too long is left alone, and so is one whose caller
/// has lost interest. The library runs all of a process's jobs one after another.
///
/// Errors, as far as QtKeychain tells them apart: NotFound (which it also says of a locked
/// keychain), KeychainLocked, KeychainMissing, KeychainFailed; KeychainSilent after the limit.
class KeychainJobs final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    Future<Secret> read(const QString &service, const QString &key, Milliseconds limit);
    Future<void> write(const QString &service, const QString &key, const Secret &secret,
                       Milliseconds limit);
    Future<void> remove(const QString &service, const QString &key, Milliseconds limit);

Q_SIGNALS:
    /// A job that took too long has ended after all, so that the library is free again.
    void endedLate();

private:
    template <typename T>
    Future<T> run(QKeychain::Job *job, const QString &key, Milliseconds limit,
                  std::function<Result<T>()> take);
};

} // namespace hourpass
