// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/endpoint.h"
#include "core/profileid.h"
#include "core/trustedprofile.h"
#include "profiles/badentry.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace hourpass {

/// A named API key with its endpoint and options. The key itself is only in the keychain.
struct Profile {
    /// Where there is no keychain, a profile and its key can be used until the program ends.
    enum class Kept { OnDisk, ForThisRun };

    ProfileId id;
    QString name; ///< unique without regard to case; see cleanProfileName()
    Endpoint endpoint;
    QString caFile;           ///< a PEM file with further roots for this profile alone, or empty
    QString keyStore;         ///< SecretStore::backend() that holds the key, or empty if unknown
    Seconds minimumLife{300}; ///< a copy hands out no token with less left
    bool keepFresh = false;   ///< renew its token while the program runs, before it ends
    bool pinned = false;      ///< shown first in the tray menu, and watched by the tray icon
    bool notifyBeforeEnd = false;                ///< tell when its token is about to end
    std::optional<TrustedProfile> assumeProfile; ///< whose tokens are had with the key's own
    /// When the key ends, since 1970, by what IAM said last; nothing: never, or not known.
    std::optional<Seconds> keyExpiresAt;
    Kept kept = Kept::OnDisk;
    QJsonObject unknown; ///< members of a newer version, kept as they are

    bool operator==(const Profile &) const = default;
};

inline constexpr qsizetype longestProfileName = 100;

/// The name as it is stored: without blanks around it. Errors: NameEmpty, NameTooLong, NameInvalid.
Result<QString> cleanProfileName(const QString &name);
/// Two names are the same where their keys are.
QString nameKey(const QString &name);

/// A profile that is off the list for now: its removal can be undone, and its key is where it was.
struct PendingRemoval {
    Profile profile;
    int index = 0; ///< its place in the list
    bool wasDefault = false;
    bool isEnding = false; ///< its key is being deleted, or was when a program ended: no undo

    bool operator==(const PendingRemoval &) const = default;
};

/// What profiles.json holds.
struct ProfileDocument {
    QList<Profile> profiles;
    QList<BadEntry> badEntries;
    ProfileId defaultProfile;       ///< null: none chosen
    QList<PendingRemoval> removals; ///< the latest last; none of a profile that is on the list
    QJsonArray unreadRemovals;      ///< kept as they are
    QJsonObject unknown;

    bool operator==(const ProfileDocument &) const = default;
};

/// Errors: FileDamaged, FileFromNewerVersion. An entry that cannot be used is no error.
Result<ProfileDocument> parseProfiles(const QByteArray &json);
/// Leaves out what is kept for this run alone. Bad entries stand at the end, as they were found.
QByteArray toJson(const ProfileDocument &document);

} // namespace hourpass
