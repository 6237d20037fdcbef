// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/claimwords.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tst_claimwords {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ClaimWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void claims_areListedByPath_data();
    void claims_areListedByPath();
    void claimsOfIam_haveAMeaning();
    void otherClaims_haveNone();
    void values_areReadInWords_data();
    void values_areReadInWords();
    void whatIsNoObject_hasNoRows();
};

void ClaimWordsTest::claims_areListedByPath_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("order") << R"({"z":1,"a":"b"})"_ba << QStringList{u"z=1"_s, u"a=b"_s};
    QTest::newRow("nested") << R"({"account":{"bss":"x","valid":true}})"_ba
                            << QStringList{u"account.bss=x"_s, u"account.valid=true"_s};
    QTest::newRow("lists") << R"({"amr":["pwd","otp"],"none":[],"deep":[[1],{"a":null}]})"_ba
                           << QStringList{u"amr[0]=pwd"_s, u"amr[1]=otp"_s, u"none=[]"_s,
                                          u"deep[0][0]=1"_s, u"deep[1].a=null"_s};
    QTest::newRow("empty object") << R"({"account":{}})"_ba << QStringList{u"account={}"_s};
    QTest::newRow("times") << R"({"exp":1767229200,"x":1767229200})"_ba
                           << QStringList{u"exp=1767229200"_s, u"x=1767229200"_s};
    QTest::newRow("hidden characters") << "{\"na\\u202eme\":\"a\\u001b[31m\"}"_ba
                                       << QStringList{u"na\\u{202E}me=a\\u{001B}[31m"_s};
    QTest::newRow("placeholders") << R"({"%1":["%2"]})"_ba << QStringList{u"%1[0]=%2"_s};
}

void ClaimWordsTest::claims_areListedByPath()
{
    QFETCH(const QByteArray, json);
    QStringList rows;
    for (const ClaimRow &row : claimRows(*parseJson(json)))
        rows += row.name + u'=' + row.value;
    QTEST(rows, "rows");
}

void ClaimWordsTest::claimsOfIam_haveAMeaning()
{
    const auto rows = claimRows(*parseJson(
        R"({"iam_id":"x","account":{"bss":"x"},"amr":["pwd"],"exp":1,"authn":{"sub":"x"}})"));
    QCOMPARE(rows.size(), 5);
    for (const ClaimRow &row : rows)
        QVERIFY2(!row.meaning.isEmpty(), qPrintable(row.name));
    QCOMPARE(rows.first().meaning, u"whose token it is"_s);
}

void ClaimWordsTest::otherClaims_haveNone()
{
    for (const ClaimRow &row : claimRows(*parseJson(R"({"bss":"x","x":{"iam_id":"y"},"":1})")))
        QCOMPARE(row.meaning, QString());
}

void ClaimWordsTest::values_areReadInWords_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reading");
    const auto row = [](const char *json, const QString &reading) {
        QTest::newRow(json) << QByteArray(json) << reading;
    };
    row(R"({"exp":1767229200})", u"01:00:00 (UTC+0) · 01:00:00 UTC, in 60 minute(s)"_s);
    row(R"({"exp":1767222000})",
        u"2025-12-31 23:00:00 (UTC+0) · 2025-12-31 23:00:00 UTC, 60 minute(s) ago"_s);
    row(R"({"iat":"1767222000"})", {}); // the wrong type is no time
    row(R"({"exp":999999999999999999})", {});
    row(R"({"iam_id":"IBMid-1"})", u"a person with an IBMid"_s);
    row(R"({"iam_id":"iam-ServiceId-1"})", u"a service ID"_s);
    row(R"({"id":"iam-Profile-1"})", u"a trusted profile"_s);
    row(R"({"authn":{"iam_id":"crn-crn:v1:x"}})", u"a service or a compute resource"_s);
    row(R"({"iam_id":"BSS-1"})", u"a user who was invited and has not accepted yet"_s);
    row(R"({"iam_id":"acme-7"})", u"a user of another directory"_s);
    row(R"({"acr":3})", u"more than one factor"_s);
    row(R"({"amr":["totp"]})", u"one-time password of an app"_s);
    row(R"({"grant_type":"urn:ibm:params:oauth:grant-type:apikey"})", u"with an API key"_s);
    row(R"({"account":{"valid":false}})", u"it is not active: services refuse the token"_s);
    row(R"({"iss":"https://iam.test.cloud.ibm.com/identity"})",
        u"IBM Cloud IAM's test environment"_s);
    row(R"({"sub":"crn:v1:staging:public:kms:us-south:a/0123:99:key:a:b"})",
        u"service kms, region us-south, account 0123, instance 99, type key, resource a:b, test "
        "environment"_s);
    row(R"({"x":["crn:v1:bluemix:public:cos:global:a/1:::"]})",
        u"service cos, region global, account 1"_s);
    row(R"({"sub":"crn:v1:too:short"})", {});
    row(R"({"sub":"ada@example.com"})", {});
}

void ClaimWordsTest::values_areReadInWords()
{
    QFETCH(const QByteArray, json);
    const auto rows = claimRows(*parseJson(json), Seconds(1767225600));
    QCOMPARE(rows.size(), 1);
    QTEST(rows.first().reading, "reading");
}

void ClaimWordsTest::whatIsNoObject_hasNoRows()
{
    for (const QByteArray &json : {"[]"_ba, "1"_ba, "\"x\""_ba, "{}"_ba})
        QVERIFY(claimRows(*parseJson(json)).isEmpty());
}

HOURPASS_TEST(ClaimWordsTest, QCoreApplication)

} // namespace tst_claimwords

#include "tst_claimwords.moc"
