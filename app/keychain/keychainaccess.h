// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secretstore.h"
#include "keychain/keychainjobs.h"
#include "keychain/keychainlimits.h"
#include "keychain/secretservice.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace hourpass {

/// One operation on the keychain at a time, in the steps that make its answer true: what is locked
/// is unlocked first or said to be locked, what was written is read back, what was deleted is
/// looked for. Errors as SecretStore's.
class KeychainAccess final : public QObject
{
    Q_OBJECT

public:
    using Prompt = SecretStore::Prompt;
    using State = SecretStore::State;

    explicit KeychainAccess(const KeychainLimits &limits);

    QString backend() const;
    /// Reported wherever the session's bus would be needed.
    void setBusFault(const Error &fault) { m_busFault = fault; }

    Future<Secret> read(const QString &key, Prompt prompt);
    Future<void> write(const QString &key, const Secret &secret);
    Future<void> remove(const QString &key);
    Future<State> probe();
    /// All entries of ours, beside all other operations.
    Future<QList<SecretEntry>> list();
    /// After KeychainSilent: changed() is emitted once it answers again.
    void awaitAnswer();
    /// Takes no further step. What was begun does not report, or reports Cancelled.
    void abandon();

Q_SIGNALS:
    void userIsAsked();
    // What is heard outside of an operation:
    void changed(); ///< it has started, or the user has unlocked it late
    void disappeared(bool canBeStarted);
    void endedLate(); ///< what took too long is over

private:
    using Places = SecretService::Places;
    using Look = std::function<Future<Places>()>;
    /// What was there before a write.
    enum class Before { Nothing, AnEntry, NotKnown };
    template <typename T>
    using Done = std::shared_ptr<Reporter<T>>;

    void prepare();
    template <typename T>
    Done<T> begin();
    template <typename T, typename Next>
    void follow(Future<T> future, Next next);

    Milliseconds jobLimit(Prompt prompt) const;
    Look lookForEntry(const QString &key);
    Look lookForDefault();
    Future<Places> lookAndUnlock(const Look &look, Prompt prompt);
    void unlock(const Look &look, const QStringList &places, const Done<Places> &done);
    template <typename T>
    void reportTruth(const Look &look, const Error &error, const Done<T> &done);

    void readEntry(const QString &key, Prompt prompt, const Done<Secret> &done);
    void writeNewOrOld(const QString &key, const Secret &secret, const Done<void> &done);
    void writeEntry(const QString &key, const Secret &secret, Before before,
                    const Done<void> &done);
    void readBack(const QString &key, const Secret &secret, Before before, const Done<void> &done);
    void takeBack(const QString &key, Before before, const Error &why, const Done<void> &done);
    void removeEntry(const QString &key, const Done<void> &done);
    void proveRemoved(const QString &key, const Done<void> &done);

    KeychainLimits m_limits;
    KeychainJobs m_jobs;
    std::unique_ptr<SecretService> m_service; ///< null where the back end is another one
    std::optional<Error> m_busFault;
    mutable QString m_backend; ///< empty until asked for
    int m_generation = 0;      ///< answers to an earlier one are ignored
};

} // namespace hourpass
