// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainaccess.h"

#include "keychain/backendname.h"
#include "keychain/keychainsteps.h"

#include <QTimer>

namespace hourpass {

using namespace Qt::StringLiterals;

KeychainAccess::KeychainAccess(const KeychainLimits &limits)
    : m_limits(limits)
{
    connect(&m_jobs, &KeychainJobs::endedLate, this, &KeychainAccess::endedLate);
}

QString KeychainAccess::backend() const
{
    if (m_backend.isEmpty())
        m_backend = keychainBackendName();
    return m_backend;
}

void KeychainAccess::prepare()
{
    if (m_service || backend() != "secret-service"_L1)
        return;
    m_service = SecretService::create(m_limits, m_busFault);
    connect(m_service.get(), &SecretService::appeared, this, &KeychainAccess::changed);
    connect(m_service.get(), &SecretService::answersAgain, this, &KeychainAccess::changed);
    connect(m_service.get(), &SecretService::disappeared, this, &KeychainAccess::disappeared);
    connect(m_service.get(), &SecretService::answeredLate, this, &KeychainAccess::changed);
}

void KeychainAccess::abandon()
{
    ++m_generation;
    if (m_service)
        m_service->stopWaiting();
}

// The Secret Service is unlocked before a job starts. Elsewhere it is the job that asks the user.
Milliseconds KeychainAccess::jobLimit(Prompt prompt) const
{
    return m_service || prompt == Prompt::Never ? m_limits.answer : m_limits.prompt;
}

KeychainAccess::Look KeychainAccess::lookForEntry(const QString &key)
{
    return [this, key] { return m_service->find(serviceName, key); };
}

KeychainAccess::Look KeychainAccess::lookForDefault()
{
    return [this] { return m_service->defaultCollection(); };
}

Future<KeychainAccess::Places> KeychainAccess::lookAndUnlock(const Look &look, Prompt prompt)
{
    const auto done = std::make_shared<Reporter<Places>>();
    follow(look(), [this, look, prompt, done](const Result<Places> &found) {
        if (!found || !found->open.isEmpty() || found->locked.isEmpty())
            done->report(found);
        else if (prompt == Prompt::Never)
            done->report(failure(ErrorCode::KeychainLocked));
        else
            unlock(look, found->locked, done);
    });
    return done->future();
}

void KeychainAccess::unlock(const Look &look, const QStringList &places, const Done<Places> &done)
{
    Q_EMIT userIsAsked();
    follow(m_service->unlock(places), [this, look, done](const Result<void> &unlocked) {
        if (!unlocked) {
            done->report(Failure(unlocked.error()));
            return;
        }
        follow(look(), [done](const Result<Places> &found) {
            if (found && found->open.isEmpty() && !found->locked.isEmpty())
                done->report(failure(ErrorCode::KeychainLocked, u"it could not be unlocked"_s));
            else
                done->report(found);
        });
    });
}

Future<Secret> KeychainAccess::read(const QString &key, Prompt prompt)
{
    const auto done = begin<Secret>();
    if (!m_service) {
        readEntry(key, prompt, done);
        return done->future();
    }
    follow(lookAndUnlock(lookForEntry(key), prompt),
           [this, key, prompt, done](const Result<Places> &found) {
               if (!found)
                   done->report(Failure(found.error()));
               else if (found->open.isEmpty())
                   done->report(failure(ErrorCode::NotFound));
               else
                   readEntry(key, prompt, done);
           });
    return done->future();
}

void KeychainAccess::readEntry(const QString &key, Prompt prompt, const Done<Secret> &done)
{
    follow(m_jobs.read(serviceName, key, jobLimit(prompt)),
           [this, key, done](const Result<Secret> &secret) {
               if (!secret)
                   reportTruth(lookForEntry(key), secret.error(), done);
               else if (secret->isEmpty())
                   done->report(failure(ErrorCode::KeychainFailed, u"the entry is empty"_s));
               else
                   done->report(secret);
           });
}

Future<void> KeychainAccess::remove(const QString &key)
{
    const auto done = begin<void>();
    if (!m_service) {
        removeEntry(key, done);
        return done->future();
    }
    // Deleting looks at unlocked entries alone and calls that a success.
    follow(lookAndUnlock(lookForEntry(key), Prompt::Allowed),
           [this, key, done](const Result<Places> &found) {
               if (!found)
                   done->report(Failure(found.error()));
               else if (found->open.isEmpty())
                   done->report({});
               else
                   removeEntry(key, done);
           });
    return done->future();
}

void KeychainAccess::removeEntry(const QString &key, const Done<void> &done)
{
    follow(m_jobs.remove(serviceName, key, jobLimit(Prompt::Allowed)),
           [this, key, done](const Result<void> &removed) {
               // Windows and macOS report that there was nothing to delete.
               if (removed || removed.error().code == ErrorCode::NotFound)
                   proveRemoved(key, done);
               else
                   reportTruth(lookForEntry(key), removed.error(), done);
           });
}

void KeychainAccess::proveRemoved(const QString &key, const Done<void> &done)
{
    if (m_service) {
        follow(m_service->find(serviceName, key), [done](const Result<Places> &found) {
            if (!found)
                done->report(Failure(found.error()));
            else if (found->open.isEmpty() && found->locked.isEmpty())
                done->report({});
            else
                done->report(failure(ErrorCode::KeychainNotDeleted));
        });
        return;
    }
    follow(m_jobs.read(serviceName, key, jobLimit(Prompt::Allowed)),
           [done](const Result<Secret> &left) {
               if (left)
                   done->report(failure(ErrorCode::KeychainNotDeleted));
               else if (left.error().code == ErrorCode::NotFound)
                   done->report({});
               else
                   done->report(Failure(left.error()));
           });
}

Future<QList<SecretEntry>> KeychainAccess::list()
{
    prepare();
    if (m_service)
        return m_service->list(serviceName);
    // Later, as every other answer. To look into these keychains may ask the user.
    const auto done = std::make_shared<Reporter<QList<SecretEntry>>>();
    QTimer::singleShot(0, this,
                       [done] { done->report(failure(ErrorCode::KeychainNotSearchable)); });
    return done->future();
}

void KeychainAccess::awaitAnswer()
{
    if (m_service)
        m_service->awaitAnswer();
}

Future<SecretStore::State> KeychainAccess::probe()
{
    const auto done = begin<State>();
    if (!m_service) {
        // Later, as every other answer. What these keychains would say can only be found by a job,
        // which may ask the user.
        QTimer::singleShot(0, this, [done] { done->report(State::Ready); });
        return done->future();
    }
    follow(m_service->defaultCollection(), [done](const Result<Places> &found) {
        if (!found && found.error().code == ErrorCode::KeychainMissing)
            done->report(State::Missing);
        else if (!found)
            done->report(Failure(found.error()));
        else
            done->report(found->locked.isEmpty() ? State::Ready : State::Locked);
    });
    return done->future();
}

} // namespace hourpass
