// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// Removals that can be undone. The profile goes from one list of the file to the other in one
// write, so that at no moment its key is one that nobody knows.
#include "profiles/profilestore.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

template <typename Predicate>
int removalWhere(const QList<PendingRemoval> &removals, Predicate matches)
{
    const auto found = std::find_if(removals.begin(), removals.end(), matches);
    return found == removals.end() ? -1 : int(found - removals.begin());
}

int removalIn(const QList<PendingRemoval> &removals, const ProfileId &id)
{
    return removalWhere(removals, [&id](const auto &removal) { return removal.profile.id == id; });
}

QString freeName(const QList<Profile> &profiles, const QString &wanted)
{
    QString name = wanted;
    for (int number = 2; findByName(profiles, name); ++number) {
        const QString suffix = u" (%1)"_s.arg(number);
        QString start = wanted.left(longestProfileName - suffix.size());
        if (start.back().isHighSurrogate())
            start.chop(1);
        name = start + suffix;
    }
    return name;
}

// Returns its row.
int insertBack(ProfileDocument &document, const PendingRemoval &removal)
{
    Profile profile = removal.profile;
    profile.name = freeName(document.profiles, profile.name);
    const int row = std::clamp(removal.index, 0, int(document.profiles.size()));
    document.profiles.insert(row, profile);
    if (removal.wasDefault && document.defaultProfile.isNull())
        document.defaultProfile = profile.id;
    return row;
}

} // namespace

const PendingRemoval *ProfileStore::findRemoval(const ProfileId &id) const
{
    const int index = removalIn(m_document.removals, id);
    return index < 0 ? nullptr : &m_document.removals[index];
}

Result<void> ProfileStore::takeOff(const ProfileId &id, Undo undo)
{
    int row = -1;
    const auto done = apply([&row, id, undo](ProfileDocument &document) -> Result<void> {
        const auto found = std::find_if(document.profiles.begin(), document.profiles.end(),
                                        [&id](const Profile &profile) { return profile.id == id; });
        if (found == document.profiles.end())
            return failure(ErrorCode::NotFound);
        row = int(found - document.profiles.begin());
        const bool wasDefault = document.defaultProfile == id;
        document.removals.append(
            {document.profiles.takeAt(row), row, wasDefault, undo == Undo::Over});
        if (wasDefault)
            document.defaultProfile = {};
        return {};
    });
    if (done) {
        Q_EMIT removed(row);
        Q_EMIT removalsChanged();
    }
    return done;
}

Result<void> ProfileStore::putBack(const ProfileId &id)
{
    int row = -1;
    const ProfileId before = m_document.defaultProfile;
    const auto done = apply([&row, id](ProfileDocument &document) -> Result<void> {
        const int index = removalIn(document.removals, id);
        if (index < 0)
            return failure(ErrorCode::NotFound);
        row = insertBack(document, document.removals.takeAt(index));
        return {};
    });
    if (!done)
        return done;
    Q_EMIT inserted(row);
    if (m_document.defaultProfile != before)
        Q_EMIT defaultProfileChanged();
    Q_EMIT removalsChanged();
    return done;
}

Result<void> ProfileStore::setUndo(const ProfileId &id, Undo undo)
{
    const auto done = apply([id, undo](ProfileDocument &document) -> Result<void> {
        const int index = removalIn(document.removals, id);
        if (index < 0)
            return failure(ErrorCode::NotFound);
        document.removals[index].isEnding = undo == Undo::Over;
        return {};
    });
    if (done)
        Q_EMIT removalsChanged();
    return done;
}

Result<void> ProfileStore::dropRemoval(const ProfileId &id)
{
    const auto done = apply([id](ProfileDocument &document) -> Result<void> {
        const int index = removalIn(document.removals, id);
        if (index < 0)
            return failure(ErrorCode::NotFound);
        document.removals.removeAt(index);
        return {};
    });
    if (done)
        Q_EMIT removalsChanged();
    return done;
}

} // namespace hourpass
