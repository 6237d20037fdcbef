// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/machinecode.h"
#include "jwt/verify/timecheck.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_timecheck {

using namespace hourpass;
using namespace Qt::StringLiterals;

class TimeCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claims_data();
    void claims();
    void damagedClaims_data();
    void damagedClaims();
    void noClaims_sayNothing();
    void times_areGivenAsEvidence();
};

// It is 1000.
void TimeCheckTest::claims_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &claims, const char *expected) {
        QTest::newRow(claims.constData()) << claims << QString::fromLatin1(expected);
    };
    row(R"({"exp":1001})", "in_time");
    row(R"({"exp":1000})", "expired"); // RFC 7519, section 4.1.4: on or after
    row(R"({"exp":999})", "expired");
    row(R"({"exp":0})", "expired");
    row(R"({"exp":1001.0})", "in_time");
    row(R"({"exp":1.001e3})", "in_time");
    row(R"({"exp":1000.9})", "expired"); // a part of a second is not worth having
    row(R"({"exp":253402300799})", "in_time");
    row(R"({"exp":253402300800})", "expiry_unusable");
    row(R"({"exp":9223372036854775808})", "expiry_unusable");
    row(R"({"exp":1e300})", "expiry_unusable");
    row(R"({"exp":-1})", "expiry_unusable");
    row(R"({"exp":-0})", "expired");
    row(R"({"exp":"2000"})", "expiry_unusable");
    row(R"({"exp":null})", "expiry_unusable");
    row(R"({"exp":true})", "expiry_unusable");
    row(R"({"exp":[2000]})", "expiry_unusable");
    row(R"({})", "expiry_missing");
    row(R"({"Exp":2000})", "expiry_missing");
    row(R"({"nbf":1,"iat":1})", "expiry_missing");
    row(R"({"exp":2000,"nbf":1000})", "in_time");
    row(R"({"exp":2000,"nbf":1060})", "in_time");
    row(R"({"exp":2000,"nbf":1061})", "not_yet_valid");
    row(R"({"exp":2000,"nbf":1060.1})", "not_yet_valid");
    row(R"({"exp":2000,"nbf":"1"})", "not_before_unusable");
    row(R"({"exp":2000,"nbf":1e300})", "not_before_unusable");
    row(R"({"exp":2000,"iat":1060})", "in_time");
    row(R"({"exp":2000,"iat":1061})", "issued_in_future");
    row(R"({"exp":2000,"iat":{}})", "issued_at_unusable");
    row(R"({"exp":1,"nbf":2000})", "expired");
    row(R"({"exp":1,"iat":"x"})", "issued_at_unusable");
}

void TimeCheckTest::claims()
{
    QFETCH(QByteArray, claims);
    QFETCH(QString, expected);
    const auto value = parseJson(claims);
    QVERIFY(value);
    const TimeCheck check = checkTime(&*value, false, Seconds(1000));
    QCOMPARE(machineCode(check.code), expected);
    QCOMPARE(check.result, expected == "in_time"_L1 ? CheckResult::Pass : CheckResult::Fail);
}

void TimeCheckTest::damagedClaims_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &claims, const char *expected) {
        QTest::newRow(claims.constData()) << claims << QString::fromLatin1(expected);
    };
    row(R"({"a":1,"exp":)", "claims_damaged");
    row(R"({"a":1,"exp":99)", "claims_damaged"); // may have gone on
    row(R"({"exp":999,)", "expired");
    row(R"({"exp":2000,)", "claims_damaged"); // "nbf" may have followed
    row(R"({"exp":1,"exp":2000})", "claims_damaged");
    row(R"({"exp":1,"exp":2})", "claims_damaged");
    row(R"({"exp":1,"a":1,"a":2})", "expired");
}

void TimeCheckTest::damagedClaims()
{
    QFETCH(QByteArray, claims);
    QFETCH(QString, expected);
    const JsonReading reading = readJson(claims);
    QVERIFY(reading.problem);
    const TimeCheck check = checkTime(&reading.value, true, Seconds(1000));
    QCOMPARE(machineCode(check.code), expected);
    QCOMPARE(check.result, expected == "expired"_L1 ? CheckResult::Fail : CheckResult::Unknown);
}

void TimeCheckTest::noClaims_sayNothing()
{
    const TimeCheck check = checkTime(nullptr, true, Seconds(1000));
    QCOMPARE(check.code, TimeCheck::Code::ClaimsMissing);
    QCOMPARE(check.result, CheckResult::Unknown);
}

void TimeCheckTest::times_areGivenAsEvidence()
{
    const auto value = parseJson(R"({"exp":2000.7,"nbf":900.2,"iat":800})");
    const TimeCheck check = checkTime(&*value, false, Seconds(1000));
    QCOMPARE(check.now, Seconds(1000));
    QCOMPARE(check.expiresAt, Seconds(2000));
    QCOMPARE(check.notBefore, Seconds(901));
    QCOMPARE(check.issuedAt, Seconds(800));
    const auto empty = parseJson("{}");
    const TimeCheck none = checkTime(&*empty, false, Seconds(1000));
    QVERIFY(!none.expiresAt && !none.notBefore && !none.issuedAt);
}

HOURPASS_TEST(TimeCheckTest, QCoreApplication)

} // namespace tst_timecheck

#include "tst_timecheck.moc"
