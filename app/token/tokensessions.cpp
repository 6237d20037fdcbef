// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokensessions.h"

#include "core/isotime.h"
#include "token/tokenattempt.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// A token with less is not worth a request.
constexpr Seconds shortestUse{60};

// IAM does not take the token: it ended, or was never one (fact sheet, section 2.4).
bool isAboutTheToken(const Error &error)
{
    return error.server.code == "BXNIM0401E"_L1 || error.server.code == "BXNIM0405E"_L1;
}

// IAM says of a key that ended the same as of one that never was (fact sheet, section 2.4).
void blameExpiry(Error &error, const Profile &profile, const Instant &now)
{
    if (error.server.code != "BXNIM0415E"_L1 || error.code != ErrorCode::Refused
        || !profile.keyExpiresAt || *profile.keyExpiresAt > now.utc)
        return;
    error.code = ErrorCode::KeyExpired;
    error.subject = isoTime(*profile.keyExpiresAt);
}

} // namespace

TokenSessions::TokenSessions(const ProfileStore &profiles, SecretStore &keys, NetworkTools network,
                             RetryPolicy retries, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_keys(keys)
    , m_network(std::move(network))
    , m_retries(std::move(retries))
{
    connect(&profiles, &ProfileStore::removed, this, &TokenSessions::forgetVanished);
    connect(&profiles, &ProfileStore::reloaded, this, &TokenSessions::forgetVanished);
}

TokenSessions::~TokenSessions() = default;

TokenSession TokenSessions::session(const ProfileId &id) const
{
    return m_sessions.value(id);
}

Future<TokenSet> TokenSessions::obtain(const ProfileId &id, Milliseconds minimumLife,
                                       SecretStore::Prompt prompt)
{
    const TokenSession current = session(id);
    const Milliseconds left =
        current.token ? timeLeft(*current.token, now()) : Milliseconds::zero();
    if (left > Milliseconds::zero() && left >= minimumLife)
        return readyFuture<TokenSet>(*current.token);
    if (const auto attempt = m_attempts.value(id))
        return join(attempt);
    return start(id, std::make_shared<TokenAttempt>(m_network.clock, prompt, minimumLife));
}

Future<TokenSet> TokenSessions::obtainKeyToken(const ProfileId &id, Milliseconds minimumLife,
                                               SecretStore::Prompt prompt)
{
    const auto token = keyToken(id);
    const Milliseconds left = token ? timeLeft(*token, now()) : Milliseconds::zero();
    if (left > Milliseconds::zero() && left >= minimumLife)
        return readyFuture<TokenSet>(*token);
    if (const auto attempt = m_attempts.value(id))
        return attempt->reporter.future();
    const auto attempt = std::make_shared<TokenAttempt>(m_network.clock, prompt, minimumLife);
    const Profile *profile = m_profiles.find(id);
    attempt->isForKeyTokenAlone = profile && profile->assumeProfile;
    return start(id, attempt);
}

// It goes on to the profile's token, even if it began for the key's alone.
Future<TokenSet> TokenSessions::join(const SharedAttempt &attempt)
{
    attempt->isForKeyTokenAlone = false;
    return attempt->reporter.future();
}

Future<TokenSet> TokenSessions::renew(const ProfileId &id, SecretStore::Prompt prompt)
{
    if (const auto attempt = m_attempts.value(id)) {
        const auto token = join(attempt);
        if (attempt->waiting.isActive())
            startTry(id, attempt);
        return token;
    }
    return start(id, std::make_shared<TokenAttempt>(m_network.clock, prompt, std::nullopt));
}

Future<TokenSet> TokenSessions::start(const ProfileId &id, const SharedAttempt &attempt)
{
    if (!m_profiles.find(id))
        return readyFuture<TokenSet>(failure(ErrorCode::NotFound));
    connect(&attempt->waiting, &DeadlineTimer::timeout, this,
            [this, id, weak = std::weak_ptr(attempt)] {
                if (const auto current = currentAttempt(id, weak))
                    startTry(id, current);
            });
    m_attempts.insert(id, attempt);
    TokenSession &session = m_sessions[id];
    session.tryNumber = 0;
    session.fault.reset();
    startTry(id, attempt);
    return attempt->reporter.future();
}

// A try begins where the one before it failed: with the key, or with the token that it was
// exchanged for.
void TokenSessions::startTry(const ProfileId &id, const SharedAttempt &attempt)
{
    attempt->waiting.stop();
    const Profile *profile = m_profiles.find(id);
    if (!profile) {
        finish(id, attempt, failure(ErrorCode::NotFound));
        return;
    }
    ++m_sessions[id].tryNumber;
    attempt->newExchange(*profile, m_network);
    if (profile->assumeProfile && canAssume(id, attempt))
        assume(id, attempt);
    else
        exchangeKey(id, attempt);
}

// Each try reads the key anew: none is held while it waits.
void TokenSessions::exchangeKey(const ProfileId &id, const SharedAttempt &attempt)
{
    if (!enter(id, attempt, TokenSession::Phase::ReadingKey))
        return;
    auto key = readKey(id, attempt->prompt);
    attempt->exchange->connectEarly(); // the handshake takes as long as the keychain
    key.then(this, [this, id, weak = std::weak_ptr(attempt)](const Result<Secret> &result) {
        const auto current = currentAttempt(id, weak);
        if (current && result)
            send(id, current, *result);
        else if (current)
            finish(id, current, Failure(result.error()));
    });
}

Future<Secret> TokenSessions::readKey(const ProfileId &id, SecretStore::Prompt prompt)
{
    const Secret held = m_keysForThisRun.value(id);
    return held.isEmpty() ? m_keys.read(id, prompt) : readyFuture<Secret>(held);
}

void TokenSessions::send(const ProfileId &id, const SharedAttempt &attempt, const Secret &key)
{
    if (!enter(id, attempt, TokenSession::Phase::Requesting))
        return;
    attempt->exchange->send(key).then(
        this, [this, id, weak = std::weak_ptr(attempt)](const Result<TokenSet> &result) {
            if (const auto current = currentAttempt(id, weak))
                finishKeyExchange(id, current, result);
        });
}

void TokenSessions::finishKeyExchange(const ProfileId &id, const SharedAttempt &attempt,
                                      const Result<TokenSet> &result)
{
    const Profile *profile = m_profiles.find(id);
    if (!result || !profile || !profile->assumeProfile) {
        finishTry(id, attempt, result);
        return;
    }
    TokenSession &session = m_sessions[id];
    session.keyToken = *result;
    session.keyTokenIsUnused = true;
    if (attempt->isForKeyTokenAlone) {
        finish(id, attempt, result);
        return;
    }
    session.tryNumber = 1; // of the second request
    attempt->newExchange(*profile, m_network);
    assume(id, attempt);
}

// With the key's token of an earlier time. Each exchange of the key is an event in the customer's
// audit log; but a renewal is to last, so that it takes none that served already or is no longer
// young.
bool TokenSessions::canAssume(const ProfileId &id, const SharedAttempt &attempt) const
{
    const TokenSession current = session(id);
    if (!current.keyToken || (!current.keyTokenIsUnused && !attempt->minimumLife))
        return false;
    const Milliseconds young = Milliseconds(current.keyToken->expiresIn) * 4 / 5;
    const Milliseconds wanted = attempt->minimumLife.value_or(young);
    return timeLeft(*current.keyToken, now()) >= std::max<Milliseconds>(wanted, shortestUse);
}

void TokenSessions::assume(const ProfileId &id, const SharedAttempt &attempt)
{
    if (!enter(id, attempt, TokenSession::Phase::Assuming))
        return;
    const Profile *profile = m_profiles.find(id);
    if (!profile || !profile->assumeProfile) {
        finish(id, attempt, failure(ErrorCode::NotFound));
        return;
    }
    attempt->exchange->assume(*m_sessions[id].keyToken, *profile->assumeProfile)
        .then(this, [this, id, weak = std::weak_ptr(attempt)](const Result<TokenSet> &result) {
            if (const auto current = currentAttempt(id, weak))
                finishAssuming(id, current, result);
        });
}

void TokenSessions::finishAssuming(const ProfileId &id, const SharedAttempt &attempt,
                                   const Result<TokenSet> &result)
{
    TokenSession &session = m_sessions[id];
    if (result)
        session.keyTokenIsUnused = false;
    else if (isAboutTheToken(result.error()))
        session.keyToken.reset();
    finishTry(id, attempt, result);
}

// False where somebody who was told of it ended the attempt.
bool TokenSessions::enter(const ProfileId &id, const SharedAttempt &attempt,
                          TokenSession::Phase phase)
{
    m_sessions[id].phase = phase;
    Q_EMIT changed(id);
    return m_attempts.value(id) == attempt;
}

void TokenSessions::finishTry(const ProfileId &id, const SharedAttempt &attempt,
                              const Result<TokenSet> &result)
{
    const auto span =
        result ? std::nullopt : waitAfterTry(m_sessions[id].tryNumber, result.error(), m_retries);
    if (span)
        wait(id, attempt, result.error(), *span);
    else
        finish(id, attempt, result);
}

void TokenSessions::wait(const ProfileId &id, const SharedAttempt &attempt, const Error &why,
                         Milliseconds span)
{
    attempt->waiting.start(span);
    TokenSession &session = m_sessions[id];
    session.phase = TokenSession::Phase::Waiting;
    session.fault = why;
    session.tries = triesFor(why, m_retries);
    session.retryAt = attempt->waiting.deadline();
    Q_EMIT changed(id);
}

void TokenSessions::finish(const ProfileId &id, const SharedAttempt &attempt,
                           Result<TokenSet> result)
{
    m_attempts.remove(id);
    attempt->waiting.stop();
    TokenSession &session = m_sessions[id];
    session.phase = TokenSession::Phase::Idle;
    if (result) {
        if (!attempt->isForKeyTokenAlone)
            session.token = *result;
        session.fault.reset();
    } else {
        result.error().tries = session.tryNumber;
        if (const Profile *profile = m_profiles.find(id))
            blameExpiry(result.error(), *profile, now());
        if (result.error().code != ErrorCode::Cancelled)
            session.fault = result.error();
    }
    Q_EMIT changed(id);
    if (result)
        checkClock(*result);
    attempt->reporter.report(result);
}

void TokenSessions::checkClock(const TokenSet &token)
{
    const Milliseconds error = token.clockError.value_or(Milliseconds::zero());
    m_clockError = token.clockError.value_or(m_clockError);
    if (abs(error) <= tolerableClockError || std::exchange(m_clockWasTold, true))
        return;
    Q_EMIT clockIsWrong(error);
}

// Null where it was cancelled meanwhile, even if another one has started since.
TokenSessions::SharedAttempt
TokenSessions::currentAttempt(const ProfileId &id, const std::weak_ptr<TokenAttempt> &attempt) const
{
    const auto current = m_attempts.value(id);
    return current == attempt.lock() ? current : nullptr;
}

void TokenSessions::cancel(const ProfileId &id)
{
    const auto attempt = m_attempts.value(id);
    if (!attempt)
        return;
    finish(id, attempt, failure(ErrorCode::Cancelled));
    attempt->exchange->cancel();
}

void TokenSessions::forgetTokens(const ProfileId &id)
{
    cancel(id);
    if (m_sessions.remove(id))
        Q_EMIT changed(id);
}

// Of profiles that are no more, whoever removed them: it may have been another program.
void TokenSessions::forgetVanished()
{
    const QList<ProfileId> ids = m_sessions.keys();
    for (const ProfileId &id : ids) {
        if (!m_profiles.find(id))
            forgetTokens(id);
    }
}

void TokenSessions::forget(const ProfileId &id)
{
    m_keysForThisRun.remove(id);
    forgetTokens(id);
}

std::optional<TokenSet> TokenSessions::keyToken(const ProfileId &id) const
{
    const Profile *profile = m_profiles.find(id);
    const TokenSession current = session(id);
    return profile && profile->assumeProfile ? current.keyToken : current.token;
}

void TokenSessions::keepKeyForThisRun(const ProfileId &id, const Secret &key)
{
    m_keysForThisRun.insert(id, key);
}

} // namespace hourpass
