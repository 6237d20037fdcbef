// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/savelock.h"
#include "profiles/damagedlists.h"
#include "profiles/profile.h"

#include <QFileSystemWatcher>
#include <QObject>

#include <functional>
#include <limits>
#include <memory>

namespace hourpass {

/// What a profile file holds, and nothing is changed by looking. Errors: those of readOwnFile()
/// and parseProfiles().
Result<ProfileDocument> readProfiles(const QString &path);
/// Without regard to case and to blanks around the name; null where there is none.
const Profile *findByName(const QList<Profile> &profiles, const QString &name);

/// The profiles of profiles.json, in the user's order. Each change is written at once, on top of
/// what another process (hourpass-cli beside the window) wrote since; where writing fails, nothing
/// changes. An entry that cannot be used stays in the file as it is. A file that is no list at all
/// is set aside and never overwritten, one of a newer version is left as it is and nothing is
/// written at all.
class ProfileStore final : public QObject
{
    Q_OBJECT

public:
    explicit ProfileStore(QString path, QObject *parent = nullptr);
    ~ProfileStore() override;

    /// A missing file is no error. FileDamaged: it was set aside, its new path is the error's
    /// subject. FileFromNewerVersion, FileUnreadable and such: changes are refused with the same,
    /// until the file is in order or gone.
    Result<void> load();
    /// How long a change waits for another process that is saving.
    void setPatience(Milliseconds patience) { m_patience = patience; }
    /// From now on reads again what another process writes.
    void watch();

    const QString &path() const { return m_path; }
    const ProfileDocument &document() const { return m_document; }
    const QList<Profile> &profiles() const { return m_document.profiles; }
    /// Those of the file that cannot be used.
    const QList<BadEntry> &badEntries() const { return m_document.badEntries; }
    /// Of all entries, those of bad ones and of removals too: whose keys are not without an owner.
    QSet<ProfileId> ids() const;
    /// Null where there is none; valid until the next change.
    const Profile *find(const ProfileId &id) const;
    const Profile *findByName(const QString &name) const;
    /// As findByName(), of the bad ones.
    const BadEntry *findBadEntry(const QString &name) const;
    int indexOf(const ProfileId &id) const;
    /// The chosen one, else the only one, else null: as well where it could be a bad entry that
    /// was meant.
    const Profile *defaultProfile() const;
    bool isChosenDefault(const ProfileId &id) const { return m_document.defaultProfile == id; }

    /// For insert(), which takes the nearest place that there is.
    static constexpr int atTheEnd = std::numeric_limits<int>::max();

    /// Removals that are not over, the latest last. Their keys are in the keychain, and are no
    /// leftovers.
    const QList<PendingRemoval> &pendingRemovals() const { return m_document.removals; }
    /// Null where there is none; valid until the next change.
    const PendingRemoval *findRemoval(const ProfileId &id) const;

    /// Whether insert() or update() could succeed, as far as can be told without writing.
    Result<void> canSave(const Profile &profile) const;

    /// Errors of all changes: NameEmpty, NameTaken, NotFound, FileInUse, WriteFailed, and load()'s.
    Result<void> add(const Profile &profile) { return insert(atTheEnd, profile); }
    /// The profile's id must be new.
    Result<void> insert(int index, const Profile &profile);
    Result<void> update(const Profile &profile);
    Result<void> remove(const ProfileId &id);
    Result<void> move(const ProfileId &id, int to);

    enum class Undo { Possible, Over };
    /// Off the list, and into pendingRemovals(), in one step.
    Result<void> takeOff(const ProfileId &id, Undo undo);
    /// Takes takeOff() back: in its place, and the default where it was and no other is. A name
    /// that is taken by now gets a number.
    Result<void> putBack(const ProfileId &id);
    Result<void> setUndo(const ProfileId &id, Undo undo);
    /// Nothing is known of the profile any more. Its key must be gone.
    Result<void> dropRemoval(const ProfileId &id);

    Result<void> setDefaultProfile(const ProfileId &id);
    Result<void> removeBadEntry(const BadEntry &entry);

    /// As they were found by load() and since watch(); see damagedListsBeside().
    const QStringList &damagedLists() const { return m_damagedLists; }
    /// Adds what is missing, and puts the files away. How many were added.
    Result<int> restore(const Salvage &salvage);

Q_SIGNALS:
    void inserted(int index);
    void changed(int index);
    void removed(int index);
    void moved(int from, int to);
    void defaultProfileChanged();
    void removalsChanged();
    /// Anything may be different: another process wrote the file, or it was many at once.
    void reloaded();
    void damagedListsChanged();

private:
    using Change = std::function<Result<void>(ProfileDocument &)>;
    Result<void> apply(const Change &change);
    bool applyWithoutDisk(const Change &change);
    Result<void> refresh();
    Failure setDamagedAside(const Error &why);
    void lookAround();
    void lookForDamagedLists();
    void rereadIfChanged();
    void keepForThisRun(const ProfileDocument &before);
    void takeOver(const QByteArray &content, ProfileDocument document);

    QString m_path;
    Milliseconds m_patience = SaveLock::shortPatience;
    QByteArray m_onDisk;
    ProfileDocument m_document;
    std::optional<Error> m_readOnlyBecause;
    QStringList m_damagedLists;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
};

} // namespace hourpass
