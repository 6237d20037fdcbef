// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/profileid.h"

#include <QList>
#include <QString>

#include <optional>

namespace hourpass {

/// A key in the keychain that no profile names: what is left where a program was killed between
/// storing a key and storing its profile, or where the list of profiles was lost.
struct OrphanKey {
    ProfileId id;
    std::optional<Seconds> storedAt; ///< since 1970, where the keychain tells
    /// Stored a moment ago: another program may be about to store its profile.
    bool isNew = false;
    /// The list of profiles that was set aside names it.
    bool isOfDamagedList = false;

    bool canBeDeleted() const { return !isNew && !isOfDamagedList; }
    bool operator==(const OrphanKey &) const = default;
};

/// All of them, the oldest first.
struct Orphans {
    QList<OrphanKey> keys;
    /// A list of profiles that was set aside as damaged, or empty: the keys may be of profiles
    /// that were in it.
    QString damagedList;

    bool operator==(const Orphans &) const = default;
};

} // namespace hourpass
