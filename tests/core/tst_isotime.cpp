// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/isotime.h"

#include "support/testprogram.h"

#include <QTest>

#include <ctime>

namespace tst_isotime {

using namespace hourpass;
using namespace Qt::StringLiterals;

class IsoTimeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void time_isReadInEveryForm_data();
    void time_isReadInEveryForm();
    void time_isWrittenInUtc();
};

void IsoTimeTest::initTestCase()
{
    qputenv("TZ", "UTC-2"); // so that local time would be wrong
    ::tzset();
}

void IsoTimeTest::time_isReadInEveryForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected"); // 0: none
    const auto row = [](const char *name, const QString &text, qint64 expected) {
        QTest::newRow(name) << text << expected;
    };
    const qint64 end = 1'798'761'540;
    row("without seconds and colon", u"2026-12-31T23:59+0000"_s, end);
    row("with seconds", u"2026-12-31T23:59:07+0000"_s, end + 7);
    row("with a colon", u"2026-12-31T23:59+00:00"_s, end);
    row("with both", u"2026-12-31T23:59:07+00:00"_s, end + 7);
    row("with Z", u"2026-12-31T23:59Z"_s, end);
    row("with seconds and Z", u"2026-12-31T23:59:07Z"_s, end + 7);
    row("with milliseconds", u"2026-12-31T23:59:07.123Z"_s, end + 7);
    row("of another zone", u"2027-01-01T01:29+0130"_s, end);
    row("without a zone", u"2026-12-31T23:59"_s, end);
    row("in the past", u"2020-01-01T00:00+0000"_s, 1'577'836'800);
    row("null", {}, 0);
    row("empty", u""_s, 0);
    row("no time", u"never"_s, 0);
    row("impossible day", u"2026-02-30T00:00+0000"_s, 0);
    row("before 1970", u"1969-12-31T23:59+0000"_s, 0);
}

void IsoTimeTest::time_isReadInEveryForm()
{
    QFETCH(const QString, text);
    QTEST(qint64(parseIsoTime(text).value_or(Seconds::zero()).count()), "expected");
}

void IsoTimeTest::time_isWrittenInUtc()
{
    QCOMPARE(isoTime(Seconds(1'798'761'540)), u"2026-12-31T23:59:00Z"_s);
    QCOMPARE(parseIsoTime(isoTime(Seconds(1'767'225'601))), Seconds(1'767'225'601));
}

HOURPASS_TEST(IsoTimeTest, QCoreApplication)

} // namespace tst_isotime

#include "tst_isotime.moc"
