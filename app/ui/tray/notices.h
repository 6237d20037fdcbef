// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notification.h"
#include "token/tokenformat.h"
#include "token/tokensessions.h"

#include <QObject>

namespace hourpass {

class CopyFlow;

/// What is told in notifications, and what their buttons do: copies that are made beside the
/// window, and tokens that are about to end. How a notification is shown is another's business.
class Notices final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    Notices(const ProfileStore &profiles, TokenSessions &sessions, CopyFlow &copies,
            QObject *parent = nullptr);

    void setWanted(bool wanted);

    /// Copies, and tells how it went.
    void copy(const ProfileId &id, TokenFormat format);
    void tellEnd(const ProfileId &id, Milliseconds left);
    void takeBackEnd(const ProfileId &id);
    /// The button of the notification on that channel was pressed.
    void act(const QString &channel);

Q_SIGNALS:
    void wanted(const hourpass::Notification &notification);
    /// A copy failed, and nothing is to be notified.
    void failedUntold(const hourpass::ProfileId &id);
    /// What the channel shows is not so any more.
    void outdated(const QString &channel);

private:
    void renew(const ProfileId &id);
    void tell(const QString &channel, Notification notification);
    QString nameOf(const ProfileId &id) const;

    const ProfileStore &m_profiles;
    TokenSessions &m_sessions;
    CopyFlow &m_copies;
    bool m_isWanted = true;
    ProfileId m_latest; ///< that was to be copied
    TokenFormat m_latestFormat = TokenFormat::Raw;
};

} // namespace hourpass
