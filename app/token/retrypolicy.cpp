// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/retrypolicy.h"

#include <QRandomGenerator>

#include <algorithm>

namespace hourpass {

namespace {

double jitterOf(const RetryPolicy &policy)
{
    return policy.jitter ? policy.jitter() : QRandomGenerator::global()->generateDouble();
}

Milliseconds scaled(Milliseconds span, double factor)
{
    return Milliseconds(qint64(double(span.count()) * factor));
}

// Between half and one and a half of what doubles from try to try.
Milliseconds backOff(int number, const RetryPolicy &policy)
{
    constexpr int enough = 20; // no shift beyond what any longest wait needs
    const Milliseconds doubled =
        policy.firstWait * (qint64(1) << std::clamp(number - 1, 0, enough));
    return std::min(scaled(std::min(doubled, policy.longestWait), 0.5 + jitterOf(policy)),
                    policy.longestWait);
}

} // namespace

RetryRule retryRule(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionClosed:
    case ErrorCode::TimedOut:
    case ErrorCode::NetworkFailed:
    case ErrorCode::ProxyUnreachable:
    case ErrorCode::RateLimited:
        return RetryRule::Several;
    case ErrorCode::ProxyRefused:
        // Three wrong logins may lock an account.
        return error.isLoginInDoubt ? RetryRule::Never : RetryRule::Several;
    case ErrorCode::ServerFault:
        // 501: it will not be able to in a second either.
        return error.server.httpStatus == 501 ? RetryRule::Never : RetryRule::Several;
    case ErrorCode::AnswerIncomplete:
        return RetryRule::Once;
    default:
        return RetryRule::Never;
    }
}

int triesFor(const Error &error, const RetryPolicy &policy)
{
    switch (retryRule(error)) {
    case RetryRule::Never:
        return 1;
    case RetryRule::Once:
        return std::min(2, policy.tries);
    case RetryRule::Several:
        break;
    }
    return policy.tries;
}

std::optional<Milliseconds> waitAfterTry(int number, const Error &error, const RetryPolicy &policy)
{
    if (number >= triesFor(error, policy))
        return {};
    const Milliseconds usual = backOff(number, policy);
    const Seconds asked = error.server.retryAfter.value_or(Seconds::zero());
    if (asked <= Seconds::zero())
        return usual;
    if (asked > policy.patience)
        return policy.patience < policy.longestWait ? std::nullopt
                                                    : std::optional(policy.longestWait);
    // Never earlier than asked, and not all at the same moment.
    return std::min(Milliseconds(asked) + scaled(policy.firstWait, jitterOf(policy) / 2),
                    policy.longestWait);
}

} // namespace hourpass
