// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/isotime.h"

#include <QDateTime>
#include <QTimeZone>

namespace hourpass {

namespace {

// Qt 6.4 has the one form alone, and Qt 6.8 wants the other.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
constexpr auto utc = QTimeZone::UTC;
#else
constexpr auto utc = Qt::UTC;
#endif

} // namespace

QString isoTime(Seconds sinceEpoch)
{
    return QDateTime::fromSecsSinceEpoch(sinceEpoch.count(), utc).toString(Qt::ISODate);
}

std::optional<Seconds> parseIsoTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.timeSpec() == Qt::LocalTime)
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        time.setTimeZone(utc);
#else
        time.setTimeSpec(utc);
#endif
    const Seconds sinceEpoch(time.isValid() ? time.toSecsSinceEpoch() : 0);
    return sinceEpoch > Seconds::zero() ? std::optional(sinceEpoch) : std::nullopt;
}

} // namespace hourpass
