// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// What the store does about entries that cannot be used and lists that could not be read.
#include "profiles/profilestore.h"

#include "files/files.h"

#include <QFile>

#include <algorithm>

namespace hourpass {

QSet<ProfileId> ProfileStore::ids() const
{
    QSet<ProfileId> all;
    for (const Profile &profile : profiles())
        all.insert(profile.id);
    for (const BadEntry &entry : badEntries())
        all.insert(entry.id);
    for (const PendingRemoval &removal : pendingRemovals())
        all.insert(removal.profile.id);
    all.remove(ProfileId());
    return all;
}

const BadEntry *ProfileStore::findBadEntry(const QString &name) const
{
    const auto found =
        std::find_if(badEntries().begin(), badEntries().end(), [&name](const BadEntry &entry) {
            return !entry.name.isEmpty()
                && nameKey(entry.name.trimmed()) == nameKey(name.trimmed());
        });
    return found == badEntries().end() ? nullptr : &*found;
}

void ProfileStore::lookForDamagedLists()
{
    QStringList found = damagedListsBeside(m_path);
    if (found == m_damagedLists)
        return;
    m_damagedLists = std::move(found);
    Q_EMIT damagedListsChanged();
}

Failure ProfileStore::setDamagedAside(const Error &why)
{
    m_document = {};
    m_onDisk.clear();
    const auto aside = setAside(m_path);
    Error error = why;
    error.subject = aside.value_or(m_path);
    if (!aside)
        m_readOnlyBecause = error;
    lookForDamagedLists();
    return Failure(error);
}

Result<void> ProfileStore::removeBadEntry(const BadEntry &entry)
{
    const auto done = apply([entry](ProfileDocument &document) -> Result<void> {
        const auto found =
            std::find_if(document.badEntries.cbegin(), document.badEntries.cend(),
                         [&entry](const BadEntry &e) { return e.text == entry.text; });
        if (found == document.badEntries.cend())
            return failure(ErrorCode::NotFound);
        document.badEntries.erase(found);
        return {};
    });
    if (done)
        Q_EMIT reloaded();
    return done;
}

Result<int> ProfileStore::restore(const Salvage &salvage)
{
    int added = 0;
    const auto done = apply([&added, salvage](ProfileDocument &document) -> Result<void> {
        const QList<Profile> missing = missingIn(document, salvage.profiles);
        added = int(missing.size());
        document.profiles.append(missing);
        return {};
    });
    if (!done)
        return Failure(done.error());
    if (added > 0)
        Q_EMIT reloaded();
    Result<int> result = added;
    for (const QString &file : salvage.files) {
        if (const auto away = putAway(file); !away && QFile::exists(file))
            result = Failure(away.error());
    }
    lookForDamagedLists();
    return result;
}

} // namespace hourpass
