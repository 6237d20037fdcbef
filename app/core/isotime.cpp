// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/isotime.h"

#include <QDateTime>

namespace hourpass {

QString isoTime(Seconds sinceEpoch)
{
    return QDateTime::fromSecsSinceEpoch(sinceEpoch.count(), Qt::UTC).toString(Qt::ISODate);
}

std::optional<Seconds> parseIsoTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    const Seconds sinceEpoch(time.isValid() ? time.toSecsSinceEpoch() : 0);
    return sinceEpoch > Seconds::zero() ? std::optional(sinceEpoch) : std::nullopt;
}

} // namespace hourpass
