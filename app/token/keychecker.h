// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/keydetails.h"
#include "profiles/profilestore.h"
#include "token/tokensessions.h"

#include <QHash>

namespace hourpass {

/// Asks IAM for what it knows of a profile's key, and remembers in the profile when the key ends.
/// The key goes out in a header of one GET, over checked TLS to the profile's endpoint, beside the
/// key's own token, which is got first where there is none. Nothing is asked by itself: each
/// request with a key has to be wanted.
class KeyChecker final : public QObject
{
    Q_OBJECT

public:
    /// Everything referred to must outlive this.
    KeyChecker(ProfileStore &profiles, TokenSessions &sessions, NetworkTools network,
               QObject *parent = nullptr);
    ~KeyChecker() override;

    /// Joins a check of the profile's key that is under way. Errors: those of
    /// TokenSessions::obtain() and HttpCall; NotFound for an unknown profile.
    Future<KeyCheck> check(const ProfileId &id, SecretStore::Prompt prompt);
    /// The check under way, if any, reports Cancelled at once.
    void cancel(const ProfileId &id);

private:
    struct Check;
    using SharedCheck = std::shared_ptr<Check>;
    void readKey(const ProfileId &id, const SharedCheck &check, const Result<TokenSet> &obtained);
    void ask(const ProfileId &id, const SharedCheck &check, const Secret &key);
    void finish(const ProfileId &id, const SharedCheck &check, const Result<KeyCheck> &result);
    void remember(const ProfileId &id, const KeyDetails &details);
    SharedCheck currentCheck(const ProfileId &id, const std::weak_ptr<Check> &check) const;

    ProfileStore &m_profiles;
    TokenSessions &m_sessions;
    NetworkTools m_network;
    QHash<ProfileId, SharedCheck> m_checks;
};

} // namespace hourpass
