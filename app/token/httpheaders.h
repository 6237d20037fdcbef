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

} // namespace hourpass
