// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/copyflow.h"

#include "ui/secretclipboard.h"

namespace hourpass {

CopyFlow::CopyFlow(const ProfileStore &profiles, TokenSessions &sessions,
                   SecretClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_sessions(sessions)
    , m_clipboard(clipboard)
{
}

Future<Copied> CopyFlow::copy(const ProfileId &id, TokenFormat format)
{
    const Profile *profile = m_profiles.find(id);
    if (!profile)
        return readyFuture<Copied>(failure(ErrorCode::NotFound));
    const int number = ++m_latest;
    return m_sessions.obtain(id, profile->minimumLife, SecretStore::Prompt::Allowed)
        .then(this,
              [this, id, format, number,
               name = profile->name](const Result<TokenSet> &token) -> Result<Copied> {
                  if (!token)
                      return Failure(token.error());
                  if (number != m_latest)
                      return failure(ErrorCode::Cancelled);
                  return finish(id, format, name, *token);
              });
}

Result<Copied> CopyFlow::finish(const ProfileId &id, TokenFormat format, const QString &name,
                                const TokenSet &token)
{
    const Instant now = m_sessions.now();
    const Milliseconds left = hourpass::timeLeft(token, now);
    m_clipboard.copy(formatToken(token, format, name, now), name, left);
    const bool isHeld = m_clipboard.state() == SecretClipboard::State::Holding;
    if (isHeld)
        Q_EMIT copied(id);
    return Copied{id, name, left, m_clipboard.timeLeft(), isHeld};
}

} // namespace hourpass
