// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "profiles/profilestore.h"
#include "token/tokensessions.h"

#include <QHash>
#include <QObject>

namespace hourpass {

/// Says of the profiles which ask for it that their token is about to end: once for each token,
/// and after a sleep for as long as it has not ended.
class EndWatcher final : public QObject
{
    Q_OBJECT

public:
    /// So long before. Of a token that was never to live longer nothing is said.
    static constexpr Seconds warning{300};

    /// All must outlive this.
    EndWatcher(const ProfileStore &profiles, const TokenSessions &sessions, Clock clock,
               QObject *parent = nullptr);

    /// From now on.
    void start();

Q_SIGNALS:
    void endsSoon(const hourpass::ProfileId &id, hourpass::Milliseconds left);
    /// What was said last is of no use any more: there is another token, or it has ended.
    void isOver(const hourpass::ProfileId &id);

private:
    void look();

    const ProfileStore &m_profiles;
    const TokenSessions &m_sessions;
    Clock m_clock;
    QHash<ProfileId, Milliseconds> m_told; ///< the deadline of the token that it was said of
    DeadlineTimer m_timer;
};

} // namespace hourpass
