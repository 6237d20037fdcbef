// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/notices.h"

#include "ui/parts/copyflow.h"
#include "words/notificationwords.h"

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// One for all copies: only how the latest went is of interest. One for the end of each token.
constexpr auto copyChannel = "copy"_L1;
constexpr auto endChannel = "end "_L1;

bool isOutcome(const Error &error)
{
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::NotFound;
}

} // namespace

Notices::Notices(const ProfileStore &profiles, TokenSessions &sessions, CopyFlow &copies,
                 QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_sessions(sessions)
    , m_copies(copies)
{
}

void Notices::setWanted(bool wanted)
{
    m_isWanted = wanted;
}

void Notices::copy(const ProfileId &id, TokenFormat format)
{
    m_latest = id;
    m_latestFormat = format;
    const QString name = nameOf(id);
    m_copies.copy(id, format).then(this, [this, id, name](const Result<Copied> &copied) {
        if (copied && copied->isOnClipboard)
            tell(copyChannel, copiedNotification(name, copied->usableFor, copied->clearsIn));
        else if (copied)
            tell(copyChannel, notCopiedNotification(name));
        else if (isOutcome(copied.error()))
            return;
        else if (m_isWanted)
            tell(copyChannel, failedNotification(name, copied.error()));
        else
            Q_EMIT failedUntold(id);
    });
}

void Notices::tellEnd(const ProfileId &id, Milliseconds left)
{
    tell(endChannel + id.toString(), endingNotification(nameOf(id), left));
}

void Notices::takeBackEnd(const ProfileId &id)
{
    Q_EMIT outdated(endChannel + id.toString());
}

void Notices::act(const QString &channel)
{
    if (channel == copyChannel)
        copy(m_latest, m_latestFormat);
    else if (channel.startsWith(endChannel))
        renew(ProfileId::fromString(channel.mid(endChannel.size())));
}

void Notices::renew(const ProfileId &id)
{
    m_sessions.renew(id, SecretStore::Prompt::Allowed)
        .then(this, [this, id, name = nameOf(id)](const Result<TokenSet> &token) {
            // That it went well is seen in the tray.
            if (!token && !isOutcome(token.error()))
                tell(endChannel + id.toString(), failedNotification(name, token.error()));
        });
}

void Notices::tell(const QString &channel, Notification notification)
{
    if (!m_isWanted)
        return;
    notification.channel = channel;
    Q_EMIT wanted(notification);
}

QString Notices::nameOf(const ProfileId &id) const
{
    const Profile *profile = m_profiles.find(id);
    return profile ? profile->name : QString();
}

} // namespace hourpass
