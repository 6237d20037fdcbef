// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/keycensus.h"

#include "files/files.h"
#include "profiles/damagedlists.h"
#include "settings/proxykeeper.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

using Ids = QSet<ProfileId>;

constexpr qint64 listLimit = 4 * 1024 * 1024;

// Not by the parser: what cannot be understood names a key all the same.
Ids idsIn(const QByteArray &content)
{
    static const QRegularExpression form(
        u"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"_s);
    Ids ids;
    for (auto found = form.globalMatch(QString::fromLatin1(content)); found.hasNext();)
        ids.insert(ProfileId::fromString(found.next().captured()));
    return ids;
}

Result<Ids> idsOnDisk(const QString &path)
{
    const auto content = readSmallFile(path, listLimit);
    if (!content && content.error().code == ErrorCode::NotFound)
        return Ids();
    if (!content)
        return Failure(content.error());
    // In a list that is damaged, ids may be what was lost.
    return parseProfiles(*content)
        .map([&content](const ProfileDocument &) { return idsIn(*content); })
        .map_error([&path](Error error) {
            error.subject = path;
            return error;
        });
}

} // namespace

KeyCensus::KeyCensus(ProfileStore &profiles, SecretStore &keys, Clock clock, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_keys(keys)
    , m_clock(std::move(clock))
{
}

// Either way: where the clock was put back, nobody knows how old a key is that seems to be of
// later.
bool KeyCensus::isNew(const StoredKey &key) const
{
    return key.storedAt && abs(m_clock().utc - *key.storedAt) < newFor;
}

Future<Orphans> KeyCensus::orphans()
{
    return m_keys.list().then(this, [this](const Result<QList<StoredKey>> &stored) {
        return stored ? withoutProfile(*stored) : Result<Orphans>(Failure(stored.error()));
    });
}

Result<Orphans> KeyCensus::withoutProfile(const QList<StoredKey> &stored) const
{
    auto named = idsOnDisk(m_profiles.path());
    if (!named)
        return Failure(named.error());
    for (const Profile &profile : m_profiles.profiles())
        named->insert(profile.id);
    named->insert(proxyLoginId());
    Orphans orphans;
    const QStringList damagedLists = damagedListsBeside(m_profiles.path());
    orphans.damagedList = damagedLists.value(0);
    Ids ofDamagedLists;
    for (const QString &path : damagedLists)
        ofDamagedLists += idsIn(readSmallFile(path, listLimit).value_or(QByteArray()));
    for (const StoredKey &key : stored) {
        if (!named->contains(key.id))
            orphans.keys.append(
                {key.id, key.storedAt, isNew(key), ofDamagedLists.contains(key.id)});
    }
    std::stable_sort(
        orphans.keys.begin(), orphans.keys.end(),
        [](const OrphanKey &a, const OrphanKey &b) { return a.storedAt < b.storedAt; });
    return orphans;
}

Future<OrphanKey> KeyCensus::find(const ProfileId &id)
{
    return m_keys.list().then(
        this, [this, id](const Result<QList<StoredKey>> &stored) -> Result<OrphanKey> {
            if (!stored)
                return Failure(stored.error());
            const auto isIt = [&id](const auto &key) { return key.id == id; };
            if (std::none_of(stored->begin(), stored->end(), isIt))
                return failure(ErrorCode::NotFound);
            const auto orphans = withoutProfile(*stored);
            if (!orphans)
                return Failure(orphans.error());
            const auto found = std::find_if(orphans->keys.begin(), orphans->keys.end(), isIt);
            if (found == orphans->keys.end())
                return failure(ErrorCode::KeyHasProfile);
            return *found;
        });
}

Future<void> KeyCensus::adopt(const Profile &profile)
{
    return find(profile.id).then(this, [this, profile](const Result<OrphanKey> &key) {
        if (!key)
            return Result<void>(Failure(key.error()));
        Profile adopted = profile;
        adopted.keyStore = m_keys.backend();
        return m_profiles.add(adopted);
    });
}

Future<void> KeyCensus::forget(const ProfileId &id)
{
    return find(id)
        .then(this,
              [this, id](const Result<OrphanKey> &key) {
                  if (!key)
                      return readyFuture<void>(Failure(key.error()));
                  if (key->isOfDamagedList)
                      return readyFuture<void>(
                          failure(ErrorCode::FileDamaged, {},
                                  damagedListsBeside(m_profiles.path()).constFirst()));
                  if (key->isNew)
                      return readyFuture<void>(failure(ErrorCode::KeyTooNew));
                  return m_keys.remove(id);
              })
        .unwrap();
}

} // namespace hourpass
