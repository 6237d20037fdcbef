// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/endwatcher.h"

#include <algorithm>

namespace hourpass {

EndWatcher::EndWatcher(const ProfileStore &profiles, const TokenSessions &sessions, Clock clock,
                       QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_sessions(sessions)
    , m_clock(clock)
    , m_timer(std::move(clock))
{
    connect(&m_timer, &DeadlineTimer::timeout, this, &EndWatcher::look);
}

void EndWatcher::start()
{
    connect(&m_sessions, &TokenSessions::changed, this, &EndWatcher::look);
    connect(&m_profiles, &ProfileStore::changed, this, &EndWatcher::look);
    connect(&m_profiles, &ProfileStore::inserted, this, &EndWatcher::look);
    connect(&m_profiles, &ProfileStore::removed, this, &EndWatcher::look);
    connect(&m_profiles, &ProfileStore::reloaded, this, &EndWatcher::look);
    look();
}

// Who listens may change anything, so what there is to say is said at the end.
void EndWatcher::look()
{
    const Instant now = m_clock();
    QHash<ProfileId, Milliseconds> ending;
    QHash<ProfileId, Milliseconds> newlyEnding;
    std::optional<Milliseconds> next;
    for (const Profile &profile : m_profiles.profiles()) {
        const auto token = m_sessions.session(profile.id).token;
        const bool isWatched =
            profile.notifyBeforeEnd && token && token->deadline - token->received.boot > warning;
        const Milliseconds left = isWatched ? timeLeft(*token, now) : Milliseconds::zero();
        if (left <= Milliseconds::zero())
            continue;
        const bool endsNow = left <= warning;
        const Milliseconds wait = endsNow ? left : left - warning;
        next = std::min(next.value_or(wait), wait);
        if (!endsNow)
            continue;
        ending.insert(profile.id, token->deadline);
        if (m_told.value(profile.id) != token->deadline)
            newlyEnding.insert(profile.id, left);
    }
    const auto told = std::exchange(m_told, ending);
    m_timer.stop();
    if (next)
        m_timer.start(*next);
    for (auto past = told.begin(); past != told.end(); ++past) {
        if (ending.value(past.key()) != past.value())
            Q_EMIT isOver(past.key());
    }
    for (auto one = newlyEnding.begin(); one != newlyEnding.end(); ++one)
        Q_EMIT endsSoon(one.key(), one.value());
}

} // namespace hourpass
