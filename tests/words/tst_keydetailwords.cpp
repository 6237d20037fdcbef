// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/keydetailwords.h"

#include "support/testprogram.h"

#include <QTest>

#include <ctime>

namespace tst_keydetailwords {

using namespace hourpass;
using namespace Qt::StringLiterals;

constexpr Seconds end{1'798'761'540}; // 2026-12-31 23:59 UTC
constexpr Seconds day{86'400};

Instant before(Seconds span)
{
    return {{}, end - span};
}

class KeyDetailWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void text_data();
    void text();
    void warning_data();
    void warning();
};

void KeyDetailWordsTest::initTestCase()
{
    qputenv("TZ", "UTC-2"); // two hours ahead of UTC, as POSIX writes it
    ::tzset();
}

void KeyDetailWordsTest::text_data()
{
    QTest::addColumn<Instant>("now");
    QTest::addColumn<QString>("expected");
    QTest::newRow("far") << before(300 * day) << u"2027-01-01 01:59 (UTC+2), in %n day(s)"_s;
    QTest::newRow("today") << before(Seconds(60)) << u"2027-01-01 01:59 (UTC+2), today"_s;
    QTest::newRow("now") << before(Seconds(0)) << u"2027-01-01 01:59 (UTC+2), in the past"_s;
    QTest::newRow("past") << before(-day) << u"2027-01-01 01:59 (UTC+2), in the past"_s;
}

void KeyDetailWordsTest::text()
{
    QFETCH(const Instant, now);
    QFETCH(QString, expected);
    expected.replace(u"%n"_s, u"300"_s);
    QCOMPARE(keyEndText(end, now), expected);
    QCOMPARE(keyEndText({}, now), u"never"_s);
}

void KeyDetailWordsTest::warning_data()
{
    QTest::addColumn<Instant>("now");
    QTest::addColumn<QString>("beginning"); // empty: none
    QTest::newRow("a year") << before(365 * day) << QString();
    QTest::newRow("just too early") << before(14 * day + Seconds(1)) << QString();
    QTest::newRow("14 days") << before(14 * day)
                             << u"The key ends in 14 day(s), on 2027-01-01. Make"_s;
    QTest::newRow("9 days") << before(9 * day)
                            << u"The key ends in 9 day(s), on 2027-01-01. Make"_s;
    QTest::newRow("tomorrow by the calendar")
        << before(Seconds(3 * 3600)) << u"The key ends in 1 day(s), on 2027-01-01. Make"_s;
    QTest::newRow("today") << before(Seconds(1)) << u"The key ends today, at 01:59. Make"_s;
    QTest::newRow("now") << before(Seconds(0)) << u"The key expired on 2027-01-01. Make"_s;
    QTest::newRow("long ago") << before(-400 * day) << u"The key expired on 2027-01-01. Make"_s;
}

void KeyDetailWordsTest::warning()
{
    QFETCH(const Instant, now);
    QFETCH(const QString, beginning);
    const QString warning = keyEndWarning(end, now);
    QCOMPARE(warning.isEmpty(), beginning.isEmpty());
    QVERIFY2(warning.startsWith(beginning), qPrintable(warning));
    QCOMPARE(keyEndWarning({}, now), QString());
}

HOURPASS_TEST(KeyDetailWordsTest, QCoreApplication)

} // namespace tst_keydetailwords

#include "tst_keydetailwords.moc"
