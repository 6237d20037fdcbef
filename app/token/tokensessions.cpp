// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokensessions.h"

#include "core/deadlinetimer.h"
#include "token/exchange.h"

namespace hourpass {

/// One way from the key to the token, in as many tries as it takes. Whoever asks meanwhile gets
/// the same future.
struct TokenSessions::Attempt {
    Attempt(const Clock &clock, SecretStore::Prompt whetherToAsk)
        : prompt(whetherToAsk)
        , waiting(clock)
    {
    }
    // A try ends in what its exchange reports, so the exchange may not go at once.
    struct DeleteLater {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    SecretStore::Prompt prompt;
    std::unique_ptr<Exchange, DeleteLater> exchange; ///< of the current try
    DeadlineTimer waiting;
    Reporter<TokenSet> reporter;
};

TokenSessions::TokenSessions(const ProfileStore &profiles, SecretStore &keys, NetworkTools network,
                             RetryPolicy retries, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_keys(keys)
    , m_network(std::move(network))
    , m_retries(std::move(retries))
{
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
        return attempt->reporter.future();
    return renew(id, prompt);
}

Future<TokenSet> TokenSessions::renew(const ProfileId &id, SecretStore::Prompt prompt)
{
    if (const auto attempt = m_attempts.value(id)) {
        if (attempt->waiting.isActive())
            startTry(id, attempt);
        return attempt->reporter.future();
    }
    if (!m_profiles.find(id))
        return readyFuture<TokenSet>(failure(ErrorCode::NotFound));

    const auto attempt = std::make_shared<Attempt>(m_network.clock, prompt);
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

// Each try reads the key anew: none is held while it waits.
void TokenSessions::startTry(const ProfileId &id, const SharedAttempt &attempt)
{
    attempt->waiting.stop();
    const Profile *profile = m_profiles.find(id);
    if (!profile) {
        finish(id, attempt, failure(ErrorCode::NotFound));
        return;
    }
    attempt->exchange.reset(
        new Exchange(ExchangeTarget{profile->endpoint, {profile->caFile}}, m_network));
    TokenSession &session = m_sessions[id];
    session.phase = TokenSession::Phase::ReadingKey;
    ++session.tryNumber;
    Q_EMIT changed(id);
    auto key = keyOf(id, attempt->prompt);
    attempt->exchange->connectEarly(); // the handshake takes as long as the keychain
    key.then(this, [this, id, weak = std::weak_ptr(attempt)](const Result<Secret> &result) {
        const auto current = currentAttempt(id, weak);
        if (current && result)
            send(id, current, *result);
        else if (current)
            finish(id, current, Failure(result.error()));
    });
}

Future<Secret> TokenSessions::keyOf(const ProfileId &id, SecretStore::Prompt prompt)
{
    const Secret held = m_keysForThisRun.value(id);
    return held.isEmpty() ? m_keys.read(id, prompt) : readyFuture<Secret>(held);
}

void TokenSessions::send(const ProfileId &id, const SharedAttempt &attempt, const Secret &key)
{
    m_sessions[id].phase = TokenSession::Phase::Requesting;
    Q_EMIT changed(id);
    attempt->exchange->send(key).then(
        this, [this, id, weak = std::weak_ptr(attempt)](const Result<TokenSet> &result) {
            if (const auto current = currentAttempt(id, weak))
                finishTry(id, current, result);
        });
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
        session.token = *result;
        session.fault.reset();
    } else {
        result.error().tries = session.tryNumber;
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
    if (abs(error) <= tolerableClockError || std::exchange(m_clockWasTold, true))
        return;
    Q_EMIT clockIsWrong(error);
}

// Null where it was cancelled meanwhile, even if another one has started since.
TokenSessions::SharedAttempt
TokenSessions::currentAttempt(const ProfileId &id, const std::weak_ptr<Attempt> &attempt) const
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

void TokenSessions::forget(const ProfileId &id)
{
    cancel(id);
    m_keysForThisRun.remove(id);
    if (m_sessions.remove(id))
        Q_EMIT changed(id);
}

void TokenSessions::keepKeyForThisRun(const ProfileId &id, const Secret &key)
{
    m_keysForThisRun.insert(id, key);
}

} // namespace hourpass
