// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/removalentries.h"

#include "profiles/profileentries.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

bool isKnown(const ProfileDocument &document, const ProfileId &id)
{
    const auto isIt = [&id](const Profile &profile) { return profile.id == id; };
    return std::any_of(document.profiles.begin(), document.profiles.end(), isIt)
        || std::any_of(document.badEntries.begin(), document.badEntries.end(),
                       [&id](const BadEntry &entry) { return entry.id == id; })
        || std::any_of(document.removals.begin(), document.removals.end(),
                       [isIt](const PendingRemoval &other) { return isIt(other.profile); });
}

} // namespace

// They decide about keys: one that cannot be read deletes none, and one of a profile that is on the
// list is not believed, since its key is in use.
void readRemovals(const QJsonArray &items, ProfileDocument &document)
{
    for (const QJsonValue &item : items) {
        QJsonObject object = item.toObject();
        PendingRemoval removal;
        removal.index = object.take("index"_L1).toInt();
        removal.wasDefault = object.take("default"_L1).toBool();
        removal.isEnding = object.take("ending"_L1).toBool();
        const auto profile = readEntry(object);
        if (!profile) {
            document.unreadRemovals.append(item);
        } else if (!isKnown(document, profile->id)) {
            removal.profile = *profile;
            document.removals.append(removal);
        }
    }
}

QJsonArray removalsOf(const ProfileDocument &document)
{
    QJsonArray list = document.unreadRemovals;
    for (const PendingRemoval &removal : document.removals) {
        if (removal.profile.kept != Profile::Kept::OnDisk)
            continue;
        QJsonObject object = toObject(removal.profile);
        object["index"_L1] = removal.index;
        if (removal.wasDefault)
            object["default"_L1] = true;
        if (removal.isEnding)
            object["ending"_L1] = true;
        list.append(object);
    }
    return list;
}

} // namespace hourpass
