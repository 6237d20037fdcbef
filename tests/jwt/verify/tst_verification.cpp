// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/machinecode.h"
#include "jwt/verify/verification.h"

#include "jwt/keypair.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_verification {

using namespace hourpass;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

using Verdict = Verification::Verdict;

const KeyPair &pair()
{
    static const KeyPair made = KeyPair::rsa(2048);
    return made;
}

QByteArray keySet()
{
    QJsonObject jwk = pair().jwk();
    jwk["kid"_L1] = u"k"_s;
    return QJsonDocument(QJsonObject{{u"keys"_s, QJsonArray{jwk}}}).toJson();
}

// Claims of IAM's issuer, from 1000 to 2000.
QByteArray claimsWith(const QByteArray &more = {})
{
    return R"({"iss":"https://iam.cloud.ibm.com/identity","iat":1000,"exp":2000)" + more + "}";
}

QByteArray signedToken(const QByteArray &claims,
                       const QByteArray &header = R"({"alg":"RS256","kid":"k"})")
{
    const QByteArray input = signingInput(header, claims);
    return input + '.' + base64Url(pair().sign("RS256", input));
}

KeyChoice published(QByteArrayView keySet)
{
    KeyChoice choice{KeyRules::Published, {}, {}};
    if (auto imported = importKeys(keySet))
        choice.keys = *imported;
    else
        choice.fault = imported.error();
    return choice;
}

VerifyOptions at(qint64 now)
{
    VerifyOptions options;
    options.now = Seconds(now);
    return options;
}

class VerificationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adversarialTokens_data();
    void adversarialTokens();
    void verdict_data();
    void verdict();
    void clockOffset_countsAsIssuersTime();
    void otherIssuers_canBeTrusted();
    void account_isCompared();
    void ownKeys_askForNoIssuer();
    void withoutKeys_restIsTold();
    void refusedKeys_areNotCalledUnknown_data();
    void refusedKeys_areNotCalledUnknown();
    void malformedToken_isNotCheckedFurther();
    void encryptedToken_isUnknown();
    void anyTruncation_isNeverValid();
    void everyWord_isOfTheList();
};

void VerificationTest::adversarialTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("keySet");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QStringList>("verdicts");
    const auto vectors = test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s));
    QCOMPARE(vectors.size(), 49);
    for (const QJsonObject &vector : vectors) {
        QByteArray token = test::inputOf(vector);
        // Stands for the paste box, which is not here.
        if (vector["kind"_L1] == "paste"_L1)
            token = token.replace("Bearer ", "").replace("\n", "").replace("\r", "").trimmed();
        const QString reference = vector["jwks_ref"_L1].toString();
        QTest::newRow(qPrintable(vector["name"_L1].toString()))
            << token
            << (reference.isEmpty() ? vector["jwks"_L1].toString().toUtf8()
                                    : test::ownVectors(u"jwt/"_s + reference))
            << vector["now"_L1].toInteger()
            << vector["expect"_L1]["verdict"_L1].toVariant().toStringList();
    }
}

void VerificationTest::adversarialTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, keySet);
    QFETCH(qint64, now);
    QFETCH(QStringList, verdicts);
    const Verification checks = verify(decodeToken(token), published(keySet), at(now));
    const QString verdict = machineCode(checks.verdict);
    QVERIFY2(verdicts.contains(verdict), qPrintable(verdict));
}

