// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profilestore.h"
#include "core/secretstore.h"

#include <QObject>

namespace hourpass {

/// A profile that was removed, with what is needed to put it back.
struct RemovedProfile {
    Profile profile;
    int index = 0;
    bool wasDefault = false;
    Secret key; ///< empty where the keychain had none
};

/// Keeps profiles and keys in step: no profile without its key stored, no key left behind without
/// a profile. Both front ends change profiles through this alone, but for name and order.
///
/// Errors: those of ProfileStore and SecretStore. Where a step fails, the earlier ones are undone.
class ProfileKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    ProfileKeeper(ProfileStore &profiles, SecretStore &keys, QObject *parent = nullptr);

    /// Stores the key, then the profile. The profile's id must be new.
    Future<void> add(const Profile &profile, const Secret &key);
    /// Stores the key of a profile that exists. What was known of the old one is forgotten.
    Future<void> replaceKey(const ProfileId &id, const Secret &key);
    /// Deletes the key, proven, then the profile.
    Future<RemovedProfile> remove(const ProfileId &id);
    /// Deletes the key that it names, proven, unless another entry names it too; then the entry.
    Future<void> removeBadEntry(const BadEntry &entry);
    /// Takes remove() back.
    Future<void> restore(const RemovedProfile &removed);

private:
    template <typename T>
    using SharedReporter = std::shared_ptr<Reporter<T>>;
    void deleteKeyThenProfile(const RemovedProfile &removed,
                              const SharedReporter<RemovedProfile> &done);

    ProfileStore &m_profiles;
    SecretStore &m_keys;
};

} // namespace hourpass
