// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "core/secretstore.h"
#include "profiles/profilestore.h"
#include "token/renewalplan.h"
#include "token/tokensessions.h"

#include <QObject>

namespace hourpass {

/// Renews the tokens of the profiles that are to be kept fresh, for as long as it lives. Never
/// makes the keychain ask anything, and stops at a refusal until the user has got a token.
class FreshKeeper final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    FreshKeeper(const ProfileStore &profiles, TokenSessions &sessions, const SecretStore &keys,
                Clock clock, QObject *parent = nullptr);

    /// From now on.
    void start();

private:
    void takeOver();
    void onSessionChanged(const ProfileId &id);
    void onKeychainChanged(SecretStore::State state);
    void arm();
    void renewDue();
    void renew(const ProfileId &id);

    const ProfileStore &m_profiles;
    TokenSessions &m_sessions;
    Clock m_clock;
    RenewalPlan m_plan;
    DeadlineTimer m_timer;
};

} // namespace hourpass
