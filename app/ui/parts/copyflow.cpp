// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/copyflow.h"

#include "clipboard/secretclipboard.h"

namespace hourpass {

CopyFlow::CopyFlow(const ProfileStore &profiles, TokenSessions &sessions,
                   SecretClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_sessions(sessions)
    , m_clipboard(clipboard)
{
    connect(&clipboard, &SecretClipboard::copiedAtLast, this, &CopyFlow::tellAtLast);
}

Future<Copied> CopyFlow::copy(const ProfileId &id, TokenFormat format)
{
    const Profile *profile = m_profiles.find(id);
    if (!profile)
        return readyFuture<Copied>(failure(ErrorCode::NotFound));
    const int number = ++m_latest;
    const auto done = std::make_shared<Reporter<Copied>>();
    m_sessions.obtain(id, profile->minimumLife, SecretStore::Prompt::Allowed)
        .then(
            this,
            [this, id, format, number, done, name = profile->name](const Result<TokenSet> &token) {
                if (token && number == m_latest)
                    put({id, name}, format, *token, done);
                else
                    done->report(token ? failure(ErrorCode::Cancelled) : Failure(token.error()));
            });
    return done->future();
}

void CopyFlow::put(Copied copy, TokenFormat format, const TokenSet &token,
                   const std::shared_ptr<Reporter<Copied>> &done)
{
    const Instant now = m_sessions.now();
    copy.usableFor = hourpass::timeLeft(token, now);
    copy.token = TokenFingerprint::of(token.accessToken.reveal());
    Future<bool> copying =
        m_clipboard.copy(formatToken(token, format, copy.name, now), copy.name, copy.usableFor);
    copying.then(
        this, [this, copy, done, number = m_clipboard.copyNumber()](const Result<bool> &isThere) {
            if (isThere)
                tell(copy, *isThere, number, done);
            else
                done->report(Failure(isThere.error()));
        });
}

void CopyFlow::tell(Copied copy, bool isThere, quint64 number,
                    const std::shared_ptr<Reporter<Copied>> &done)
{
    copy.isOnClipboard = isThere;
    copy.clearsIn = m_clipboard.timeLeft();
    if (isThere) {
        Q_EMIT copied(copy);
    } else {
        m_refused = copy;
        m_refusedNumber = number;
    }
    done->report(copy);
}

void CopyFlow::tellAtLast()
{
    // A secret of another way may have been copied and refused since.
    if (m_clipboard.copyNumber() != m_refusedNumber)
        return;
    m_refused.isOnClipboard = true;
    m_refused.clearsIn = m_clipboard.timeLeft();
    Q_EMIT copied(m_refused);
}

} // namespace hourpass
