// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secretstore.h"
#include "profiles/profilestore.h"

#include <QObject>

namespace hourpass {

/// Keeps profiles and keys in step: no profile without its key stored, no key left behind without
/// a profile or a pending removal that knows it. Both front ends change profiles through this
/// alone, but for name and order.
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
    /// At once, without an undo: takes the profile off the list and deletes the key, proven. Where
    /// that fails, the profile is put back.
    Future<void> remove(const ProfileId &id);
    /// Deletes the key of a pending removal, proven, then what is known of the profile. Where that
    /// fails, the removal is pending as before. NotFound: there is none, or none any more.
    Future<void> endRemoval(const ProfileId &id);
    /// Whether the key is in a keychain that is not in use now.
    bool isKeptElsewhere(const Profile &profile) const;
    /// Deletes the key that it names, proven, unless another entry names it too; then the entry.
    Future<void> removeBadEntry(const BadEntry &entry);

private:
    void insert(const Profile &profile, const std::shared_ptr<Reporter<void>> &done);

    ProfileStore &m_profiles;
    SecretStore &m_keys;
};

} // namespace hourpass
