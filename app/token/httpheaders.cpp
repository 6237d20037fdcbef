// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/httpheaders.h"

#include <QDateTime>

#include <algorithm>

namespace hourpass {

std::optional<Seconds> parseHttpDate(const QByteArray &text)
{
    // Qt reads no names of time zones here.
    const QString numeric = QString::fromLatin1(QByteArray(text).replace("GMT", "+0000"));
    const QDateTime date = QDateTime::fromString(numeric, Qt::RFC2822Date);
    return date.isValid() ? std::optional(Seconds(date.toSecsSinceEpoch())) : std::nullopt;
}

std::optional<Seconds> parseRetryAfter(const QByteArray &text, Seconds now)
{
    const QByteArray value = text.trimmed();
    const bool isNumber = !value.isEmpty()
        && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    std::optional<Seconds> span;
    if (isNumber) {
        bool ok = false;
        const qint64 seconds = value.toLongLong(&ok);
        // So many digits are no number that anybody means; a year is as good as for ever.
        constexpr qint64 longest = 365LL * 24 * 3600;
        span = Seconds(ok ? std::min(seconds, longest) : longest);
    } else if (const auto date = parseHttpDate(value)) {
        span = *date - now;
    }
    return span && *span > Seconds::zero() ? span : std::nullopt;
}

} // namespace hourpass
