// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "keychain/keychainlimits.h"
#include "keychain/secretlisting.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

class QDBusMessage;
class QDBusServiceWatcher;

namespace hourpass {

class SecretPrompt;

/// Questions to org.freedesktop.secrets that QtKeychain does not ask: is an entry there, is it
/// locked. QtKeychain's own answers are the same for "locked" and "not there", and it claims to
/// have deleted what it did not. Also unlocks: one can stop waiting for a prompt of our own, while
/// one that QtKeychain raised holds up all of its later jobs.
///
/// Errors: KeychainMissing, SessionBusSilent, KeychainSilent, KeychainFailed, KeychainLocked (a
/// prompt was not answered, or refused), Cancelled (stopWaiting()).
class SecretService final : public QObject
{
    Q_OBJECT

public:
    /// Where entries, or a collection, were found, as D-Bus paths. Both empty: nowhere.
    struct Places {
        QStringList open;
        QStringList locked;
    };

    /// Null where the platform has no Secret Service. Connects on first use; where there is nothing
    /// to connect to, the fault of the bus says why, if one is given.
    static std::unique_ptr<SecretService> create(const KeychainLimits &limits,
                                                 const std::optional<Error> &busFault);
    ~SecretService() override;

    /// The entries of that name. Where none is visible but the default collection is locked, that
    /// is what is named: a locked keychain may hide what it holds.
    Future<Places> find(const QString &service, const QString &key);
    Future<Places> defaultCollection();
    /// The entries of that name's service, locked or not.
    Future<QList<SecretEntry>> list(const QString &service);
    /// Asks the user where that is needed. Where an earlier question is still on the screen, its
    /// answer is waited for instead.
    Future<void> unlock(const QStringList &places);
    Future<void> createDefaultCollection();
    /// No longer waits for what unlock() or createDefaultCollection() has asked the user. The
    /// question stays on the screen.
    void stopWaiting();
    /// It has kept silent: tells when it answers again, however long that takes.
    void awaitAnswer();

Q_SIGNALS:
    void answersAgain();
    /// Another process has taken the service over, or the first one.
    void appeared();
    void disappeared(bool canBeStarted);
    /// The user has answered a question that nobody waited for any more.
    void answeredLate();

private:
    SecretService(const KeychainLimits &limits, const std::optional<Error> &busFault);

    void startWatching();
    void ownerChanged(const QString &newOwner);
    Future<QDBusMessage> ask(const QDBusMessage &question,
                             ErrorCode noSuchObject = ErrorCode::KeychainFailed);
    Future<void> askWithPrompt(const QDBusMessage &question);
    void runPrompt(const QString &path, const std::shared_ptr<Reporter<void>> &done);

    KeychainLimits m_limits;
    Error m_whyNoBus;
    std::unique_ptr<QDBusServiceWatcher> m_watcher;
    std::unique_ptr<SecretPrompt> m_prompt;
    int m_promptGeneration = 0;
    bool m_isAwaited = false; ///< by awaitAnswer()
};

} // namespace hourpass
