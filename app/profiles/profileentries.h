// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/profile.h"

namespace hourpass {

/// What the entries of a list are, in its order.
struct ProfileEntries {
    QList<Profile> profiles; ///< no id and no name twice
    QList<BadEntry> badEntries;
};

/// One of them alone.
tl::expected<Profile, BadEntry::Fault> readEntry(QJsonObject object);
ProfileEntries readEntries(const QByteArrayList &entries);
QJsonObject toObject(const Profile &profile);

} // namespace hourpass
