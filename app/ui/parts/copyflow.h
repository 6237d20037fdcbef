// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tokenfingerprint.h"
#include "token/tokenformat.h"
#include "token/tokensessions.h"

#include <QObject>

#include <memory>

namespace hourpass {

class SecretClipboard;

/// How a copy went.
struct Copied {
    ProfileId id;
    QString name;               ///< the profile's
    Milliseconds usableFor{};   ///< how long the token lasts
    Milliseconds clearsIn{};    ///< until it is taken off the clipboard
    bool isOnClipboard = false; ///< else the desktop did not take it
    TokenFingerprint token{};
};

/// The one way from a profile to its token on the clipboard, for window and tray: the token in
/// memory while it has the profile's minimum life left, a new one otherwise.
class CopyFlow final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    CopyFlow(const ProfileStore &profiles, TokenSessions &sessions, SecretClipboard &clipboard,
             QObject *parent = nullptr);

    /// Errors: those of TokenSessions::obtain(); Cancelled also where another copy was asked for
    /// meanwhile, since the latest wish is what the clipboard has to hold.
    Future<Copied> copy(const ProfileId &id, TokenFormat format);

Q_SIGNALS:
    /// Also of one that the desktop took only when the user was asked to press something.
    void copied(const hourpass::Copied &copy);

private:
    void put(Copied copy, TokenFormat format, const TokenSet &token,
             const std::shared_ptr<Reporter<Copied>> &done);
    void tell(Copied copy, bool isThere, quint64 number,
              const std::shared_ptr<Reporter<Copied>> &done);
    void tellAtLast();

    const ProfileStore &m_profiles;
    TokenSessions &m_sessions;
    SecretClipboard &m_clipboard;
    int m_latest = 0;
    Copied m_refused; ///< the last that the desktop did not take
    quint64 m_refusedNumber = 0;
};

} // namespace hourpass
