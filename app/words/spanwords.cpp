// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/spanwords.h"

#include "words/tokenwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct SpanWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::SpanWords)
};

struct Unit {
    enum class Kind { Seconds, Minutes, Hours, Days };

    Kind kind;
    int count;
};

// The one in which a span is told.
Unit unitOf(Seconds span)
{
    constexpr int minute = 60;
    constexpr int hour = 3600;
    constexpr int day = 24 * hour;
    const int all = int(qMin<qint64>(abs(span).count(), std::numeric_limits<int>::max()));
    if (all < minute)
        return {Unit::Kind::Seconds, all};
    if (all < 2 * hour)
        return {Unit::Kind::Minutes, all / minute};
    return all < 2 * day ? Unit{Unit::Kind::Hours, all / hour} : Unit{Unit::Kind::Days, all / day};
}

} // namespace

QString spanWords(Seconds span)
{
    const Unit unit = unitOf(span);
    switch (unit.kind) {
    case Unit::Kind::Seconds:
        return SpanWords::tr("%n second(s)", nullptr, unit.count);
    case Unit::Kind::Minutes:
        return SpanWords::tr("%n minute(s)", nullptr, unit.count);
    case Unit::Kind::Hours:
        return SpanWords::tr("%n hour(s)", nullptr, unit.count);
    case Unit::Kind::Days:
        break;
    }
    return SpanWords::tr("%n day(s)", nullptr, unit.count);
}

// In whole sentences' parts: other languages bend the span after "ago".
QString distanceWords(Seconds fromNow)
{
    const Unit unit = unitOf(fromNow);
    const bool isPast = fromNow < Seconds::zero();
    if (fromNow == Seconds::zero())
        return SpanWords::tr("now");
    switch (unit.kind) {
    case Unit::Kind::Seconds:
        return isPast ? SpanWords::tr("%n second(s) ago", nullptr, unit.count)
                      : SpanWords::tr("in %n second(s)", nullptr, unit.count);
    case Unit::Kind::Minutes:
        return isPast ? SpanWords::tr("%n minute(s) ago", nullptr, unit.count)
                      : SpanWords::tr("in %n minute(s)", nullptr, unit.count);
    case Unit::Kind::Hours:
        return isPast ? SpanWords::tr("%n hour(s) ago", nullptr, unit.count)
                      : SpanWords::tr("in %n hour(s)", nullptr, unit.count);
    case Unit::Kind::Days:
        break;
    }
    return isPast ? SpanWords::tr("%n day(s) ago", nullptr, unit.count)
                  : SpanWords::tr("in %n day(s)", nullptr, unit.count);
}

QString bothZonesText(Seconds sinceEpoch, const QTimeZone &zone)
{
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(sinceEpoch.count(), QTimeZone::utc());
    const QDateTime local = utc.toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
    const QString format = u"yyyy-MM-dd HH:mm:ss"_s;
    // ASCII, so that it stays whole wherever it is pasted or piped to.
    return SpanWords::tr("%1 (%2) / %3 UTC", "local time (offset) / UTC time")
        .arg(local.toString(format), utcOffsetText(local).replace(u'\u2212', u'-'),
             utc.toString(format));
}

} // namespace hourpass
