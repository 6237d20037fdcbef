// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/orphans.h"
#include "core/secretstore.h"
#include "profiles/profilestore.h"

#include <QObject>

namespace hourpass {

/// Finds the keys in the keychain that no profile names, and does with one what the user says. By
/// itself it deletes nothing: whether a key is needed is the user's to say.
///
/// A key is stored before its profile, so the keychain is asked first and the profile file read
/// after it, anew each time: another process may have written to it. Whatever the file has an id
/// for is no orphan: an entry that cannot be used names its key as well.
class KeyCensus final : public QObject
{
    Q_OBJECT

public:
    /// A key that is younger than this may be of a profile that is just being added.
    static constexpr Seconds newFor = std::chrono::minutes(5);

    /// All must outlive this.
    KeyCensus(ProfileStore &profiles, SecretStore &keys, Clock clock, QObject *parent = nullptr);

    /// Asks nobody, and works while the keychain is locked. Errors: those of SecretStore::list(),
    /// and why the profile file cannot be read.
    Future<Orphans> orphans();
    /// Makes the profile, whose id is the key's. Errors: NotFound where there is no such key,
    /// KeyHasProfile, and those of ProfileStore.
    Future<void> adopt(const Profile &profile);
    /// Deletes the key, proven. Errors: NotFound, KeyHasProfile, KeyTooNew, FileDamaged where the
    /// list that was set aside names it, and those of SecretStore::remove().
    Future<void> forget(const ProfileId &id);

private:
    Result<Orphans> withoutProfile(const QList<StoredKey> &stored) const;
    Future<OrphanKey> find(const ProfileId &id);
    bool isNew(const StoredKey &key) const;

    ProfileStore &m_profiles;
    SecretStore &m_keys;
    Clock m_clock;
};

} // namespace hourpass
