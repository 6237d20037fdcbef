// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profilestore.h"

#include "files/files.h"
#include "files/ownfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 profileListLimit = 4 * 1024 * 1024;

template <typename Profiles, typename Predicate>
int indexWhere(const Profiles &profiles, Predicate matches)
{
    const auto found = std::find_if(profiles.begin(), profiles.end(), matches);
    return found == profiles.end() ? -1 : int(found - profiles.begin());
}

int indexIn(const ProfileDocument &document, const ProfileId &id)
{
    return indexWhere(document.profiles, [&id](const Profile &p) { return p.id == id; });
}

Result<Profile> checked(const ProfileDocument &document, const Profile &profile)
{
    auto name = cleanProfileName(profile.name);
    if (!name)
        return Failure(name.error());
    const int same = indexWhere(document.profiles, [&](const Profile &other) {
        return other.id != profile.id && other.name.compare(*name, Qt::CaseInsensitive) == 0;
    });
    if (same >= 0)
        return failure(ErrorCode::NameTaken, {}, *name);
    Profile clean = profile;
    clean.name = *name;
    return clean;
}

} // namespace

Result<ProfileDocument> readProfiles(const QString &path)
{
    return readOwnFile(path, profileListLimit).and_then(parseProfiles);
}

const Profile *findByName(const QList<Profile> &profiles, const QString &name)
{
    const int index = indexWhere(profiles, [wanted = name.trimmed()](const Profile &p) {
        return p.name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return index < 0 ? nullptr : &profiles[index];
}

ProfileStore::ProfileStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
}

ProfileStore::~ProfileStore() = default;

const Profile *ProfileStore::find(const ProfileId &id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &profiles()[index];
}

const Profile *ProfileStore::findByName(const QString &name) const
{
    return hourpass::findByName(profiles(), name);
}

int ProfileStore::indexOf(const ProfileId &id) const
{
    return indexIn(m_document, id);
}

const Profile *ProfileStore::defaultProfile() const
{
    if (const Profile *chosen = find(m_document.defaultProfile))
        return chosen;
    return profiles().size() == 1 && badEntries().isEmpty() ? &profiles().front() : nullptr;
}

Result<void> ProfileStore::load()
{
    m_readOnlyBecause.reset();
    lookForDamagedLists();
    auto content = readOwnFile(m_path, profileListLimit);
    if (!content && content.error().code == ErrorCode::NotFound) {
        m_onDisk.clear();
        m_document = {};
        return {};
    }
    if (!content) {
        m_readOnlyBecause = content.error();
        return Failure(content.error());
    }
    auto document = parseProfiles(*content);
    if (!document && document.error().code == ErrorCode::FileDamaged)
        return setDamagedAside(document.error());
    if (!document) {
        m_readOnlyBecause = document.error();
        m_readOnlyBecause->subject = m_path;
        return Failure(*m_readOnlyBecause);
    }
    m_onDisk = *content;
    m_document = std::move(*document);
    return {};
}

void ProfileStore::watch()
{
    m_watcher = std::make_unique<QFileSystemWatcher>();
    // The folder: a file that is replaced is a new file, which a watch on the old one misses.
    const QString folder = QFileInfo(m_path).path();
    if (makePrivateFolder(folder))
        m_watcher->addPath(folder);
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this,
            &ProfileStore::lookAround);
}

void ProfileStore::lookAround()
{
    lookForDamagedLists();
    rereadIfChanged();
}

void ProfileStore::rereadIfChanged()
{
    const auto content = readOwnFile(m_path, profileListLimit);
    if (!content || *content == m_onDisk)
        return; // our own write, or an editor between two steps
    // What another program is half way through is no reason to set the file aside.
    if (auto document = parseProfiles(*content))
        takeOver(*content, std::move(*document));
}

void ProfileStore::takeOver(const QByteArray &content, ProfileDocument document)
{
    const ProfileDocument before = std::exchange(m_document, std::move(document));
    m_readOnlyBecause.reset();
    m_onDisk = content;
    keepForThisRun(before);
}

// Takes over what is on disk now.
Result<void> ProfileStore::refresh()
{
    const ProfileDocument before = m_document;
    if (const auto loaded = load(); !loaded) {
        m_document = before;
        return loaded;
    }
    keepForThisRun(before);
    return {};
}

// What was never on the disk stays, whatever is there now; then tells.
void ProfileStore::keepForThisRun(const ProfileDocument &before)
{
    for (const Profile &profile : before.profiles) {
        if (profile.kept == Profile::Kept::ForThisRun)
            m_document.profiles.append(profile);
    }
    for (const PendingRemoval &removal : before.removals) {
        if (removal.profile.kept == Profile::Kept::ForThisRun)
            m_document.removals.append(removal);
    }
    if (m_document == before)
        return;
    Q_EMIT reloaded();
    Q_EMIT removalsChanged();
}

