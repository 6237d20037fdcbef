// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/ledger.h"
#include "token/tokensessions.h"
#include "ui/parts/copyflow.h"

#include <QHash>
#include <QObject>

namespace hourpass {

/// Notes in the ledger which tokens are issued and copied. Who inspects one notes that himself.
class LedgerNotes final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    LedgerNotes(Ledger &ledger, const ProfileStore &profiles, const TokenSessions &sessions,
                const CopyFlow &copies, QObject *parent = nullptr);

private:
    void noteIssued(const ProfileId &id);
    void noteOnce(TokenFingerprint &last, const std::optional<TokenSet> &token,
                  const QString &profile);

    /// What was noted last of a profile.
    struct Noted {
        TokenFingerprint token;
        TokenFingerprint keyToken;
    };

    Ledger &m_ledger;
    const ProfileStore &m_profiles;
    const TokenSessions &m_sessions;
    QHash<ProfileId, Noted> m_noted;
};

} // namespace hourpass
