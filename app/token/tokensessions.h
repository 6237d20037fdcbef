// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secretstore.h"
#include "network/networktools.h"
#include "profiles/profilestore.h"
#include "token/retrypolicy.h"
#include "token/tokenset.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace hourpass {

struct TokenAttempt;

/// What is known of one profile's token. Whether it is live or expired is told by its deadline and
/// a clock, never stored.
struct TokenSession {
    enum class Phase {
        Idle,
        ReadingKey,
        Requesting,
        Assuming, ///< the trusted profile, after the key was exchanged
        Waiting,  ///< to try again: `fault` says why
    };

    Phase phase = Phase::Idle;
    std::optional<TokenSet> token; ///< the latest, even if it has expired
    /// The key's own, where a trusted profile is assumed with it: no token of the profile lives
    /// longer. Kept where assuming failed, so that a further try makes no further exchange.
    std::optional<TokenSet> keyToken;
    bool keyTokenIsUnused = false; ///< no token was had with it yet
    std::optional<Error> fault;    ///< of the latest try, where that failed
    int tryNumber = 0;             ///< of the request under way, from 1
    int tries = 0;                 ///< how many it may be; known once one has failed
    Milliseconds retryAt{};        ///< on the boot clock, while Waiting
};

/// The token sets of all profiles, in memory alone, and the one way from a key to a token: key
/// store → exchange → token set; and where the profile names a trusted profile, on to the token set
/// of that one, by a second exchange. At most one exchange is in flight for a profile, however
/// often it is asked; what may pass by itself is tried again, as RetryPolicy says. A failed renewal
/// never takes away a token that is still good.
class TokenSessions final : public QObject
{
    Q_OBJECT

public:
    /// Everything referred to must outlive this.
    TokenSessions(const ProfileStore &profiles, SecretStore &keys, NetworkTools network,
                  RetryPolicy retries = {}, QObject *parent = nullptr);
    ~TokenSessions() override;

    TokenSession session(const ProfileId &id) const;
    Instant now() const { return m_network.clock(); }
    /// How far this computer's clock is ahead of the issuer's, by the latest answer that told.
    Milliseconds clockError() const { return m_clockError; }
    /// What its requests work with, for others that shall go the same way.
    const NetworkTools &network() const { return m_network; }

    /// The token in memory where it has at least `minimumLife` left, else a new one. Errors: those
    /// of SecretStore::read() and Exchange; NotFound for an unknown profile.
    Future<TokenSet> obtain(const ProfileId &id, Milliseconds minimumLife,
                            SecretStore::Prompt prompt);
    /// The key's own token, with at least `minimumLife` left: no trusted profile is assumed for it.
    /// Joins an attempt that is under way, and reports as that does.
    Future<TokenSet> obtainKeyToken(const ProfileId &id, Milliseconds minimumLife,
                                    SecretStore::Prompt prompt);
    /// A new token in any case; joins an attempt that is under way, and ends its waiting.
    Future<TokenSet> renew(const ProfileId &id, SecretStore::Prompt prompt);
    /// The attempt under way, if any, reports Cancelled at once.
    void cancel(const ProfileId &id);
    /// Drops the tokens and cancels; for a profile whose tokens are another identity's from now on.
    void forgetTokens(const ProfileId &id);
    /// The key for this run as well; for a profile that is removed or whose key changed.
    void forget(const ProfileId &id);

    /// The latest token that the key itself was exchanged for, even if it has expired.
    std::optional<TokenSet> keyToken(const ProfileId &id) const;
    /// That of this run, else the keychain's. Errors: those of SecretStore::read().
    Future<Secret> readKey(const ProfileId &id, SecretStore::Prompt prompt);

    /// A key for this run alone, used instead of the keychain's.
    void keepKeyForThisRun(const ProfileId &id, const Secret &key);

Q_SIGNALS:
    void changed(const hourpass::ProfileId &id);
    /// This computer's clock is off by that much, ahead where it is more than zero. Once a run.
    void clockIsWrong(hourpass::Milliseconds error);

private:
    using SharedAttempt = std::shared_ptr<TokenAttempt>;
    Future<TokenSet> join(const SharedAttempt &attempt);
    Future<TokenSet> start(const ProfileId &id, const SharedAttempt &attempt);
    bool enter(const ProfileId &id, const SharedAttempt &attempt, TokenSession::Phase phase);
    void startTry(const ProfileId &id, const SharedAttempt &attempt);
    void exchangeKey(const ProfileId &id, const SharedAttempt &attempt);
    void send(const ProfileId &id, const SharedAttempt &attempt, const Secret &key);
    void finishKeyExchange(const ProfileId &id, const SharedAttempt &attempt,
                           const Result<TokenSet> &result);
    bool canAssume(const ProfileId &id, const SharedAttempt &attempt) const;
    void assume(const ProfileId &id, const SharedAttempt &attempt);
    void finishAssuming(const ProfileId &id, const SharedAttempt &attempt,
                        const Result<TokenSet> &result);
    void finishTry(const ProfileId &id, const SharedAttempt &attempt,
                   const Result<TokenSet> &result);
    void wait(const ProfileId &id, const SharedAttempt &attempt, const Error &why,
              Milliseconds span);
    void finish(const ProfileId &id, const SharedAttempt &attempt, Result<TokenSet> result);
    void checkClock(const TokenSet &token);
    void forgetVanished();
    SharedAttempt currentAttempt(const ProfileId &id,
                                 const std::weak_ptr<TokenAttempt> &attempt) const;

    const ProfileStore &m_profiles;
    SecretStore &m_keys;
    NetworkTools m_network;
    RetryPolicy m_retries;
    QHash<ProfileId, TokenSession> m_sessions;
    QHash<ProfileId, Secret> m_keysForThisRun;
    QHash<ProfileId, SharedAttempt> m_attempts;
    Milliseconds m_clockError{};
    bool m_clockWasTold = false;
};

} // namespace hourpass
