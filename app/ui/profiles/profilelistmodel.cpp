// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/profilelistmodel.h"

#include "words/badentrywords.h"
#include "words/tokenwords.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;
using std::chrono::ceil;

ProfileListModel::ProfileListModel(const Engine &engine, QObject *parent)
    : QAbstractListModel(parent)
    , m_engine(engine)
    , m_rows(engine.profiles.profiles())
    , m_badEntries(engine.profiles.badEntries())
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
        m_badEntries = store.badEntries();
        endResetModel();
    });
}

int ProfileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size() + m_badEntries.size());
}

QVariant ProfileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index)) // a view without a current item asks all the same
        return {};
    if (const BadEntry *entry = badEntryAt(index))
        return badEntryData(*entry, role);
    const Profile &profile = m_rows.at(index.row());
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
        return timeLeftOf(m_engine.sessions.session(profile.id));
    case StateRole:
        return QVariant::fromValue(stateOf(m_engine.sessions.session(profile.id)));
    default:
        return {};
    }
}

QVariant ProfileListModel::badEntryData(const BadEntry &entry, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return badEntryName(entry);
    case Qt::ToolTipRole:
        return QString("<p>"_L1 + badEntryReason(entry.fault).toHtmlEscaped() + "</p>"_L1);
    case Qt::AccessibleTextRole:
        return tr("%1, cannot be used").arg(badEntryName(entry));
    case IdRole:
        return QString();
    case TimeLeftRole:
        return tr("unusable");
    case StateRole:
        return QVariant::fromValue(TokenState::Failed);
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
    return index.isValid() && checkIndex(index) && index.row() < m_rows.size()
        ? m_rows.at(index.row()).id
        : ProfileId();
}

const BadEntry *ProfileListModel::badEntryAt(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) && index.row() >= m_rows.size()
        ? &m_badEntries.at(index.row() - m_rows.size())
        : nullptr;
}

QModelIndex ProfileListModel::indexOf(const ProfileId &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return index(row);
    }
    return {};
}

bool ProfileListModel::changesWithTime(const Profile &profile) const
{
    const TokenSession session = m_engine.sessions.session(profile.id);
    return session.token || session.phase != TokenSession::Phase::Idle;
}

// Between the first and the last that have something to tell: most of many have nothing.
void ProfileListModel::refreshTimes()
{
    const auto changes = [this](const Profile &profile) { return changesWithTime(profile); };
    const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), changes);
    if (first == m_rows.cend())
        return;
    const auto last = std::find_if(m_rows.crbegin(), m_rows.crend(), changes).base() - 1;
    Q_EMIT dataChanged(index(int(first - m_rows.cbegin())), index(int(last - m_rows.cbegin())),
                       {TimeLeftRole, StateRole});
}

void ProfileListModel::onSessionChanged(const ProfileId &id)
{
    if (const QModelIndex changed = indexOf(id); changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

} // namespace hourpass