Result<void> ProfileStore::apply(const Change &change)
{
    if (m_readOnlyBecause) {
        if (const auto repaired = refresh(); !repaired)
            return repaired;
    }
    if (applyWithoutDisk(change))
        return {};
    makePrivateFolder(QFileInfo(m_path).path());
    SaveLock lock(m_path);
    if (const auto locked = lock.acquire(m_patience); !locked)
        return locked;
    const auto content = readOwnFile(m_path, profileListLimit);
    if (!content && content.error().code != ErrorCode::NotFound)
        return Failure(content.error());
    if (content.value_or(QByteArray()) != m_onDisk) {
        if (const auto fresh = refresh(); !fresh)
            return fresh;
    }
    ProfileDocument document = m_document;
    if (const auto changed = change(document); !changed)
        return changed;
    const QByteArray json = toJson(document);
    // Nobody could read it again.
    if (json.size() > profileListLimit)
        return failure(ErrorCode::OwnFileTooLarge, u"it would be with this change"_s, m_path);
    if (json != m_onDisk) {
        if (const auto written = writePrivateFile(m_path, json); !written)
            return written;
        m_onDisk = json;
    }
    m_document = std::move(document);
    return {};
}

// What is kept for this run alone needs no folder that can be written to.
bool ProfileStore::applyWithoutDisk(const Change &change)
{
    ProfileDocument document = m_document;
    const bool isOnlyOfThisRun =
        change(document) && document != m_document && toJson(document) == toJson(m_document);
    if (isOnlyOfThisRun)
        m_document = std::move(document);
    return isOnlyOfThisRun;
}

Result<void> ProfileStore::canSave(const Profile &profile) const
{
    if (m_readOnlyBecause)
        return Failure(*m_readOnlyBecause);
    return checked(m_document, profile).map([](const Profile &) {});
}

// Each change has copies of what it was given: that may lie in the list, and the list be read anew.
Result<void> ProfileStore::insert(int index, const Profile &profile)
{
    int at = index;
    const auto done = apply([&at, index, profile](ProfileDocument &document) -> Result<void> {
        const auto clean = checked(document, profile);
        if (!clean)
            return Failure(clean.error());
        if (profile.id.isNull() || indexIn(document, profile.id) >= 0)
            return failure(ErrorCode::NameTaken, u"the profile's id is not new"_s, clean->name);
        at = std::clamp(index, 0, int(document.profiles.size()));
        document.profiles.insert(at, *clean);
        return {};
    });
    if (done)
        Q_EMIT inserted(at);
    return done;
}

Result<void> ProfileStore::update(const Profile &profile)
{
    int at = -1;
    const auto done = apply([&at, profile](ProfileDocument &document) -> Result<void> {
        const auto clean = checked(document, profile);
        if (!clean)
            return Failure(clean.error());
        at = indexIn(document, profile.id);
        if (at < 0)
            return failure(ErrorCode::NotFound);
        document.profiles[at] = *clean;
        return {};
    });
    if (done)
        Q_EMIT changed(at);
    return done;
}

Result<void> ProfileStore::remove(const ProfileId &id)
{
    int at = -1;
    const auto done = apply([&at, id](ProfileDocument &document) -> Result<void> {
        at = indexIn(document, id);
        if (at < 0)
            return failure(ErrorCode::NotFound);
        document.profiles.removeAt(at);
        if (document.defaultProfile == id)
            document.defaultProfile = {};
        return {};
    });
    if (done)
        Q_EMIT removed(at);
    return done;
}

Result<void> ProfileStore::move(const ProfileId &id, int to)
{
    int from = -1;
    const auto done = apply([&from, id, to](ProfileDocument &document) -> Result<void> {
        from = indexIn(document, id);
        if (from < 0 || to < 0 || to >= document.profiles.size())
            return failure(ErrorCode::NotFound);
        document.profiles.move(from, to);
        return {};
    });
    if (done && from != to)
        Q_EMIT moved(from, to);
    return done;
}

Result<void> ProfileStore::setDefaultProfile(const ProfileId &id)
{
    const auto done = apply([id](ProfileDocument &document) -> Result<void> {
        if (!id.isNull() && indexIn(document, id) < 0)
            return failure(ErrorCode::NotFound);
        document.defaultProfile = id;
        return {};
    });
    if (done)
        Q_EMIT defaultProfileChanged();
    return done;
}

} // namespace hourpass
