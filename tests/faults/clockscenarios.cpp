// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/httpbytes.h"
#include "support/outcome.h"
#include "words/tokenwords.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

#include <ctime>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray datedAnswer()
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc(),
                                               u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    const Seconds end = Seconds(QDateTime::currentSecsSinceEpoch()) + 1h;
    const QByteArray body =
        tokenBody().chopped(1) + ",\"expiration\":" + QByteArray::number(qint64(end.count())) + "}";
    return httpWithLength("200 OK\r\nDate: " + date.toLatin1(), body);
}

Milliseconds left(FaultBench &bench)
{
    return timeLeft(*bench.session().token, bench.clock.now());
}

Scenario twoHoursAhead()
{
    Scenario scenario;
    scenario.arrange = [](FaultBench &bench) {
        bench.clock.changeWallClock(2h);
        bench.serve(datedAnswer());
    };
    scenario.outcomes = QStringList{u"ok"_s};
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QVERIFY(left(bench) > 59min && left(bench) <= 60min);
        QCOMPARE(bench.clockErrors().size(), 1);
        const QString words = clockErrorText(bench.clockErrors().first());
        QVERIFY2(words.contains("2 hour"_L1) && words.contains("fast"_L1), qPrintable(words));
        QCOMPARE(bench.tokenInMemory(), newToken);
        QCOMPARE(bench.requestCount(), 1); // nor does it ask again and again
    };
    return scenario;
}

// Nothing is asked of a server here: the token was got before.
Scenario setBack()
{
    Scenario scenario;
    scenario.arrange = [](FaultBench &bench) { bench.serve(datedAnswer()); };
    scenario.play = [](FaultBench &bench) -> Result<TokenSet> {
        bench.clock.advance(10min);
        bench.clock.changeWallClock(-3h);
        return *bench.session().token;
    };
    scenario.outcomes = QStringList{u"ok"_s};
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(left(bench), Milliseconds(50min));
        bench.clock.advance(50min);
        QCOMPARE(left(bench), 0ms);
        QCOMPARE(bench.requestCount(), 0);
    };
    return scenario;
}

class TimeZoneOfGermany final
{
public:
    TimeZoneOfGermany()
    {
        qputenv("TZ", "Europe/Berlin");
        ::tzset();
    }
    ~TimeZoneOfGermany()
    {
        qputenv("TZ", m_before);
        ::tzset();
    }
    Q_DISABLE_COPY_MOVE(TimeZoneOfGermany)

private:
    QByteArray m_before = qgetenv("TZ");
};

// At 1:00 UTC on 29 March 2026 the clocks of Germany went from 2:00 to 3:00.
Scenario daylightSaving()
{
    Scenario scenario;
    scenario.arrange = [](FaultBench &bench) {
        const QDateTime before({2026, 3, 29}, {0, 50}, QTimeZone::utc());
        bench.clock.changeWallClock(Seconds(before.toSecsSinceEpoch()) - bench.clock.now().utc);
        bench.serve(goodAnswer(oldToken)); // the one that is counted down
    };
    scenario.outcomes = QStringList{u"ok"_s};
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &token) {
        const TimeZoneOfGermany zone;
        const auto now = [&bench] {
            return QDateTime::fromMSecsSinceEpoch(bench.clock.now().utc.count());
        };
        const auto end = QDateTime::fromSecsSinceEpoch(endOfLife(*token).count());
        const QString until = endTimeText(end, now());
        QCOMPARE(until, u"03:50:00 (UTC+2) · 01:50:00 UTC"_s);
        for (Milliseconds expected = 1h; expected >= 0ms; expected -= 1min) {
            QCOMPARE(left(bench), expected);
            QCOMPARE(endTimeText(end, now()), until);
            bench.clock.advance(1min);
        }
    };
    return scenario;
}

} // namespace

Scenarios clockScenarios()
{
    return {
        {u"F123"_s, {twoHoursAhead()}}, {u"F125"_s, {setBack()}}, {u"F127"_s, {daylightSaving()}}};
}

} // namespace hourpass::test
