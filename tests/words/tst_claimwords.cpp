// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claimwords.h"

#include "support/vectors.h"

#include <QTest>

using namespace hourpass;
using namespace Qt::StringLiterals;

class ClaimWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claims_areListedByPath_data();
    void claims_areListedByPath();
    void claimsOfIam_haveAMeaning();
    void otherClaims_haveNone();
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
                           << QStringList{u"exp=1767229200 (2026-01-01T01:00:00Z)"_s,
                                          u"x=1767229200"_s};
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

void ClaimWordsTest::whatIsNoObject_hasNoRows()
{
    for (const QByteArray &json : {"[]"_ba, "1"_ba, "\"x\""_ba, "{}"_ba})
        QVERIFY(claimRows(*parseJson(json)).isEmpty());
}

QTEST_GUILESS_MAIN(ClaimWordsTest)
#include "tst_claimwords.moc"
