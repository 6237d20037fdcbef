// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/inspection.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QMetaEnum>
#include <QTest>

namespace tst_inspection {

using namespace hourpass;
using namespace Qt::StringLiterals;

class InspectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strictToken_isAllLessOneLineEnd_data();
    void strictToken_isAllLessOneLineEnd();
    void strictToken_isBounded();
    void jsonSerialization_isOneToken();
    void anythingElse_isSearched();
    void identity_isOfTheClaims();
    void fingerprint_isOfTheTokenAlone();
};

QByteArray goodToken()
{
    return test::inputOf(test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s)).first());
}

void InspectionTest::strictToken_isAllLessOneLineEnd_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("no line end") << "a.b.c"_ba
                                 << "a.b.c"_ba;
    QTest::newRow("one") << "a.b.c\n"_ba
                         << "a.b.c"_ba;
    QTest::newRow("one of Windows") << "a.b.c\r\n"_ba
                                    << "a.b.c"_ba;
    QTest::newRow("two") << "a.b.c\n\n"_ba
                         << "a.b.c\n"_ba;
    QTest::newRow("carriage return alone") << "a.b.c\r"_ba
                                           << "a.b.c\r"_ba;
    QTest::newRow("blank in front") << " a.b.c"_ba
                                    << " a.b.c"_ba;
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
    QTest::newRow("a line end alone") << "\n"_ba
                                      << ""_ba;
}

void InspectionTest::strictToken_isAllLessOneLineEnd()
{
    QFETCH(const QByteArray, text);
    const FoundToken found = strictToken(text);
    QTEST(found.text.reveal().toByteArray(), "token");
    QCOMPARE(found.offset, 0);
    QCOMPARE(found.length, found.text.size());
}

void InspectionTest::strictToken_isBounded()
{
    const FoundToken found = strictToken(QByteArray(10 * tokenLimit, 'a'));
    QCOMPARE(found.length, 10 * tokenLimit);
    QCOMPARE(found.text.size(), tokenLimit + 1);
    QCOMPARE(inspectToken(found, {}, {}).verification.verdict, Verification::Verdict::TooLarge);
}

void InspectionTest::jsonSerialization_isOneToken()
{
    for (const QJsonObject &row : test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s))) {
        if (row["name"_L1] != "json_flattened"_L1)
            continue;
        const QByteArray text = " \n" + test::inputOf(row) + '\n';
        const FoundTokens found = tokensToInspect(text);
        QCOMPARE(found.tokens.size(), 1);
        QCOMPARE(found.tokens.first().offset, 2);
        QCOMPARE(found.tokens.first().length, text.size() - 3);
        QCOMPARE(inspectToken(found.tokens.first(), {}, {}).verification.verdict,
                 Verification::Verdict::Unsupported);
        return;
    }
    QFAIL("the vector is missing");
}

void InspectionTest::anythingElse_isSearched()
{
    const QByteArray text = R"({"access_token":")" + goodToken() + "\"}";
    QCOMPARE(tokensToInspect(text).tokens.size(), 1);
    QCOMPARE(tokensToInspect(text).tokens.first().offset, 17);
    QVERIFY(tokensToInspect("").tokens.isEmpty());
    QVERIFY(tokensToInspect("{").tokens.isEmpty());
}

void InspectionTest::identity_isOfTheClaims()
{
    const Inspection good = inspectToken(strictToken(goodToken()), {}, {});
    QCOMPARE(good.identity.name, u"Test User"_s);
    QCOMPARE(good.verification.verdict, Verification::Verdict::Unverified);
    const Inspection none = inspectToken(strictToken("a.b.c"), {}, {});
    QCOMPARE(none.identity, Identity());
    QCOMPARE(none.verification.verdict, Verification::Verdict::Malformed);
}

void InspectionTest::fingerprint_isOfTheTokenAlone()
{
    const QByteArray token = goodToken();
    const auto fingerprint = TokenFingerprint::of(token);
    QByteArray wrapped = token;
    wrapped.insert(wrapped.size() / 2, "\r\n");
    for (const QByteArray &text : {token, "Authorization: Bearer " + token + "\n", wrapped}) {
        const FoundTokens found = findTokens(text);
        QCOMPARE(found.tokens.size(), 1);
        QVERIFY(fingerprintOf(found.tokens.first()) == fingerprint);
    }
    QVERIFY(fingerprintOf({}).isNull());
    // Of what is cut off it would be that of many.
    QVERIFY(!fingerprintOf(strictToken(QByteArray(tokenLimit, 'a'))).isNull());
    QVERIFY(fingerprintOf(strictToken(QByteArray(tokenLimit + 1, 'a'))).isNull());
}

HOURPASS_TEST(InspectionTest, QCoreApplication)

} // namespace tst_inspection

#include "tst_inspection.moc"
