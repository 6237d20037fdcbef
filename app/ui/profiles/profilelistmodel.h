// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/engine.h"
#include "ui/parts/tokenstate.h"

#include <QAbstractListModel>

namespace hourpass {

/// The profiles in the user's order, with the state of each one's token. Behind them the entries of
/// the list that cannot be used.
class ProfileListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        TimeLeftRole, ///< for the narrow column: "47 m", or empty where there is no token
        StateRole,    ///< TokenState; of what cannot be used: Failed
    };
    using TokenState = hourpass::TokenState;

    ProfileListModel(const Engine &engine, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Null where it is no profile.
    ProfileId idAt(const QModelIndex &index) const;
    /// Null where it can be used; valid until the next change.
    const BadEntry *badEntryAt(const QModelIndex &index) const;
    QModelIndex indexOf(const ProfileId &id) const;

    /// The times have moved on.
    void refreshTimes();

private:
    TokenState stateOf(const TokenSession &session) const;
    QString timeLeftOf(const TokenSession &session) const;
    QString spokenText(const Profile &profile) const;
    QVariant badEntryData(const BadEntry &entry, int role) const;
    bool changesWithTime(const Profile &profile) const;
    void connectStore();
    void onSessionChanged(const ProfileId &id);

    const Engine &m_engine;
    // As last announced to the views.
    QList<Profile> m_rows;
    QList<BadEntry> m_badEntries;
};

} // namespace hourpass
