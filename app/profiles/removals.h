// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "profiles/profilekeeper.h"

#include <QObject>

#include <optional>

namespace hourpass {

/// Removals that can be undone for a while, one after the other. The key stays in the keychain
/// until the undo is over: after a time, or when somebody says so. What is pending is in
/// profiles.json, so that a program that ends, in whatever way, neither loses a key nor leaves one
/// that nobody knows: the next start gives the undo its time anew, and finishes what was being
/// deleted.
class Removals final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds undoSpan = Minutes(5);

    /// All must outlive this. Takes over what an earlier run left.
    Removals(ProfileStore &profiles, ProfileKeeper &keeper, SecretStore &keys, const Clock &clock,
             Milliseconds span = undoSpan, QObject *parent = nullptr);

    /// Deletes what an earlier run was deleting.
    void start();

    /// Off the list; the keychain is not asked yet.
    Result<void> remove(const ProfileId &id);
    /// In its place again, with its key. NotFound where the undo is over.
    Result<void> undo(const ProfileId &id);
    bool canUndo(const ProfileId &id) const;
    /// The latest last.
    QList<PendingRemoval> undoable() const;
    /// Those of undoable() whose keys can be deleted now, and would be left in the keychain.
    QList<PendingRemoval> deletable() const;

    /// Ends the undo now, at the user's wish: the keychain may ask for a password.
    Future<void> end(const ProfileId &id);
    /// All of deletable(). The first error, if any.
    Future<void> endAll();

Q_SIGNALS:
    void changed();
    /// Key and profile are gone, proven.
    void ended(const hourpass::ProfileId &id);
    /// It can be undone as before, without a limit of time. What the keychain could not do because
    /// it was locked or missing is done within a minute after it is ready.
    void failed(const hourpass::ProfileId &id, const hourpass::Error &error);

private:
    struct Entry {
        ProfileId id;
        std::optional<Milliseconds> deadline; ///< on the boot clock
        bool awaitsKeychain = false;
    };
    Entry *find(const ProfileId &id);
    void takeOver();
    void startTimer();
    void endDue();
    void endUnasked(const ProfileId &id);
    void settle(const ProfileId &id, const Result<void> &result);
    void onKeychain(SecretStore::State state);

    ProfileStore &m_profiles;
    ProfileKeeper &m_keeper;
    SecretStore &m_keys;
    Clock m_clock;
    Milliseconds m_span;
    QList<Entry> m_entries;
    DeadlineTimer m_timer;
};

} // namespace hourpass
