// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokensessions.h"

#include "token/exchange.h"

namespace hourpass {

/// One way from the key to the token. Whoever asks meanwhile gets the same future.
struct TokenSessions::Attempt {
    explicit Attempt(ExchangeTarget target, const Clock &clock, ExchangeLimits limits)
        : exchange(new Exchange(std::move(target), clock, limits))
    {
    }
    // An attempt ends in what its exchange reports, so the exchange may not go at once.
    struct DeleteLater {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    std::unique_ptr<Exchange, DeleteLater> exchange;
    Reporter<TokenSet> reporter;
};

TokenSessions::TokenSessions(const ProfileStore &profiles, SecretStore &keys, Clock clock,
                             ExchangeLimits limits, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_keys(keys)
    , m_clock(std::move(clock))
    , m_limits(limits)
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
    return renew(id, prompt);
}

Future<TokenSet> TokenSessions::renew(const ProfileId &id, SecretStore::Prompt prompt)
{
    if (const auto attempt = m_attempts.value(id))
        return attempt->reporter.future();
    const Profile *profile = m_profiles.find(id);
    if (!profile)
        return readyFuture<TokenSet>(failure(ErrorCode::NotFound));

    const auto attempt = std::make_shared<Attempt>(
        ExchangeTarget{profile->endpoint, profile->caFile}, m_clock, m_limits);
    m_attempts.insert(id, attempt);
    TokenSession &session = m_sessions[id];
    session.phase = TokenSession::Phase::ReadingKey;
    session.fault.reset();
    Q_EMIT changed(id);
    auto key = keyOf(id, prompt);
    attempt->exchange->connectEarly(); // the handshake takes as long as the keychain
    key.then(this, [this, id, weak = std::weak_ptr(attempt)](const Result<Secret> &result) {
        const auto current = currentAttempt(id, weak);
        if (current && result)
            send(id, current, *result);
        else if (current)
            finish(id, current, Failure(result.error()));
    });
    return attempt->reporter.future();
}

Future<Secret> TokenSessions::keyOf(const ProfileId &id, SecretStore::Prompt prompt)
{
    const Secret held = m_keysForThisRun.value(id);
    return held.isEmpty() ? m_keys.read(id, prompt) : readyFuture<Secret>(held);
}

void TokenSessions::send(const ProfileId &id, const std::shared_ptr<Attempt> &attempt,
                         const Secret &key)
{
    m_sessions[id].phase = TokenSession::Phase::Requesting;
    Q_EMIT changed(id);
    attempt->exchange->send(key).then(
        this, [this, id, weak = std::weak_ptr(attempt)](const Result<TokenSet> &result) {
            if (const auto current = currentAttempt(id, weak))
                finish(id, current, result);
        });
}

void TokenSessions::finish(const ProfileId &id, const std::shared_ptr<Attempt> &attempt,
                           const Result<TokenSet> &result)
{
    m_attempts.remove(id);
    TokenSession &session = m_sessions[id];
    session.phase = TokenSession::Phase::Idle;
    if (result)
        session.token = *result;
    else if (result.error().code != ErrorCode::Cancelled)
        session.fault = result.error();
    Q_EMIT changed(id);
    attempt->reporter.report(result);
}

// Null where it was cancelled meanwhile, even if another one has started since.
std::shared_ptr<TokenSessions::Attempt>
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
