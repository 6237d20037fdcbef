// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QByteArray>

#include <optional>

namespace hourpass {

/// A date of RFC 9110 section 5.6.7, since 1970; nothing for what is none.
std::optional<Seconds> parseHttpDate(const QByteArray &text);

/// Retry-After (RFC 9110, section 10.2.3) as the span from `now`, in the server's time. Nothing
/// for what is neither a number of seconds nor a date, and for what is not in the future.
std::optional<Seconds> parseRetryAfter(const QByteArray &text, Seconds now);

/// For how long an answer may be kept, of Cache-Control (RFC 9111, section 5.2.2): zero where it
/// may not be. Nothing where that does not say.
std::optional<Seconds> parseMaxAge(const QByteArray &text);

} // namespace hourpass
