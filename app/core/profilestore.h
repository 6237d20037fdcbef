// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profile.h"

#include <QFileSystemWatcher>
#include <QObject>

#include <functional>
#include <limits>
#include <memory>

namespace hourpass {

/// What a profile file holds, and nothing is changed by looking. Errors: those of readSmallFile()
/// and parseProfiles().
Result<ProfileDocument> readProfiles(const QString &path);
/// Without regard to case and to blanks around the name; null where there is none.
const Profile *findByName(const QList<Profile> &profiles, const QString &name);

/// The profiles of profiles.json, in the user's order. Each change is written at once, on top of
/// what another process (hourpass-cli beside the window) wrote since; where writing fails, nothing
/// changes. A damaged file is set aside and never overwritten, one of a newer version is left as
/// it is and nothing is written at all.
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
    /// From now on reads again what another process writes.
    void watch();

    const QString &path() const { return m_path; }
    const QList<Profile> &profiles() const { return m_document.profiles; }
    /// Null where there is none; valid until the next change.
    const Profile *find(const ProfileId &id) const;
    const Profile *findByName(const QString &name) const;
    int indexOf(const ProfileId &id) const;
    /// The chosen one, else the only one, else null.
    const Profile *defaultProfile() const;
    bool isChosenDefault(const ProfileId &id) const { return m_document.defaultProfile == id; }

    /// For insert(), which takes the nearest place that there is.
    static constexpr int atTheEnd = std::numeric_limits<int>::max();

    /// Whether insert() or update() could succeed, as far as can be told without writing.
    Result<void> canSave(const Profile &profile) const;

    /// Errors of all changes: NameEmpty, NameTaken, NotFound, WriteFailed, and load()'s.
    Result<void> add(const Profile &profile) { return insert(atTheEnd, profile); }
    /// The profile's id must be new.
    Result<void> insert(int index, const Profile &profile);
    Result<void> update(const Profile &profile);
    Result<void> remove(const ProfileId &id);
    Result<void> move(const ProfileId &id, int to);
    Result<void> setDefaultProfile(const ProfileId &id);

Q_SIGNALS:
    void inserted(int index);
    void changed(int index);
    void removed(int index);
    void moved(int from, int to);
    void defaultProfileChanged();
    /// Anything may be different: another process wrote the file.
    void reloaded();

private:
    using Change = std::function<Result<void>(ProfileDocument &)>;
    Result<void> apply(const Change &change);
    bool applyWithoutDisk(const Change &change);
    Result<void> refresh();
    Failure setDamagedAside(const Error &why);
    void rereadIfChanged();

    QString m_path;
    QByteArray m_onDisk;
    ProfileDocument m_document;
    std::optional<Error> m_readOnlyBecause;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
};

} // namespace hourpass
