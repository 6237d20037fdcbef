// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/spanwords.h"

#include "words/tokenwords.h"

#include <QCoreApplication>
#include <QDateTime>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::SpanWords)
};

} // namespace

QString spanWords(Seconds span)
{
    constexpr int minute = 60;
    constexpr int hour = 3600;
    constexpr int day = 24 * hour;
    const int all = int(qMin<qint64>(abs(span).count(), std::numeric_limits<int>::max()));
    if (all < 2 * minute)
        return Words::tr("%n second(s)", nullptr, all);
    if (all < 2 * hour)
        return Words::tr("%n minute(s)", nullptr, all / minute);
    return all < 2 * day ? Words::tr("%n hour(s)", nullptr, all / hour)
                         : Words::tr("%n day(s)", nullptr, all / day);
}

QString distanceWords(Seconds fromNow)
{
    if (fromNow == Seconds::zero())
        return Words::tr("now");
    return fromNow > Seconds::zero() ? Words::tr("in %1", "47 minutes").arg(spanWords(fromNow))
                                     : Words::tr("%1 ago", "47 minutes").arg(spanWords(fromNow));
}

QString bothZonesText(Seconds sinceEpoch, const QTimeZone &zone)
{
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(sinceEpoch.count(), Qt::UTC);
    const QDateTime local = utc.toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
    const QString format = u"yyyy-MM-dd HH:mm:ss"_s;
    // ASCII, so that it stays whole wherever it is pasted or piped to.
    return Words::tr("%1 (%2) / %3 UTC", "local time (offset) / UTC time")
        .arg(local.toString(format), utcOffsetText(local).replace(u'\u2212', u'-'),
             utc.toString(format));
}

} // namespace hourpass
