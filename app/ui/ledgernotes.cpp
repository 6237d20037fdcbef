// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/ledgernotes.h"

namespace hourpass {

LedgerNotes::LedgerNotes(Ledger &ledger, const ProfileStore &profiles,
                         const TokenSessions &sessions, const CopyFlow &copies, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_profiles(profiles)
    , m_sessions(sessions)
{
    connect(&sessions, &TokenSessions::changed, this, &LedgerNotes::noteIssued);
    connect(&copies, &CopyFlow::copied, this, [this](const Copied &copy) {
        m_ledger.note(copy.token, LedgerEntry::Event::Copied, copy.name);
    });
}

// A session changes for many reasons; what counts is a token that was not there before.
void LedgerNotes::noteIssued(const ProfileId &id)
{
    const Profile *profile = m_profiles.find(id);
    if (!profile)
        return;
    const TokenSession session = m_sessions.session(id);
    Noted &noted = m_noted[id];
    noteOnce(noted.keyToken, session.keyToken, profile->name);
    noteOnce(noted.token, session.token, profile->name);
}

void LedgerNotes::noteOnce(TokenFingerprint &last, const std::optional<TokenSet> &token,
                           const QString &profile)
{
    if (!token)
        return;
    const auto fingerprint = TokenFingerprint::of(token->accessToken.reveal());
    if (fingerprint == last)
        return;
    last = fingerprint;
    m_ledger.note(fingerprint, LedgerEntry::Event::Issued, profile);
}

} // namespace hourpass
