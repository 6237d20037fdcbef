// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/httpheaders.h"

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

namespace {

// A year is as good as for ever, and so many digits are no number that anybody means.
constexpr Seconds longestSpan{365LL * 24 * 3600};

std::optional<Seconds> parseSpan(const QByteArray &text)
{
    const bool isNumber = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return {};
    bool ok = false;
    const Seconds span{text.toLongLong(&ok)};
    return ok ? std::min(span, longestSpan) : longestSpan;
}

} // namespace

std::optional<Seconds> parseMaxAge(const QByteArray &text)
{
    std::optional<Seconds> maxAge;
    const QByteArrayList directives = text.toLower().split(',');
    for (const QByteArray &untrimmed : directives) {
        const QByteArray directive = untrimmed.trimmed();
        if (directive == "no-store" || directive == "no-cache")
            return Seconds::zero();
        if (directive.startsWith("max-age=") && !maxAge)
            maxAge = parseSpan(directive.mid(8));
    }
    return maxAge;
}

std::optional<Seconds> parseRetryAfter(const QByteArray &text, Seconds now)
{
    const QByteArray value = text.trimmed();
    std::optional<Seconds> span = parseSpan(value);
    if (const auto date = span ? std::nullopt : parseHttpDate(value))
        span = *date - now;
    return span && *span > Seconds::zero() ? span : std::nullopt;
}

} // namespace hourpass
