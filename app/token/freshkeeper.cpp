// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/freshkeeper.h"

#include <algorithm>

namespace hourpass {

FreshKeeper::FreshKeeper(const ProfileStore &profiles, TokenSessions &sessions,
                         const SecretStore &keys, Clock clock, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_sessions(sessions)
    , m_clock(clock)
    , m_timer(std::move(clock))
{
    connect(&m_timer, &DeadlineTimer::timeout, this, &FreshKeeper::renewDue);
    connect(&keys, &SecretStore::stateChanged, this, &FreshKeeper::onKeychainChanged);
}

void FreshKeeper::start()
{
    connect(&m_sessions, &TokenSessions::changed, this, &FreshKeeper::onSessionChanged);
    connect(&m_profiles, &ProfileStore::inserted, this, &FreshKeeper::takeOver);
    connect(&m_profiles, &ProfileStore::changed, this, &FreshKeeper::takeOver);
    connect(&m_profiles, &ProfileStore::removed, this, &FreshKeeper::takeOver);
    connect(&m_profiles, &ProfileStore::reloaded, this, &FreshKeeper::takeOver);
    takeOver();
}

// The profiles as they are now: who joins is due at once, unless its token is still young.
void FreshKeeper::takeOver()
{
    QSet<ProfileId> kept;
    for (const Profile &profile : m_profiles.profiles()) {
        if (!profile.keepFresh)
            continue;
        kept.insert(profile.id);
        const bool isNew = !m_plan.contains(profile.id);
        m_plan.add(profile.id, m_clock().boot);
        const TokenSession session = m_sessions.session(profile.id);
        if (isNew && session.token)
            m_plan.succeeded(profile.id, *session.token, m_clock().boot);
    }
    m_plan.keepOnly(kept);
    arm();
}

// Whoever asked for it: a token is a token.
void FreshKeeper::onSessionChanged(const ProfileId &id)
{
    const TokenSession session = m_sessions.session(id);
    if (session.phase != TokenSession::Phase::Idle || !m_plan.contains(id))
        return;
    if (session.fault)
        m_plan.failed(id, *session.fault, m_clock().boot);
    else if (session.token)
        m_plan.succeeded(id, *session.token, m_clock().boot);
    else
        m_plan.postpone(id, m_clock().boot);
    arm();
}

void FreshKeeper::onKeychainChanged(SecretStore::State state)
{
    if (state != SecretStore::State::Ready)
        return;
    m_plan.retry(m_clock().boot);
    arm();
}

void FreshKeeper::arm()
{
    m_timer.stop();
    if (const auto due = m_plan.nextDue())
        m_timer.start(std::max(Milliseconds::zero(), *due - m_clock().boot));
}

void FreshKeeper::renewDue()
{
    if (const auto id = m_plan.next(m_clock().boot))
        renew(*id);
    arm();
}

void FreshKeeper::renew(const ProfileId &id)
{
    // An attempt that is under way is one: how it ends is heard all the same.
    if (m_sessions.session(id).phase == TokenSession::Phase::Idle)
        m_sessions.renew(id, SecretStore::Prompt::Never);
}

} // namespace hourpass
