// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profilekeeper.h"

#include <algorithm>

namespace hourpass {

ProfileKeeper::ProfileKeeper(ProfileStore &profiles, SecretStore &keys, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_keys(keys)
{
}

Future<void> ProfileKeeper::add(const Profile &profile, const Secret &key)
{
    // Before the key is written: what cannot be saved need not be undone.
    if (const auto savable = m_profiles.canSave(profile); !savable)
        return readyFuture<void>(Failure(savable.error()));
    if (m_profiles.find(profile.id))
        return readyFuture<void>(failure(ErrorCode::NameTaken, {}, profile.name));
    const auto done = std::make_shared<Reporter<void>>();
    m_keys.write(profile.id, key).then(this, [this, profile, done](const Result<void> &written) {
        if (written)
            insert(profile, done);
        else
            done->report(written);
    });
    return done->future();
}

void ProfileKeeper::insert(const Profile &profile, const std::shared_ptr<Reporter<void>> &done)
{
    Profile stored = profile;
    stored.keyStore = m_keys.backend();
    const auto inserted = m_profiles.add(stored);
    // The first failure is the one to tell. One that was added twice at once is there: its key
    // must stay.
    if (inserted || m_profiles.find(stored.id)) {
        done->report(inserted);
        return;
    }
    // Whoever asked may end the program as soon as it is told.
    m_keys.remove(stored.id).then(this, [inserted, done](const Result<void> &undone) {
        Error error = inserted.error();
        error.isKeyInDoubt = !undone;
        done->report(Failure(error));
    });
}

Future<void> ProfileKeeper::replaceKey(const ProfileId &id, const Secret &key)
{
    if (!m_profiles.find(id))
        return readyFuture<void>(failure(ErrorCode::NotFound));
    const auto done = std::make_shared<Reporter<void>>();
    m_keys.write(id, key).then(this, [this, id, done](const Result<void> &written) {
        const Profile *profile = m_profiles.find(id);
        if (written && !profile) { // removed meanwhile
            m_keys.remove(id);
            done->report(failure(ErrorCode::NotFound));
            return;
        }
        if (!written) {
            done->report(written);
            return;
        }
        Profile renewed = *profile;
        renewed.keyStore = m_keys.backend();
        renewed.keyExpiresAt.reset();
        done->report(renewed == *profile ? written : m_profiles.update(renewed));
    });
    return done->future();
}

Future<void> ProfileKeeper::remove(const ProfileId &id)
{
    // Known as a removal from the first step on: whatever ends this program, the key is not one
    // that nobody knows.
    if (const auto off = m_profiles.takeOff(id, ProfileStore::Undo::Over); !off)
        return readyFuture<void>(off);
    const auto done = std::make_shared<Reporter<void>>();
    endRemoval(id).then(this, [this, id, done](const Result<void> &ended) {
        // One that is still marked has lost its key, or cannot be saved. The first failure is the
        // one to tell.
        const PendingRemoval *removal = m_profiles.findRemoval(id);
        if (!ended && removal && !removal->isEnding)
            static_cast<void>(m_profiles.putBack(id));
        done->report(ended);
    });
    return done->future();
}

Future<void> ProfileKeeper::removeBadEntry(const BadEntry &entry)
{
    const auto namesIt = [&entry](const BadEntry &other) {
        return other.id == entry.id && other.text != entry.text;
    };
    const QList<BadEntry> &all = m_profiles.badEntries();
    const bool isKeyOfOthers = entry.id.isNull() || m_profiles.find(entry.id)
        || m_profiles.findRemoval(entry.id) || std::any_of(all.begin(), all.end(), namesIt);
    if (isKeyOfOthers)
        return readyFuture<void>(m_profiles.removeBadEntry(entry));
    return m_keys.remove(entry.id).then(this, [this, entry](const Result<void> &gone) {
        return gone ? m_profiles.removeBadEntry(entry) : gone;
    });
}

Future<void> ProfileKeeper::endRemoval(const ProfileId &id)
{
    const PendingRemoval *removal = m_profiles.findRemoval(id);
    if (!removal)
        return readyFuture<void>(failure(ErrorCode::NotFound));
    if (m_profiles.find(id)) { // it came back by another way, and its key is in use
        const auto dropped = m_profiles.dropRemoval(id);
        return readyFuture<void>(dropped ? Result<void>(failure(ErrorCode::NotFound)) : dropped);
    }
    const Profile profile = removal->profile;
    if (profile.kept == Profile::Kept::ForThisRun)
        return readyFuture<void>(m_profiles.dropRemoval(id));
    if (isKeptElsewhere(profile))
        return readyFuture<void>(failure(ErrorCode::KeychainMissing, {}, profile.keyStore));
    if (const auto marked = m_profiles.setUndo(id, ProfileStore::Undo::Over); !marked)
        return readyFuture<void>(marked);
    const auto done = std::make_shared<Reporter<void>>();
    m_keys.remove(id).then(this, [this, id, done](const Result<void> &gone) {
        if (gone) {
            done->report(m_profiles.dropRemoval(id));
            return;
        }
        static_cast<void>(m_profiles.setUndo(id, ProfileStore::Undo::Possible));
        done->report(gone);
    });
    return done->future();
}

bool ProfileKeeper::isKeptElsewhere(const Profile &profile) const
{
    return !profile.keyStore.isEmpty() && profile.keyStore != m_keys.backend();
}

} // namespace hourpass