// It is 1500. More than one thing may be wrong: the first of the checks counts.
void VerificationTest::verdict_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<Verdict>("expected");
    const auto row = [](const char *name, const QByteArray &token, Verdict expected) {
        QTest::newRow(name) << token << expected;
    };
    const QByteArray other = R"({"iss":"x","exp":2000})";
    row("valid", signedToken(claimsWith()), Verdict::Valid);
    row("expired", signedToken(R"({"iss":"https://iam.cloud.ibm.com/identity","exp":1})"),
        Verdict::Expired);
    row("not yet valid", signedToken(claimsWith(R"(,"nbf":1900)")), Verdict::NotYetValid);
    row("other issuer", signedToken(other), Verdict::UntrustedIssuer);
    row("other issuer, expired", signedToken(R"({"iss":"x","exp":1})"), Verdict::UntrustedIssuer);
    row("other issuer, no end", signedToken(R"({"iss":"x"})"), Verdict::ClaimsRejected);
    row("no issuer", signedToken(R"({"exp":2000})"), Verdict::ClaimsRejected);
    row("no end", signedToken(R"({"iss":"https://iam.cloud.ibm.com/identity"})"),
        Verdict::ClaimsRejected);
    row("damaged, expired", signedToken(R"({"exp":1})").chopped(8) + "AAAAAAAA",
        Verdict::BadSignature);
    row("cut off in the signature", signedToken(claimsWith()).chopped(102), Verdict::BadSignature);
    row("no signature", signingInput(R"({"alg":"RS256","kid":"k"})", claimsWith()) + '.',
        Verdict::BadSignature);
    row("unknown key, expired", signedToken(R"({"exp":1})", R"({"alg":"RS256","kid":"x"})"),
        Verdict::UnknownKey);
    row("other algorithm, unknown key", signedToken(claimsWith(), R"({"alg":"PS256","kid":"x"})"),
        Verdict::AlgRejected);
    row("critical, other algorithm", signedToken(claimsWith(), R"({"alg":"none","crit":["a"]})"),
        Verdict::Unsupported);
    row("malformed claims, other algorithm", signedToken("[]", R"({"alg":"none"})"),
        Verdict::Malformed);
    row("malformed claims, genuine", signedToken("[]"), Verdict::Malformed);
    row("malformed claims, critical", signedToken("[]", R"({"alg":"RS256","crit":["a"]})"),
        Verdict::Malformed);
    row("too large", signedToken(claimsWith(R"(,"a":")" + QByteArray(tokenLimit, 'a') + '"')),
        Verdict::TooLarge);
}

void VerificationTest::verdict()
{
    QFETCH(QByteArray, token);
    QFETCH(Verdict, expected);
    QCOMPARE(verify(decodeToken(token), published(keySet()), at(1500)).verdict, expected);
}

void VerificationTest::clockOffset_countsAsIssuersTime()
{
    const DecodedToken token = decodeToken(signedToken(claimsWith()));
    VerifyOptions options = at(2100);
    QCOMPARE(verify(token, published(keySet()), options).verdict, Verdict::Expired);
    options.clockOffset = Seconds(-500);
    const Verification checks = verify(token, published(keySet()), options);
    QCOMPARE(checks.verdict, Verdict::Valid);
    QCOMPARE(checks.time.now, Seconds(1600));
}

void VerificationTest::otherIssuers_canBeTrusted()
{
    const DecodedToken token = decodeToken(signedToken(R"({"iss":"x","exp":2000})"));
    VerifyOptions options = at(1500);
    options.issuers = {u"x"_s};
    QCOMPARE(verify(token, published(keySet()), options).verdict, Verdict::Valid);
}

void VerificationTest::account_isCompared()
{
    const DecodedToken token = decodeToken(signedToken(claimsWith(R"(,"account":{"bss":"a"})")));
    VerifyOptions options = at(1500);
    options.account = u"a"_s;
    QCOMPARE(verify(token, published(keySet()), options).verdict, Verdict::Valid);
    options.account = u"b"_s;
    const Verification checks = verify(token, published(keySet()), options);
    QCOMPARE(checks.verdict, Verdict::ClaimsRejected);
    QCOMPARE(checks.addressee.code, AddresseeCheck::Code::OtherAccount);
    QCOMPARE(checks.signature.result, CheckResult::Pass);
    QCOMPARE(checks.time.result, CheckResult::Pass);
}

void VerificationTest::ownKeys_askForNoIssuer()
{
    KeyChoice own = published(keySet());
    own.rules = KeyRules::Own;
    const DecodedToken token = decodeToken(signedToken(R"({"iss":"x","exp":2000})"));
    const Verification checks = verify(token, own, at(1500));
    QCOMPARE(checks.verdict, Verdict::Valid);
    QCOMPARE(checks.addressee.result, CheckResult::NotApplicable);
    VerifyOptions options = at(1500);
    options.account = u"a"_s;
    QCOMPARE(verify(token, own, options).verdict, Verdict::ClaimsRejected);
}

void VerificationTest::withoutKeys_restIsTold()
{
    const DecodedToken token = decodeToken(signedToken(claimsWith()));
    const Verification checks = verify(token, {}, at(2500));
    QCOMPARE(checks.verdict, Verdict::Unverified);
    QCOMPARE(checks.wellFormed, CheckResult::Pass);
    QCOMPARE(checks.signature.result, CheckResult::Unknown);
    QCOMPARE(checks.time.code, TimeCheck::Code::Expired);
    QCOMPARE(checks.addressee.result, CheckResult::Pass);
    const DecodedToken plain = decodeToken(signedToken(claimsWith(), R"({"alg":"none"})"));
    QCOMPARE(verify(plain, {}, at(1500)).verdict, Verdict::AlgRejected);
}

void VerificationTest::refusedKeys_areNotCalledUnknown_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<Verdict>("expected");
    QJsonObject jwk = pair().jwk();
    jwk["kid"_L1] = u"k"_s;
    jwk["d"_L1] = u"AQ"_s;
    const auto setOf = [](const QJsonArray &keys) {
        return QJsonDocument(QJsonObject{{u"keys"_s, keys}}).toJson();
    };
    QTest::newRow("a private part") << setOf({jwk}) << Verdict::KeyRejected;
    QTest::newRow("a private key") << pair().privatePem() << Verdict::KeyRejected;
    jwk.remove(u"d"_s);
    QJsonArray many;
    for (int i = 0; i <= keyCountLimit; ++i)
        many.append(jwk);
    QTest::newRow("too many") << setOf(many) << Verdict::KeyRejected;
    QTest::newRow("too large") << setOf({jwk}) + QByteArray(keySetLimit, ' ')
                               << Verdict::KeyRejected;
    QTest::newRow("none") << setOf({}) << Verdict::UnknownKey;
    QTest::newRow("something else") << "<html>"_ba << Verdict::UnknownKey;
}

void VerificationTest::refusedKeys_areNotCalledUnknown()
{
    QFETCH(QByteArray, keys);
    QFETCH(Verdict, expected);
    const DecodedToken token = decodeToken(signedToken(claimsWith()));
    for (const KeyRules rules : {KeyRules::Published, KeyRules::Own})
        QCOMPARE(verify(token, chooseKeys(rules, keys), at(1500)).verdict, expected);
}

void VerificationTest::malformedToken_isNotCheckedFurther()
{
    const Verification checks =
        verify(decodeToken(signedToken(R"({"exp":1,"a":1,"a":2})")), published(keySet()), at(1500));
    QCOMPARE(checks.verdict, Verdict::Malformed);
    QCOMPARE(checks.wellFormed, CheckResult::Fail);
    QCOMPARE(checks.signature.result, CheckResult::NotApplicable);
    QCOMPARE(checks.time.code, TimeCheck::Code::Expired); // which is sure all the same
    QCOMPARE(checks.addressee.result, CheckResult::Unknown);
}

void VerificationTest::encryptedToken_isUnknown()
{
    const QByteArray token = base64Url(R"({"alg":"dir","enc":"A128GCM"})") + "..AAAA.AAAA.AAAA";
    const Verification checks = verify(decodeToken(token), published(keySet()), at(1500));
    QCOMPARE(checks.verdict, Verdict::Unsupported);
    QCOMPARE(checks.wellFormed, CheckResult::Unknown);
    QCOMPARE(checks.signature.result, CheckResult::Unknown);
    QCOMPARE(checks.time.result, CheckResult::Unknown);
}

void VerificationTest::anyTruncation_isNeverValid()
{
    const QByteArray whole = signedToken(claimsWith());
    const KeyChoice keys = published(keySet());
    QCOMPARE(verify(decodeToken(whole), keys, at(1500)).verdict, Verdict::Valid);
    const qsizetype signature = whole.lastIndexOf('.') + 1;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto checks = verify(decodeToken(whole.first(size)), keys, at(1500));
        if (size < signature)
            QCOMPARE(checks.verdict, Verdict::Malformed);
        else
            QVERIFY(checks.verdict == Verdict::BadSignature
                    || checks.verdict == Verdict::Malformed); // in the middle of a byte
    }
}

// The words of the contract, that scripts compare.
void VerificationTest::everyWord_isOfTheList()
{
    const auto verdicts = QMetaEnum::fromType<Verdict>();
    QStringList words;
    for (int i = 0; i < verdicts.keyCount(); ++i)
        words += machineCode(Verdict(verdicts.value(i)));
    words.sort();
    QCOMPARE(words,
             QStringList({u"alg_rejected"_s, u"bad_signature"_s, u"claims_rejected"_s, u"expired"_s,
                          u"key_rejected"_s, u"malformed"_s, u"not_yet_valid"_s, u"too_large"_s,
                          u"unknown_key"_s, u"unsupported"_s, u"untrusted_issuer"_s,
                          u"unverified"_s, u"valid"_s}));
}

HOURPASS_TEST(VerificationTest, QCoreApplication)

} // namespace tst_verification

#include "tst_verification.moc"
