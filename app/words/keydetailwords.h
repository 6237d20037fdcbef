// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/keydetails.h"

#include <QList>

#include <optional>

namespace hourpass {

/// From so long before its end, a key's owner is warned.
constexpr std::chrono::days keyEndNotice{14};

/// "2026-12-31 23:59 (UTC+1)": a moment since 1970, in local time.
QString momentText(Seconds sinceEpoch);
/// "2026-12-31 23:59 (UTC+1), in 9 days", or "never".
QString keyEndText(std::optional<Seconds> expiresAt, const Instant &now);
/// "The key ends in 9 days, on 2026-12-31. Make a new one …". Empty where the end is not near or
/// not known; tells of the past as well.
QString keyEndWarning(std::optional<Seconds> expiresAt, const Instant &now);

/// One detail, safe to show.
struct KeyDetailLine {
    QString caption; ///< without a colon
    QString value;
};
/// What IAM told, in the order of its weight; what it did not tell is left out.
QList<KeyDetailLine> keyDetailLines(const KeyDetails &details, const Instant &now);
/// Where it told nothing: one sentence.
QString noKeyDetailsText();

} // namespace hourpass
