// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profilelistmodel.h"

#include "words/tokenwords.h"

namespace hourpass {

using namespace Qt::StringLiterals;
using std::chrono::ceil;

ProfileListModel::ProfileListModel(const Engine &engine, QObject *parent)
    : QAbstractListModel(parent)
    , m_engine(engine)
    , m_rows(engine.profiles.profiles())
{
    connectStore();
    connect(&engine.sessions, &TokenSessions::changed, this, &ProfileListModel::onSessionChanged);
}

void ProfileListModel::connectStore()
{
    const ProfileStore &store = m_engine.profiles;
    connect(&store, &ProfileStore::inserted, this, [this, &store](int row) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, store.profiles().at(row));
        endInsertRows();
    });
    connect(&store, &ProfileStore::removed, this, [this](int row) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    });
    connect(&store, &ProfileStore::moved, this, [this](int from, int to) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_rows.move(from, to);
        endMoveRows();
    });
    connect(&store, &ProfileStore::changed, this, [this, &store](int row) {
        m_rows[row] = store.profiles().at(row);
        Q_EMIT dataChanged(index(row), index(row));
    });
    connect(&store, &ProfileStore::reloaded, this, [this, &store] {
        beginResetModel();
        m_rows = store.profiles();
        endResetModel();
    });
}

int ProfileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ProfileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) // a view without a current item asks all the same
        return {};
    const Profile &profile = m_rows.at(index.row());
    const TokenSession session = m_engine.sessions.session(profile.id);
    switch (role) {
    case Qt::DisplayRole:
        return profile.name;
    case Qt::ToolTipRole:
        // Qt would guess whether it is markup.
        return QString("<p>"_L1 + profile.name.toHtmlEscaped() + "<br>"_L1
                       + profile.endpoint.host().toHtmlEscaped() + "</p>"_L1);
    case Qt::AccessibleTextRole:
        return spokenText(profile);
    case IdRole:
        return profile.id.toString();
    case TimeLeftRole:
        return timeLeftOf(session);
    case StateRole:
        return QVariant::fromValue(stateOf(session));
    default:
        return {};
    }
}

ProfileListModel::TokenState ProfileListModel::stateOf(const TokenSession &session) const
{
    return tokenStateOf(session, m_engine.sessions.now());
}

QString ProfileListModel::timeLeftOf(const TokenSession &session) const
{
    switch (stateOf(session)) {
    case TokenState::Busy:
        return u"\u2026"_s;
    case TokenState::Failed:
        return tr("failed");
    case TokenState::None:
        return u"\u2013"_s;
    case TokenState::Live:
    case TokenState::Expired:
        break;
    }
    return shortTimeText(ceil<Seconds>(timeLeft(*session.token, m_engine.sessions.now())));
}

QString ProfileListModel::spokenText(const Profile &profile) const
{
    const TokenSession session = m_engine.sessions.session(profile.id);
    switch (stateOf(session)) {
    case TokenState::None:
        return tr("%1, no token yet").arg(profile.name);
    case TokenState::Busy:
        return tr("%1, getting a token").arg(profile.name);
    case TokenState::Failed:
        return tr("%1, the last request failed").arg(profile.name);
    case TokenState::Expired:
        return tr("%1, expired").arg(profile.name);
    case TokenState::Live:
        break;
    }
    const auto left = ceil<Seconds>(timeLeft(*session.token, m_engine.sessions.now()));
    return profile.name + u", "_s + timeLeftWords(left);
}

ProfileId ProfileListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? m_rows.at(index.row()).id : ProfileId();
}

QModelIndex ProfileListModel::indexOf(const ProfileId &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return index(row);
    }
    return {};
}

void ProfileListModel::refreshTimes()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {TimeLeftRole, StateRole});
}

void ProfileListModel::onSessionChanged(const ProfileId &id)
{
    if (const QModelIndex changed = indexOf(id); changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

} // namespace hourpass
