// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainjobs.h"

#include "keychain/keychainlog.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

ErrorCode codeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return ErrorCode::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return ErrorCode::KeychainLocked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return ErrorCode::KeychainMissing;
    case QKeychain::CouldNotDeleteEntry:
        return ErrorCode::KeychainNotDeleted;
    case QKeychain::NoError:
    case QKeychain::OtherError:
        break;
    }
    return ErrorCode::KeychainFailed;
}

Result<void> outcomeOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    return failure(codeOf(job.error()), job.errorString());
}

} // namespace

template <typename T>
Future<T> KeychainJobs::run(QKeychain::Job *job, const QString &key, Milliseconds limit,
                            std::function<Result<T>()> take)
{
    Q_ASSERT(QThread::currentThread() == QCoreApplication::instance()->thread());
    job->setKey(key);
    job->setAutoDelete(true);
    // It would write the secret in clear into a settings file.
    job->setInsecureFallback(false);
    Q_ASSERT(!job->insecureFallback() && !job->parent());

    const auto done = std::make_shared<Reporter<T>>();
    auto *deadline = new QTimer(this);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [done] {
        qCDebug(keychainLog) << "A job of the keychain library was given up after its time.";
        done->report(failure(ErrorCode::KeychainSilent, u"the keychain library did not answer"_s));
    });
    connect(job, &QKeychain::Job::finished, this, [this, deadline, done, take] {
        deadline->deleteLater();
        if (done->hasReported()) {
            Q_EMIT endedLate();
            return;
        }
        // The library starts no other job until this signal has been dealt with: whoever gets the
        // result may start a dialogue, so it is passed on later.
        QMetaObject::invokeMethod(
            this, [done, result = take()] { done->report(result); }, Qt::QueuedConnection);
    });
    deadline->start(limit);
    job->start();
    return done->future();
}

Future<Secret> KeychainJobs::read(const QString &service, const QString &key, Milliseconds limit)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    return run<Secret>(job, key, limit, [job]() -> Result<Secret> {
        if (const auto outcome = outcomeOf(*job); !outcome)
            return Failure(outcome.error());
        return Secret(job->binaryData());
    });
}

Future<void> KeychainJobs::write(const QString &service, const QString &key, const Secret &secret,
                                 Milliseconds limit)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    // Always binary: text is cut at a NUL, and an entry written both ways gives the older value.
    job->setBinaryData(secret.reveal().toByteArray());
    return run<void>(job, key, limit, [job] { return outcomeOf(*job); });
}

Future<void> KeychainJobs::remove(const QString &service, const QString &key, Milliseconds limit)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    return run<void>(job, key, limit, [job] { return outcomeOf(*job); });
}

} // namespace hourpass
