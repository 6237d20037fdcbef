// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/signaturecheck.h"

#include "jwt/keypair.h"
#include "support/testprogram.h"

#include <functional>
#include <map>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <openssl/err.h>

namespace tst_signature {

using namespace hourpass;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

using Code = SignatureCheck::Code;

const QByteArray secret(64, 's');

// Made once for all tests, by what the tables call them.
const KeyPair &pairOf(const QByteArray &name)
{
    static const std::map<QByteArray, KeyPair> pairs{
        {"RSA", KeyPair::rsa(2048)},     {"other RSA", KeyPair::rsa(2048)},
        {"odd RSA", KeyPair::rsa(2049)}, {"P-256", KeyPair::ec("P-256")},
        {"P-384", KeyPair::ec("P-384")}, {"P-521", KeyPair::ec("P-521")},
        {"Ed25519", KeyPair::ed25519()}, {"Ed448", KeyPair::ed448()},
    };
    return pairs.at(name);
}

QJsonObject jwkOf(const QByteArray &name)
{
    if (name == "oct")
        return {{u"kty"_s, u"oct"_s}, {u"k"_s, QString::fromLatin1(base64Url(secret))}};
    return pairOf(name).jwk();
}

QByteArray signatureOf(const QByteArray &name, const QByteArray &alg, const QByteArray &input)
{
    return name == "oct" ? hmac(alg, secret, input) : pairOf(name).sign(alg, input);
}

QByteArray headerOf(const QByteArray &alg, const QByteArray &keyId = {})
{
    // moc takes a raw string with one quote for the beginning of another.
    return "{\"alg\":\"" + alg + (keyId.isEmpty() ? "" : "\",\"kid\":\"" + keyId) + "\"}";
}

QByteArray tokenOf(const QByteArray &name, const QByteArray &alg, const QByteArray &keyId = {})
{
    const QByteArray input = signingInput(headerOf(alg, keyId), R"({"name":"Ada"})");
    return input + '.' + base64Url(signatureOf(name, alg, input));
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray setOf(const QJsonArray &keys)
{
    return text({{u"keys"_s, keys}});
}

QJsonObject with(QJsonObject jwk, const QString &name, const QJsonValue &value)
{
    jwk[name] = value;
    return jwk;
}

SignatureCheck check(const QByteArray &token, const QByteArray &keys,
                     KeyRules rules = KeyRules::Own)
{
    KeyChoice choice{rules, {}, {}};
    if (auto imported = importKeys(keys))
        choice.keys = *imported;
    else
        choice.fault = imported.error();
    return checkSignature(decodeToken(token), choice);
}

struct Pairing {
    QByteArray alg;
    QByteArray key;
};

const QList<Pairing> &pairings()
{
    static const QList<Pairing> all{
        {"RS256", "RSA"},   {"RS384", "RSA"},   {"RS512", "RSA"},     {"PS256", "RSA"},
        {"PS384", "RSA"},   {"PS512", "RSA"},   {"RS256", "odd RSA"}, {"PS256", "odd RSA"},
        {"ES256", "P-256"}, {"ES384", "P-384"}, {"ES512", "P-521"},   {"EdDSA", "Ed25519"},
        {"EdDSA", "Ed448"}, {"HS256", "oct"},   {"HS384", "oct"},     {"HS512", "oct"},
    };
    return all;
}

class SignatureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAlgorithm_isChecked_data();
    void everyAlgorithm_isChecked();
    void keyOfAnotherKind_isNotUsed_data();
    void keyOfAnotherKind_isNotUsed();
    void anyFlippedBit_isNoSignature_data();
    void anyFlippedBit_isNoSignature();
    void anyOtherLength_isToldAsThat();
    void ecdsaInAnotherForm_isNoSignature();
    void saltOfAnotherLength_isNoSignature();
    void keyForPssAlone_isUsedForThat();
    void publicKeyAsSecret_isRefused();
    void secretAmongPublicKeys_isRefused();
    void unsignedToken_isNamed_data();
    void unsignedToken_isNamed();
    void keyInToken_isNotUsed();
    void choiceAmongOwnKeys_data();
    void choiceAmongOwnKeys();
    void choiceAmongPublishedKeys_data();
    void choiceAmongPublishedKeys();
    void nothing_isLeftInTheErrorQueue();
};

void SignatureTest::everyAlgorithm_isChecked_data()
{
    QTest::addColumn<QByteArray>("alg");
    QTest::addColumn<QByteArray>("key");
    for (const Pairing &pairing : pairings())
        QTest::newRow((pairing.alg + ", " + pairing.key).constData()) << pairing.alg << pairing.key;
}

void SignatureTest::everyAlgorithm_isChecked()
{
    QFETCH(QByteArray, alg);
    QFETCH(QByteArray, key);
    const QByteArray token = tokenOf(key, alg);
    const QJsonObject jwk = jwkOf(key);
    const SignatureCheck found = check(token, text(jwk));
    QCOMPARE(found.code, Code::Genuine);
    QCOMPARE(found.result, CheckResult::Pass);
    QCOMPARE(found.algorithm, QString::fromLatin1(alg));
    QVERIFY(found.key && found.key->fault == std::nullopt);
    QCOMPARE(check(token, text(with(jwk, u"alg"_s, QString::fromLatin1(alg)))).code, Code::Genuine);
    QCOMPARE(check(token, text(with(jwk, u"alg"_s, u"RS1"_s))).code, Code::KeyRejected);
    if (key == "oct")
        return;
    QCOMPARE(check(token, pairOf(key).publicPem()).code, Code::Genuine);
    if (key != "Ed448")
        QCOMPARE(check(token, pairOf(key).certificatePem()).code, Code::Genuine);
    if (key == "RSA")
        QCOMPARE(check(token, text(jwkOf("other RSA"))).code, Code::WrongSignature);
}

void SignatureTest::keyOfAnotherKind_isNotUsed_data()
{
    QTest::addColumn<QByteArray>("alg");
    QTest::addColumn<QByteArray>("signer");
    QTest::addColumn<QByteArray>("key");
    const QList<QByteArray> keys{"RSA", "P-256", "P-384", "P-521", "Ed25519", "Ed448", "oct"};
    for (const Pairing &pairing : pairings()) {
        for (const QByteArray &key : keys) {
            const bool suits =
                std::any_of(pairings().begin(), pairings().end(), [&](const Pairing &each) {
                    return each.alg == pairing.alg && each.key == key;
                });
            if (!suits && pairing.key != "odd RSA")
                QTest::newRow((pairing.alg + " of " + pairing.key + " with " + key).constData())
                    << pairing.alg << pairing.key << key;
        }
    }
}

void SignatureTest::keyOfAnotherKind_isNotUsed()
{
    QFETCH(QByteArray, alg);
    QFETCH(QByteArray, signer);
    QFETCH(QByteArray, key);
    const SignatureCheck found = check(tokenOf(signer, alg), text(jwkOf(key)));
    QCOMPARE(found.code, Code::AlgorithmRejected);
    QCOMPARE(found.result, CheckResult::Fail);
}

void SignatureTest::anyFlippedBit_isNoSignature_data()
{
    everyAlgorithm_isChecked_data();
}

void SignatureTest::anyFlippedBit_isNoSignature()
{
    QFETCH(QByteArray, alg);
    QFETCH(QByteArray, key);
    const QByteArray input = signingInput(headerOf(alg), "{}");
    const QByteArray signature = signatureOf(key, alg, input);
    const auto keys = importKeys(text(jwkOf(key)));
    QVERIFY(keys);
    const KeyChoice choice{KeyRules::Own, *keys, {}};
    for (qsizetype bit = 0; bit < signature.size() * 8; ++bit) {
        QByteArray flipped = signature;
        flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto token = decodeToken(input + '.' + base64Url(flipped));
        QCOMPARE(checkSignature(token, choice).code, Code::WrongSignature);
    }
    const auto token = decodeToken(input + '.' + base64Url(signature));
    QCOMPARE(checkSignature(token, choice).code, Code::Genuine);
}

void SignatureTest::anyOtherLength_isToldAsThat()
{
    for (const Pairing &pairing : pairings()) {
        const QByteArray input = signingInput(headerOf(pairing.alg), "{}");
        const QByteArray signature = signatureOf(pairing.key, pairing.alg, input);
        const QByteArray keys = text(jwkOf(pairing.key));
        for (const QByteArray &other : {QByteArray(), signature.chopped(1), signature.sliced(1),
                                        signature + '\0', '\0' + signature, signature + signature})
            QCOMPARE(check(input + '.' + base64Url(other), keys).code, Code::WrongLength);
    }
}

void SignatureTest::ecdsaInAnotherForm_isNoSignature()
{
    const QByteArray input = signingInput(headerOf("ES256"), "{}");
    const QByteArray pair = pairOf("P-256").sign("ES256", input);
    const QByteArray keys = text(jwkOf("P-256"));
    const QByteArray r = pair.first(32);
    const QByteArray s = pair.sliced(32);
    const QByteArray zero(32, '\0');
    for (const QByteArray &other :
         {s + r, zero + zero, r + zero, zero + s, QByteArray(64, '\xFF'), QByteArray(64, '\1')})
        QCOMPARE(check(input + '.' + base64Url(other), keys).code, Code::WrongSignature);
}

void SignatureTest::saltOfAnotherLength_isNoSignature()
{
    const QByteArray input = signingInput(headerOf("PS256"), "{}");
    for (const int length : {0, 20, 31, 33, 222}) {
        const QByteArray signature = pairOf("RSA").sign("PS256", input, length);
        QCOMPARE(check(input + '.' + base64Url(signature), text(jwkOf("RSA"))).code,
                 Code::WrongSignature);
    }
}

void SignatureTest::keyForPssAlone_isUsedForThat()
{
    const KeyPair pair = KeyPair::rsaPss();
    for (const QByteArray &alg : {"PS256"_ba, "PS384"_ba, "PS512"_ba}) {
        const QByteArray input = signingInput(headerOf(alg), "{}");
        const QByteArray token = input + '.' + base64Url(pair.sign(alg, input));
        QCOMPARE(check(token, pair.publicPem()).code, Code::Genuine);
    }
    QCOMPARE(check(tokenOf("RSA", "RS256"), pair.publicPem()).code, Code::AlgorithmRejected);
}

// The classic: the public key's text, which everybody has, taken for a shared secret.
void SignatureTest::publicKeyAsSecret_isRefused()
{
    const QByteArray pem = pairOf("RSA").publicPem();
    const QByteArray input = signingInput(headerOf("HS256"), "{}");
    const QByteArray token = input + '.' + base64Url(hmac("HS256", pem, input));
    QCOMPARE(check(token, pem).code, Code::AlgorithmRejected);
    QCOMPARE(check(token, text(jwkOf("RSA"))).code, Code::AlgorithmRejected);
    QCOMPARE(check(token, pem, KeyRules::Published).code, Code::AlgorithmRejected);
}

void SignatureTest::secretAmongPublicKeys_isRefused()
{
    const QByteArray token = tokenOf("oct", "HS256");
    const SignatureCheck found = check(token, setOf({jwkOf("oct"), jwkOf("RSA")}));
    QCOMPARE(found.code, Code::AlgorithmRejected);
    QCOMPARE(check(token, setOf({jwkOf("oct")})).code, Code::Genuine);
    const SignatureCheck named =
        check(tokenOf("oct", "HS256", "a"),
              setOf({with(jwkOf("oct"), u"kid"_s, u"a"_s), with(jwkOf("RSA"), u"kid"_s, u"b"_s)}));
    QCOMPARE(named.code, Code::KeyRejected);
    QVERIFY(named.keyFault == KeyFault::SharedAmongPublic);
}

void SignatureTest::unsignedToken_isNamed_data()
{
    QTest::addColumn<QByteArray>("alg");
    QTest::addColumn<Code>("expected");
    for (const char *alg : {"none", "None", "NONE", "nOnE"})
        QTest::newRow(alg) << QByteArray(alg) << Code::Unsigned;
    for (const char *alg :
         {"", "rs256", "RS256 ", "RS257", "RS1", "HS1", "ES256K", "A128KW", "sha"})
        QTest::newRow(alg) << QByteArray(alg) << Code::AlgorithmRejected;
}

void SignatureTest::unsignedToken_isNamed()
{
    QFETCH(QByteArray, alg);
    QFETCH(Code, expected);
    const QByteArray input = signingInput(headerOf(alg), "{}") + '.';
    for (const QByteArray &name : {"RSA"_ba, "P-256"_ba, "Ed25519"_ba, "oct"_ba}) {
        QCOMPARE(check(input, text(jwkOf(name))).code, expected);
        QCOMPARE(check(input + "AAAA", text(jwkOf(name)), KeyRules::Published).code, expected);
    }
    const Code withoutKeys = checkSignature(decodeToken(input), {}).code;
    QCOMPARE(withoutKeys, expected == Code::Unsigned ? Code::Unsigned : Code::NoKeys);
}

void SignatureTest::keyInToken_isNotUsed()
{
    const QByteArray attacker = text(jwkOf("other RSA"));
    const QByteArray header = R"({"alg":"RS256","kid":"a","jwk":)" + attacker
        + R"(,"x5c":["AAAA"],"jku":"https://attacker.example/keys","x5u":"file:///etc/passwd"})";
    const QByteArray input = signingInput(header, "{}");
    const QByteArray token = input + '.' + base64Url(pairOf("other RSA").sign("RS256", input));
    const QByteArray keys = setOf({with(jwkOf("RSA"), u"kid"_s, u"a"_s)});
    QCOMPARE(check(token, keys).code, Code::WrongSignature);
    QCOMPARE(check(token, keys, KeyRules::Published).code, Code::WrongSignature);
    QCOMPARE(checkSignature(decodeToken(token), {}).code, Code::NoKeys);
}

void SignatureTest::choiceAmongOwnKeys_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<Code>("expected");
    const auto row = [](const char *name, const QByteArray &token, const QByteArray &keys,
                        Code expected) { QTest::newRow(name) << token << keys << expected; };
    const auto named = [](const QByteArray &key, const QString &id) {
        return with(jwkOf(key), u"kid"_s, id);
    };
    const QJsonObject bad = with(jwkOf("RSA"), u"use"_s, u"enc"_s);
    row("by its id", tokenOf("RSA", "RS256", "b"),
        setOf({named("other RSA", u"a"_s), named("RSA", u"b"_s)}), Code::Genuine);
    row("another by that id", tokenOf("RSA", "RS256", "a"),
        setOf({named("other RSA", u"a"_s), named("RSA", u"b"_s)}), Code::WrongSignature);
    row("none of that id", tokenOf("RSA", "RS256", "c"), setOf({named("RSA", u"b"_s)}),
        Code::KeyUnknown);
    row("ids are compared letter for letter", tokenOf("RSA", "RS256", "B"),
        setOf({named("RSA", u"b"_s)}), Code::KeyUnknown);
    row("a token without an id, the second key", tokenOf("RSA", "RS256"),
        setOf({named("other RSA", u"a"_s), named("RSA", u"b"_s)}), Code::Genuine);
    row("a key without an id", tokenOf("RSA", "RS256", "a"), text(jwkOf("RSA")), Code::Genuine);
    row("PEM", tokenOf("RSA", "RS256", "a"), pairOf("RSA").publicPem(), Code::Genuine);
    row("PEM, the second", tokenOf("P-256", "ES256", "a"),
        pairOf("RSA").publicPem() + pairOf("P-256").publicPem(), Code::Genuine);
    row("two of one id", tokenOf("RSA", "RS256", "a"),
        setOf({named("other RSA", u"a"_s), named("RSA", u"a"_s)}), Code::Genuine);
    row("two types of one id", tokenOf("P-256", "ES256", "a"),
        setOf({named("RSA", u"a"_s), named("P-256", u"a"_s)}), Code::Genuine);
    row("one of no use before it", tokenOf("RSA", "RS256"), setOf({bad, jwkOf("RSA")}),
        Code::Genuine);
    row("one of no use", tokenOf("RSA", "RS256"), text(bad), Code::KeyRejected);
    row("the key names another algorithm", tokenOf("RSA", "RS256"),
        text(with(jwkOf("RSA"), u"alg"_s, u"PS256"_s)), Code::AlgorithmRejected);
    row("the key names another hash", tokenOf("RSA", "RS256"),
        text(with(jwkOf("RSA"), u"alg"_s, u"RS512"_s)), Code::AlgorithmRejected);
    row("an empty set", tokenOf("RSA", "RS256"), setOf({}), Code::KeySetUnusable);
    row("no keys at all", tokenOf("RSA", "RS256"), "<html>", Code::KeySetUnusable);
    row("a private key", tokenOf("RSA", "RS256"), pairOf("RSA").privatePem(), Code::KeySetUnusable);
}

