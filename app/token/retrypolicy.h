// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <functional>
#include <optional>

namespace hourpass {

/// How often a failure is worth another try.
enum class RetryRule {
    Never,   ///< nothing would change by itself: a wrong key, a certificate
    Once,    ///< an answer that was garbled on its way
    Several, ///< the network, a server that is busy or has a fault of its own
};

RetryRule retryRule(const Error &error);

/// When a failed exchange is tried again (security rules, section 5; fact sheet, section 2.5).
struct RetryPolicy {
    int tries = 3;                 ///< all together
    Milliseconds firstWait{1'000}; ///< doubled for each further one
    Milliseconds longestWait{300'000};
    /// Where the server asks for a longer wait, its answer is reported instead of waiting.
    Milliseconds patience{300'000};
    /// From 0 to below 1: spreads those who failed at the same moment. Empty: a random number.
    std::function<double()> jitter{};
};

/// How often such a failure is tried, all together.
int triesFor(const Error &error, const RetryPolicy &policy);

/// How long to wait after the try of that number (1 for the first), or nothing where that was the
/// last.
std::optional<Milliseconds> waitAfterTry(int number, const Error &error, const RetryPolicy &policy);

} // namespace hourpass
