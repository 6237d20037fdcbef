// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/profilekeeper.h"

namespace hourpass {

ProfileKeeper::ProfileKeeper(ProfileStore &profiles, SecretStore &keys, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_keys(keys)
{
}

Future<void> ProfileKeeper::add(const Profile &profile, const Secret &key)
{
    return restore({profile, ProfileStore::atTheEnd, false, key});
}

Future<void> ProfileKeeper::restore(const RemovedProfile &removed)
{
    // Before the key is written: what cannot be saved need not be undone.
    if (const auto savable = m_profiles.canSave(removed.profile); !savable)
        return readyFuture<void>(Failure(savable.error()));
    if (m_profiles.find(removed.profile.id))
        return readyFuture<void>(failure(ErrorCode::NameTaken, {}, removed.profile.name));
    const auto done = std::make_shared<Reporter<void>>();
    const auto insert = [this, removed, done] {
        Profile profile = removed.profile;
        profile.keyStore = m_keys.backend();
        const auto inserted = m_profiles.insert(removed.index, profile);
        if (inserted && removed.wasDefault)
            static_cast<void>(m_profiles.setDefaultProfile(profile.id));
        // Best effort; the first failure is the one to tell. A second click on undo finds the
        // profile there again, and its key must stay.
        if (inserted || m_profiles.find(profile.id)) {
            done->report(inserted);
            return;
        }
        // Whoever asked may end the program as soon as it is told.
        m_keys.remove(profile.id).then(this, [inserted, done](const Result<void> &undone) {
            Error error = inserted.error();
            error.isKeyInDoubt = !undone;
            done->report(Failure(error));
        });
    };
    if (removed.key.isEmpty()) {
        insert();
        return done->future();
    }
    m_keys.write(removed.profile.id, removed.key)
        .then(this, [insert, done](const Result<void> &written) {
            if (written)
                insert();
            else
                done->report(Failure(written.error()));
        });
    return done->future();
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

Future<RemovedProfile> ProfileKeeper::remove(const ProfileId &id)
{
    const Profile *profile = m_profiles.find(id);
    if (!profile)
        return readyFuture<RemovedProfile>(failure(ErrorCode::NotFound));
    RemovedProfile removed{*profile, m_profiles.indexOf(id), m_profiles.isChosenDefault(id), {}};
    const auto done = std::make_shared<Reporter<RemovedProfile>>();
    if (profile->kept == Profile::Kept::ForThisRun) {
        const auto gone = m_profiles.remove(id);
        done->report(gone ? Result<RemovedProfile>(removed) : Failure(gone.error()));
        return done->future();
    }
    m_keys.read(id, SecretStore::Prompt::Allowed)
        .then(this, [this, removed, done](const Result<Secret> &key) {
            if (!key && key.error().code != ErrorCode::NotFound) {
                done->report(Failure(key.error()));
                return;
            }
            RemovedProfile withKey = removed;
            withKey.key = key.value_or(Secret());
            deleteKeyThenProfile(withKey, done);
        });
    return done->future();
}

void ProfileKeeper::deleteKeyThenProfile(const RemovedProfile &removed,
                                         const SharedReporter<RemovedProfile> &done)
{
    m_keys.remove(removed.profile.id).then(this, [this, removed, done](const Result<void> &gone) {
        if (!gone) {
            done->report(Failure(gone.error()));
            return;
        }
        const auto saved = m_profiles.remove(removed.profile.id);
        if (saved || removed.key.isEmpty()) {
            done->report(saved ? Result<RemovedProfile>(removed) : Failure(saved.error()));
            return;
        }
        // The profile stays: so must its key, before anybody is told.
        m_keys.write(removed.profile.id, removed.key)
            .then(this, [saved, done](const Result<void> & /*undone*/) {
                done->report(Failure(saved.error()));
            });
    });
}

} // namespace hourpass
