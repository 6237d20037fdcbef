// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/comparisonwords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_comparisonwords {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Kind = ComparisonAnswer::Kind;

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Inspection inspectionOf(const QByteArray &claims)
{
    VerifyOptions options;
    options.now = Seconds(1000);
    return inspectToken(strictToken(encoded(R"({"alg":"RS256","kid":"1"})") + '.' + encoded(claims)
                                    + '.' + QByteArray(342, 'A')),
                        {}, options);
}

Comparison compared(const QByteArray &first, const QByteArray &second)
{
    return compareTokens(inspectionOf(first), inspectionOf(second));
}

const QByteArray ada = R"({"iam_id":"IBMid-1","name":"Ada","account":{"bss":"a1"},"jti":"j",
    "iss":"i","scope":"ibm openid","grant_type":"x:apikey","iat":400,"exp":4000})";

class ComparisonWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headline_saysWhatMattersMost_data();
    void headline_saysWhatMattersMost();
    void answers_areSentences();
    void rows_areMarkedInWords();
    void hostileClaims_stayVisible();
    void everything_canBeCopied();
};

void ComparisonWordsTest::headline_saysWhatMattersMost_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("headline");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to,
                        const QString &headline) {
        QTest::newRow(name) << QByteArray(ada).replace(from, to) << headline;
    };
    row("the same", "", "", u"It is the same token, twice."_s);
    row("issued again", "\"j\"", "\"k\"",
        u"Two tokens for the same: identity, account, scope and issuer are alike."_s);
    row("identity", "IBMid-1", "IBMid-2",
        u"Another identity: The first token is for Ada (IBMid-1), the second for Ada (IBMid-2)."_s);
    row("account", "a1", "b2", u"Another account: The first token has a1, the second b2."_s);
    row("less scope", "ibm openid", "ibm", u"Less scope: The second token lost openid."_s);
    row("more scope", "ibm openid", "ibm openid x", u"More scope: The second token gained x."_s);
    row("other scope", "ibm openid", "ibm x",
        u"Another scope: The second token lost openid. The second token gained x."_s);
    row("shorter life", "4000", "1600",
        u"A shorter life: The first token has 60 minute(s), the second 20 minute(s)."_s);
    row("issuer", "\"i\"", "\"k\"", u"Another issuer: The first token has i, the second k."_s);
    row("grant", "x:apikey", "x:passcode",
        u"Obtained in another way: The first token has apikey, the second passcode."_s);
    row("identity before account", R"("IBMid-1","name":"Ada","account":{"bss":"a1"})",
        R"("IBMid-2","name":"Bob","account":{"bss":"b2"})",
        u"Another identity: The first token is for Ada (IBMid-1), the second for Bob (IBMid-2)."_s);
    row("nothing said", ada, "{}", u"No difference that matters can be told from what they say."_s);
    row("damaged", "\"j\"", R"("k","jti":"l")",
        u"Another verdict: Of the first token: Whether it is genuine was not checked. Of the "
        "second: It is damaged: no service takes it. The second token is damaged: what it says may "
        "not be all."_s);
    row("unreadable", ada, "", u"The second token cannot be read: there is nothing to compare."_s);
}

void ComparisonWordsTest::headline_saysWhatMattersMost()
{
    QFETCH(const QByteArray, second);
    QTEST(comparisonHeadline(compared(ada, second)), "headline");
}

void ComparisonWordsTest::answers_areSentences()
{
    for (const QByteArray &second :
         {ada, "{}"_ba, R"({"iam_id":"IBMid-2","account":{"bss":"b"},"scope":"x","exp":500,
            "iat":1,"iss":"k","authn":{"iam_id":"IBMid-3"},"grant_type":"y","client_id":"bx",
            "acr":3,"session_id":"s"})"_ba}) {
        const auto answers = comparisonAnswers(compared(ada, second));
        QVERIFY(answers.size() >= 8);
        for (const ComparisonAnswer &answer : answers) {
            QVERIFY2(answer.answer.endsWith(u'.') && answer.answer.at(0).isUpper(),
                     qPrintable(answer.answer));
            QVERIFY2(!answer.answer.contains(u'%') && !answer.question.isEmpty(),
                     qPrintable(answer.answer));
            QVERIFY(second != ada || answer.kind == Kind::Same);
        }
    }
    QVERIFY(comparisonAnswers(compareTokens({}, inspectionOf(ada))).isEmpty());
    const auto unknown = comparisonAnswers(compared(ada, R"({"iam_id":"IBMid-1"})"));
    QCOMPARE(unknown.at(0).kind, Kind::Same);
    QCOMPARE(unknown.at(1).kind, Kind::Unknown);
    QCOMPARE(unknown.at(1).answer, u"Only the first token says it: a1."_s);
}

void ComparisonWordsTest::rows_areMarkedInWords()
{
    const auto rows = comparisonRows(
        compared(R"({"amr":["a","b"],"exp":2000,"x":"only","sub":"abcd"})",
                 R"({"amr":["b","a"],"exp":3000,"authn":{"sub":"abcd"},"y":"new"})"));
    QStringList texts;
    for (const ComparisonRow &row : rows)
        texts.append(row.name + u'|' + row.changeText + u'|' + row.first + u'|' + row.second + u'|'
                     + row.meaning);
    QCOMPARE(texts,
             QStringList({u"alg|the same|RS256|RS256|how it is signed"_s,
                          u"kid|the same|1|1|which key it is signed with"_s,
                          u"amr[0]|moved to amr[1]|a|a|how the login was made"_s,
                          u"amr[1]|moved to amr[0]|b|b|how the login was made"_s,
                          u"exp|changed|2000 (1970-01-01T00:33:20Z)|3000 "
                          "(1970-01-01T00:50:00Z)|expires at"_s,
                          u"x|only in the first|only||"_s,
                          u"sub|moved to authn.sub|abcd|abcd|the subject: e-mail, service ID, "
                          "profile or CRN"_s,
                          u"y|only in the second||new|"_s}));
}

void ComparisonWordsTest::hostileClaims_stayVisible()
{
    const Comparison comparison = compared(
        R"({"iam_id":"\u202ea","name":"\u200b%1\n","x\u202e":["\u2066abc"],"scope":"\u202e"})",
        R"({"iam_id":"\u202eb","name":"\u0007","y\u202e":["\u2066abc"],"scope":"%2"})");
    const QString text = comparisonText(comparison);
    for (const QChar c : text)
        QVERIFY2(
            c == u'\n'
                || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format),
            qPrintable(text));
    QVERIFY2(text.contains(u"\\u{202E}"_s) && text.contains(u"%1"_s) && text.contains(u"%2"_s),
             qPrintable(text));
}

void ComparisonWordsTest::everything_canBeCopied()
{
    const QString text = comparisonText(compared(R"({"a":1,"b":2})", R"({"a":2,"c":3})"));
    QCOMPARE(text,
             u"No difference that matters can be told from what they say.\n"
             "  Key: The same in both: 1.\n"
             "  Algorithm: The same in both: RS256.\n"
             "  Verdict: Of both: Whether it is genuine was not checked.\n"
             "1 changed, 1 only in the first, 1 only in the second, 2 the same\n"
             "  alg (the same): RS256\n"
             "  kid (the same): 1\n"
             "  a (changed): 1 \u2192 2\n"
             "  b (only in the first): 2\n"
             "  c (only in the second): 3\n"_s);
}

HOURPASS_TEST(ComparisonWordsTest, QCoreApplication)

} // namespace tst_comparisonwords

#include "tst_comparisonwords.moc"
