// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/tokenwords.h"

#include "core/visibletext.h"
#include "support/testprogram.h"

#include <QTest>
#include <QTimeZone>

#include <ctime>

namespace tst_tokenwords {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Identity::Kind;

class TokenWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identitySentence_data();
    void identitySentence();
    void identitySentence_isSafeToShow();
    void times_data();
    void times();
    void clockError_isToldInItsOwnUnit_data();
    void clockError_isToldInItsOwnUnit();
    void endTime_data();
    void endTime();
};

void TokenWordsTest::identitySentence_data()
{
    QTest::addColumn<Identity>("identity");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Identity &identity, const QString &expected) {
        QTest::newRow(name) << identity << expected;
    };
    const QString account = u"0123456789abcdef0123456789abcdef"_s;
    row("user", {Kind::User, u"Ada Example"_s, u"IBMid-1"_s, account, u"apikey"_s, {}},
        u"Ada Example (user) in account 012345…abcdef, by API key"_s);
    row("service ID", {Kind::ServiceId, u"ci"_s, u"iam-ServiceId-1"_s, account, u"apikey"_s, {}},
        u"ci (service ID) in account 012345…abcdef, by API key"_s);
    row("trusted profile",
        {Kind::TrustedProfile, u"auditor"_s, u"iam-Profile-1"_s, account, u"assume"_s,
         u"Ada Example"_s},
        u"auditor (trusted profile) in account 012345…abcdef, by assuming a trusted profile, "
        u"really "
        "Ada Example"_s);
    row("service", {Kind::Service, u"crn:v1"_s, u"crn-crn:v1"_s, {}, u"iam-authz"_s, {}},
        u"crn:v1 (service), by iam-authz"_s);
    row("passcode", {Kind::User, u"Ada"_s, {}, {}, u"passcode"_s, {}},
        u"Ada (user), by passcode"_s);
    row("unknown kind", {Kind::Unknown, u"Ada"_s, {}, {}, {}, {}}, u"Ada (unknown kind)"_s);
    row("nobody", {}, u"The token does not say whose it is."_s);
    row("placeholders", {Kind::User, u"%2 %1"_s, {}, u"%1"_s, u"%1"_s, u"%1"_s},
        u"%2 %1 (user) in account %1, by %1, really %1"_s);
}

void TokenWordsTest::identitySentence()
{
    QFETCH(Identity, identity);
    QFETCH(QString, expected);
    QCOMPARE(hourpass::identitySentence(identity), expected);
}

void TokenWordsTest::identitySentence_isSafeToShow()
{
    const QString hostile = u"a\u202E\n\u001b"_s;
    const QString sentence =
        hourpass::identitySentence({Kind::User, hostile, hostile, hostile, hostile, hostile});
    QCOMPARE(visibleText(sentence), sentence);
    const QString endless(100'000, u'x');
    QVERIFY(
        hourpass::identitySentence({Kind::User, endless, endless, endless, endless, endless}).size()
        < 1000);
}

void TokenWordsTest::times_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("countdown");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("words");
    const auto row = [](qint64 seconds, const char *countdown, const char *brief,
                        const char *words) {
        QTest::addRow("%lld s", seconds)
            << seconds << QString::fromLatin1(countdown) << QString::fromLatin1(brief)
            << QString::fromLatin1(words);
    };
    // The plural forms are the translation's; the source text stays as it is.
    row(0, "00:00", "expired", "expired");
    row(1, "00:01", "1 s", "1 second(s) left");
    row(59, "00:59", "59 s", "59 second(s) left");
    row(60, "01:00", "1 m", "1 minute(s) 0 second(s) left");
    row(61, "01:01", "1 m", "1 minute(s) 1 second(s) left");
    row(2832, "47:12", "47 m", "47 minute(s) 12 second(s) left");
    row(3599, "59:59", "59 m", "59 minute(s) 59 second(s) left");
    row(3600, "1:00:00", "60 m", "60 minute(s) 0 second(s) left");
    row(3723, "1:02:03", "62 m", "62 minute(s) 3 second(s) left");
    row(7199, "1:59:59", "119 m", "119 minute(s) 59 second(s) left");
    row(7200, "2:00:00", "2 h", "120 minute(s) 0 second(s) left");
    row(86400, "24:00:00", "24 h", "1440 minute(s) 0 second(s) left");
    row(-5, "00:00", "expired", "expired");
}

