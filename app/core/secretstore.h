// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/future.h"
#include "core/profileid.h"
#include "core/secret.h"

#include <QList>
#include <QObject>

#include <optional>

namespace hourpass {

/// What is known of an entry without its value.
struct StoredKey {
    ProfileId id;
    std::optional<Seconds> storedAt; ///< since 1970, where the keychain tells

    bool operator==(const StoredKey &) const = default;
};

/// Where API keys are kept: the one port of the program, because the real one cannot be made to
/// fail on demand. Everything is asynchronous, on the main thread, and reports once.
///
/// Errors: NotFound only where it is proven that there is no entry; KeychainLocked,
/// KeychainMissing, SessionBusSilent, KeychainSilent, KeychainFailed, KeychainNotKept,
/// KeychainNotDeleted, KeychainNotSearchable; Cancelled after cancelAll().
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unknown, ///< not asked yet
        Ready,
        Waiting, ///< the keychain is asking the user something, or is slow to answer
        Locked,
        Missing,
    };
    Q_ENUM(State)

    /// Whether the keychain may ask the user for a password. Only what a user clicked may.
    enum class Prompt { Allowed, Never };

    using QObject::QObject;

    /// A short, lasting name of the back end, such as "secret-service"; stored with each profile
    /// so that a key that is kept elsewhere is not taken for missing.
    virtual QString backend() const = 0;
    virtual State state() const = 0;

    virtual Future<Secret> read(const ProfileId &id, Prompt prompt) = 0;
    /// Done once the same bytes were read back. Where it fails, there is no entry where there was
    /// none before, or Error::isKeyInDoubt.
    virtual Future<void> write(const ProfileId &id, const Secret &key) = 0;
    /// Done once no entry is found any more; done at once where there was none.
    virtual Future<void> remove(const ProfileId &id) = 0;
    /// All entries of ours, each once, in no order, also those in a locked keychain. Asks the user
    /// nothing, holds no other operation up, and does not count for isBusy().
    virtual Future<QList<StoredKey>> list() = 0;
    /// Finds out the state without asking the user anything.
    virtual Future<State> probe() = 0;
    /// Ends all that wait with Cancelled. What the keychain does with them later is ignored.
    virtual void cancelAll() = 0;
    /// Whether something has not reported yet; the program stays alive for it for a while.
    virtual bool isBusy() const = 0;

Q_SIGNALS:
    void stateChanged(hourpass::SecretStore::State state);
};

} // namespace hourpass
