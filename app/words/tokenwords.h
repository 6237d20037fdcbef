// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "jwt/identity.h"

#include <QDateTime>
#include <QString>

namespace hourpass {

/// "Ada Example (user) in account 0123…cdef, by API key".
QString identitySentence(const Identity &identity);
/// "Ada Example (user)"; empty where nothing is known.
QString identityLabel(const Identity &identity);

/// For digits that change in place: "47:12", "1:02:03".
QString countdownText(Seconds left);
/// For a narrow column: "2 h", "47 m", "58 s", "expired".
QString shortTimeText(Seconds left);
/// "Trying again in 4 s (2 of 3)".
QString waitingText(Milliseconds left, int tryNumber, int tries);
/// "This computer's clock is 4 minutes slow. …": `error` is more than zero where it is ahead.
QString clockErrorText(Milliseconds error);
/// For a screen reader or a sentence: "47 minutes 12 seconds left".
QString timeLeftWords(Seconds left);
/// "14:03:12 (UTC+2) · 12:03:12 UTC", with the date where it is not today's.
QString endTimeText(const QDateTime &end, const QDateTime &now);
QString endTimeText(Milliseconds end, Milliseconds now); ///< both since 1970
/// "UTC+2", "UTC+5:30".
QString utcOffsetText(const QDateTime &time);

} // namespace hourpass