void TokenWordsTest::times()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, countdown);
    QFETCH(QString, brief);
    QFETCH(QString, words);
    QCOMPARE(countdownText(Seconds(seconds)), countdown);
    QCOMPARE(shortTimeText(Seconds(seconds)), brief);
    QCOMPARE(timeLeftWords(Seconds(seconds)), words);
}

void TokenWordsTest::endTime_data()
{
    QTest::addColumn<QByteArray>("zone"); // in POSIX form, which needs no files
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &zone, const QString &end,
                        const QString &now, const QString &expected) {
        QTest::newRow(name) << zone << end << now << expected;
    };
    const QByteArray berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
    const QString summer = u"2026-07-01T12:03:12Z"_s;
    row("summer", berlin, summer, u"2026-07-01T11:03:12Z"_s, u"14:03:12 (UTC+2) · 12:03:12 UTC"_s);
    row("winter", berlin, u"2026-01-01T12:03:12Z"_s, u"2026-01-01T11:30:00Z"_s,
        u"13:03:12 (UTC+1) · 12:03:12 UTC"_s);
    row("UTC", "UTC0", summer, summer, u"12:03:12 (UTC+0) · 12:03:12 UTC"_s);
    row("west", "EST5", summer, summer, u"07:03:12 (UTC\u22125) · 12:03:12 UTC"_s);
    row("half an hour", "IST-5:30", summer, summer, u"17:33:12 (UTC+5:30) · 12:03:12 UTC"_s);
    row("half an hour west", "NST3:30", summer, summer,
        u"08:33:12 (UTC\u22123:30) · 12:03:12 UTC"_s);
    row("three quarters", "NPT-5:45", summer, summer, u"17:48:12 (UTC+5:45) · 12:03:12 UTC"_s);
    row("tomorrow", berlin, u"2026-07-01T22:30:00Z"_s, u"2026-07-01T21:40:00Z"_s,
        u"2026-07-02 00:30:00 (UTC+2) · 2026-07-01 22:30:00 UTC"_s);
    row("today here, tomorrow in UTC", "EST5", u"2026-07-02T00:30:00Z"_s, u"2026-07-01T23:40:00Z"_s,
        u"19:30:00 (UTC\u22125) · 00:30:00 UTC"_s);
    row("across the end of summer time", berlin, u"2026-10-25T01:10:00Z"_s,
        u"2026-10-25T00:30:00Z"_s, u"02:10:00 (UTC+1) · 01:10:00 UTC"_s);
    row("long past", berlin, u"2020-07-01T12:03:12Z"_s, summer,
        u"2020-07-01 14:03:12 (UTC+2) · 2020-07-01 12:03:12 UTC"_s);
}

void TokenWordsTest::endTime()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, end);
    QFETCH(QString, now);
    QFETCH(QString, expected);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", zone);
    ::tzset();
    const QString text = endTimeText(QDateTime::fromString(end, Qt::ISODate),
                                     QDateTime::fromString(now, Qt::ISODate));
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    ::tzset();
    QCOMPARE(text, expected);
}

void TokenWordsTest::clockError_isToldInItsOwnUnit_data()
{
    QTest::addColumn<Milliseconds>("error");
    QTest::addColumn<QString>("expected");
    QTest::newRow("minutes ahead") << Milliseconds(4min) << u"4 minute(s) fast"_s;
    QTest::newRow("minutes behind") << Milliseconds(-4min) << u"4 minute(s) slow"_s;
    QTest::newRow("almost two hours") << Milliseconds(119min) << u"119 minute(s) fast"_s;
    QTest::newRow("two hours, not quite") << Milliseconds(2h) - 600ms << u"2 hour(s) fast"_s;
    QTest::newRow("a day") << Milliseconds(-24h) << u"24 hour(s) slow"_s;
}

void TokenWordsTest::clockError_isToldInItsOwnUnit()
{
    QFETCH(Milliseconds, error);
    QFETCH(QString, expected);
    QVERIFY2(clockErrorText(error).startsWith(u"This computer's clock is %1."_s.arg(expected)),
             qPrintable(clockErrorText(error)));
}

HOURPASS_TEST(TokenWordsTest, QCoreApplication)

} // namespace tst_tokenwords

#include "tst_tokenwords.moc"
