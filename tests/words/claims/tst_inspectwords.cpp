// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/inspectwords.h"

#include "support/testprogram.h"
#include "words/keyfaultwords.h"

#include <QMetaEnum>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace tst_inspectwords {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Verdict = Verification::Verdict;

template <typename Enum>
QList<Enum> allOf()
{
    QList<Enum> values;
    const QMetaEnum meta = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < meta.keyCount(); ++i)
        values.append(Enum(meta.value(i)));
    return values;
}

bool isSentence(const QString &text)
{
    return text.size() > 10 && (text.front().isUpper() || text.front().isDigit())
        && text.endsWith(u'.') && !text.contains(u"%1"_s) && !text.contains(u"  "_s);
}

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Inspection inspectionOf(const QByteArray &claims, Seconds now = Seconds(1000))
{
    const QByteArray token = encoded(R"({"alg":"RS256","kid":"1"})") + '.' + encoded(claims) + '.'
        + QByteArray(342, 'A');
    VerifyOptions options;
    options.now = now;
    return inspectToken(strictToken(token), {}, options);
}

class InspectWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerdict_hasWords();
    void everyCheck_hasASentence();
    void everyFault_hasItsOwnWords();
    void summary_saysWhoAndHowLong();
    void hostileClaims_stayVisible();
    void odditiesOfThePlace_areTold();
};

void InspectWordsTest::everyVerdict_hasWords()
{
    QSet<QString> sentences;
    QStringList names;
    for (const Verdict verdict : allOf<Verdict>()) {
        QVERIFY2(isSentence(verdictText(verdict)), qPrintable(verdictText(verdict)));
        sentences.insert(verdictText(verdict));
        names.append(verdictName(verdict));
    }
    QCOMPARE(sentences.size(), names.size());
    names.sort();
    QCOMPARE(names,
             QStringList({u"alg_rejected"_s, u"bad_signature"_s, u"claims_rejected"_s, u"expired"_s,
                          u"key_rejected"_s, u"malformed"_s, u"not_yet_valid"_s, u"too_large"_s,
                          u"unknown_key"_s, u"unsupported"_s, u"untrusted_issuer"_s,
                          u"unverified"_s, u"valid"_s}));
}

void InspectWordsTest::everyCheck_hasASentence()
{
    SignatureCheck signature;
    signature.algorithm = u"RS256"_s;
    signature.keyId = u"1"_s;
    signature.keyFault = KeyFault::TooShort;
    QSet<QString> texts;
    for (const auto code : allOf<SignatureCheck::Code>()) {
        signature.code = code;
        QVERIFY2(isSentence(signatureText(signature)), qPrintable(signatureText(signature)));
        texts.insert(signatureText(signature));
    }
    QCOMPARE(texts.size(), allOf<SignatureCheck::Code>().size());

    TimeCheck time;
    time.now = Seconds(1000);
    time.expiresAt = time.notBefore = time.issuedAt = Seconds(2000);
    texts.clear();
    for (const auto code : allOf<TimeCheck::Code>()) {
        time.code = code;
        QVERIFY2(isSentence(timeText(time)), qPrintable(timeText(time)));
        texts.insert(timeText(time));
    }
    QCOMPARE(texts.size(), allOf<TimeCheck::Code>().size());

    AddresseeCheck addressee;
    addressee.issuer = addressee.account = addressee.expectedAccount = u"x"_s;
    texts.clear();
    for (const auto code : allOf<AddresseeCheck::Code>()) {
        addressee.code = code;
        QVERIFY2(isSentence(addresseeText(addressee)), qPrintable(addresseeText(addressee)));
        texts.insert(addresseeText(addressee));
    }
    QCOMPARE(texts.size(), allOf<AddresseeCheck::Code>().size());
}

void InspectWordsTest::everyFault_hasItsOwnWords()
{
    QSet<QString> texts;
    for (const TokenFault fault : allOf<TokenFault>()) {
        Inspection inspection;
        inspection.decoded.problems = {{fault, TokenPart::Header, 3}};
        QCOMPARE(problemTexts(inspection).size(), 1);
        const QString text = problemTexts(inspection).first();
        QVERIFY2(isSentence(text) && text.startsWith(u"Header: "_s), qPrintable(text));
        QCOMPARE(formText(inspection), text);
        texts.insert(text);
    }
    QCOMPARE(texts.size(), allOf<TokenFault>().size());
    texts.clear();
    for (const KeyFault fault : allOf<KeyFault>())
        texts.insert(keyFaultText(fault));
    QCOMPARE(texts.size(), allOf<KeyFault>().size());
}

void InspectWordsTest::summary_saysWhoAndHowLong()
{
    const QByteArray claims = R"({"iam_id":"IBMid-1","name":"Ada","scope":"ibm openid",
        "account":{"bss":"0123"},"grant_type":"urn:ibm:params:oauth:grant-type:apikey",
        "iss":"https://iam.cloud.ibm.com/identity","exp":1030})";
    const QString text = summaryText(inspectionOf(claims));
    QVERIFY2(text.startsWith(u"Ada (user) in account 0123, by API key; scope ibm openid; 30 "_s),
             qPrintable(text));
    QVERIFY2(summaryText(inspectionOf(claims, Seconds(2000))).contains(u"expired 16 "_s),
             qPrintable(summaryText(inspectionOf(claims, Seconds(2000)))));
    QVERIFY(summaryText(inspectionOf("{}")).startsWith(u"The token does not say whose it is. "_s));
    const Inspection broken = inspectToken(strictToken("a.b.c"), {}, {});
    QVERIFY(summaryText(broken).startsWith(u"The token cannot be read. "_s));
}

void InspectWordsTest::hostileClaims_stayVisible()
{
    const Inspection inspection = inspectionOf(
        R"({"name":"%1 \u202egnp\u001b[31m %2","scope":"%1\n%2","iss":"\u200b%1","exp":2000})");
    for (const QString &text :
         {summaryText(inspection), addresseeText(inspection.verification.addressee)}) {
        static const QRegularExpression hidden(u"[\\x00-\\x1f\\x{202e}\\x{200b}]"_s);
        QVERIFY2(!text.contains(hidden), qPrintable(text));
        QVERIFY2(text.contains(u"%1"_s), qPrintable(text));
    }
}

void InspectWordsTest::odditiesOfThePlace_areTold()
{
    QSet<QString> texts;
    using Kind = FoundToken::Kind;
    for (const Kind kind : {Kind::CutOff, Kind::Jwe, Kind::RefreshToken, Kind::CrToken}) {
        Inspection inspection;
        inspection.found.kind = kind;
        QCOMPARE(problemTexts(inspection).size(), 1);
        texts.insert(problemTexts(inspection).first());
    }
    QCOMPARE(texts.size(), 4);
    QVERIFY(hiddenFindingText(Kind::ApiKey) != hiddenFindingText(Kind::RefreshToken));
}

HOURPASS_TEST(InspectWordsTest, QCoreApplication)

} // namespace tst_inspectwords

#include "tst_inspectwords.moc"