void SignatureTest::choiceAmongOwnKeys()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, keys);
    QFETCH(Code, expected);
    QCOMPARE(check(token, keys).code, expected);
}

void SignatureTest::choiceAmongPublishedKeys_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<Code>("expected");
    QTest::addColumn<std::optional<KeyFault>>("fault");
    const auto row = [](const char *name, const QByteArray &token, const QByteArray &keys,
                        Code expected, std::optional<KeyFault> fault = {}) {
        QTest::newRow(name) << token << keys << expected << fault;
    };
    const auto named = [](const QByteArray &key, const QString &id) {
        return with(jwkOf(key), u"kid"_s, id);
    };
    const QByteArray good = tokenOf("RSA", "RS256", "a");
    const QJsonObject key = named("RSA", u"a"_s);
    row("the one", good, setOf({named("other RSA", u"b"_s), key}), Code::Genuine);
    row("another type of that id", good, setOf({named("P-256", u"a"_s), key}), Code::Genuine);
    row("only another type of that id", good, setOf({named("P-256", u"a"_s)}), Code::KeyUnknown);
    row("twice the same", good, setOf({key, key}), Code::KeyRejected, KeyFault::Ambiguous);
    row("two of that id", good, setOf({key, named("other RSA", u"a"_s)}), Code::KeyRejected,
        KeyFault::Ambiguous);
    row("one of no use of that id", good, setOf({key, with(key, u"use"_s, u"enc"_s)}),
        Code::KeyRejected, KeyFault::Ambiguous);
    row("keys without an id", good, setOf({jwkOf("RSA")}), Code::KeyUnknown);
    row("a token without an id", tokenOf("RSA", "RS256"), setOf({key, named("other RSA", u"b"_s)}),
        Code::KeyIdMissing);
    row("a token without an id, a single key", tokenOf("RSA", "RS256"), setOf({key}),
        Code::Genuine);
    row("for RS256", good, setOf({with(key, u"alg"_s, u"RS256"_s)}), Code::Genuine);
    row("for RS512", good, setOf({with(key, u"alg"_s, u"RS512"_s)}), Code::KeyRejected,
        KeyFault::AlgorithmMismatch);
    row("for no known algorithm", good, setOf({with(key, u"alg"_s, u"RS"_s)}), Code::KeyRejected,
        KeyFault::AlgorithmMismatch);
    row("for encryption", good, setOf({with(key, u"use"_s, u"enc"_s)}), Code::KeyRejected,
        KeyFault::UseNotSignature);
    row("for signing alone", good, setOf({with(key, u"key_ops"_s, QJsonArray{u"sign"_s})}),
        Code::KeyRejected, KeyFault::OperationsWithoutVerify);
    row("of an exponent of 1", good, setOf({with(key, u"e"_s, u"AQ"_s)}), Code::KeyRejected,
        KeyFault::ExponentInvalid);
    for (const char *alg : {"RS384", "RS512", "PS256"})
        row(alg, tokenOf("RSA", alg, "a"), setOf({key}), Code::AlgorithmRejected);
    row("a private key", good, setOf({with(key, u"d"_s, u"AQ"_s)}), Code::KeySetUnusable,
        KeyFault::PrivateKey);
}

void SignatureTest::choiceAmongPublishedKeys()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, keys);
    QFETCH(Code, expected);
    QFETCH(std::optional<KeyFault>, fault);
    const SignatureCheck found = check(token, keys, KeyRules::Published);
    QCOMPARE(found.code, expected);
    QVERIFY(found.keyFault == fault);
}

void SignatureTest::nothing_isLeftInTheErrorQueue()
{
    for (const Pairing &pairing : pairings()) {
        const QByteArray input = signingInput(headerOf(pairing.alg), "{}");
        QByteArray signature = signatureOf(pairing.key, pairing.alg, input);
        signature[7] = char(signature[7] ^ 1);
        check(input + '.' + base64Url(signature), text(jwkOf(pairing.key)));
        QCOMPARE(ERR_peek_error(), 0UL);
    }
    static_cast<void>(importKeys("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"));
    QCOMPARE(ERR_peek_error(), 0UL);
    static_cast<void>(importKeys("-----BEGIN CERTIFICATE-----\nAAAA"));
    QCOMPARE(ERR_peek_error(), 0UL);
}

HOURPASS_TEST(SignatureTest, QCoreApplication)

} // namespace tst_signature

#include "tst_signature.moc"
