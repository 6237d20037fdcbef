// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/machinecode.h"
#include "jwt/verify/keyset.h"

#include "jwt/keypair.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_keyset {

using namespace hourpass;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject with(QJsonObject jwk, const QString &name, const QJsonValue &value)
{
    jwk[name] = value;
    return jwk;
}

QString base64Text(const QByteArray &bytes)
{
    return QString::fromLatin1(base64Url(bytes));
}

// An odd number of that many bits: what no rule that looks at the length tells from a real modulus.
QJsonObject rsaOf(int bits)
{
    QByteArray modulus((bits + 7) / 8, '\xA5');
    modulus[0] = char(1 << ((bits + 7) % 8));
    return {{u"kty"_s, u"RSA"_s}, {u"n"_s, base64Text(modulus)}, {u"e"_s, u"AQAB"_s}};
}

QJsonObject secretOf(int bytes)
{
    return {{u"kty"_s, u"oct"_s}, {u"k"_s, base64Text(QByteArray(bytes, 's'))}};
}

// The type or the fault of each key, or the fault of the whole text.
QStringList reading(QByteArrayView keys)
{
    const auto set = importKeys(keys);
    if (!set)
        return {u"refused: "_s + machineCode(set.error())};
    QStringList found;
    for (const VerificationKey &key : set->keys)
        found += machineCode(key.type) + (key.fault ? u": "_s + machineCode(*key.fault) : u""_s);
    return found;
}

class KeySetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jwk_data();
    void jwk();
    void set_data();
    void set();
    void pem_data();
    void pem();
    void thumbprint_data();
    void thumbprint();
    void thumbprint_isTheSameFromEveryForm();
    void largestText_isReadQuickly();
    void anyTruncation_isSurvived();
};

void KeySetTest::jwk_data()
{
    QTest::addColumn<QJsonObject>("jwk");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QJsonObject &jwk, const QString &expected) {
        QTest::newRow(name) << jwk << expected;
    };
    const QJsonObject rsa = rsaOf(2048);
    row("RSA", rsa, u"rsa"_s);
    row("RSA of 1024 bits", rsaOf(1024), u"rsa: too_short"_s);
    row("RSA of 2047 bits", rsaOf(2047), u"rsa: too_short"_s);
    row("RSA of 8192 bits", rsaOf(8192), u"rsa"_s);
    row("RSA of 8193 bits", rsaOf(8193), u"rsa: too_long"_s);
    row("RSA with zeros in front", with(rsa, u"n"_s, u"AAAA"_s + rsa["n"_L1].toString()), u"rsa"_s);
    row("RSA, even", with(rsa, u"n"_s, base64Text('\x80' + QByteArray(255, '\0'))),
        u"rsa: member_invalid"_s);
    row("RSA without a modulus", {{u"kty"_s, u"RSA"_s}, {u"e"_s, u"AQAB"_s}},
        u"rsa: member_invalid"_s);
    row("RSA with a padded modulus", with(rsa, u"n"_s, rsa["n"_L1].toString() + u'='),
        u"rsa: member_invalid"_s);
    row("RSA with a list for a modulus", with(rsa, u"n"_s, QJsonArray{}), u"rsa: member_invalid"_s);
    row("RSA without an exponent", with(rsa, u"e"_s, u""_s), u"rsa: member_invalid"_s);
    row("exponent 0", with(rsa, u"e"_s, u"AA"_s), u"rsa: exponent_invalid"_s);
    row("exponent 1", with(rsa, u"e"_s, u"AQ"_s), u"rsa: exponent_invalid"_s);
    row("exponent 2", with(rsa, u"e"_s, u"Ag"_s), u"rsa: exponent_invalid"_s);
    row("exponent 3", with(rsa, u"e"_s, u"Aw"_s), u"rsa"_s);
    row("exponent of 32 bits", with(rsa, u"e"_s, base64Text("\xFF\xFF\xFF\xFF")), u"rsa"_s);
    row("exponent of 33 bits", with(rsa, u"e"_s, base64Text(QByteArray("\1\0\0\0\1", 5))),
        u"rsa: exponent_invalid"_s);

    row("use", with(rsa, u"use"_s, u"sig"_s), u"rsa"_s);
    row("use for encryption", with(rsa, u"use"_s, u"enc"_s), u"rsa: use_not_signature"_s);
    row("use in capitals", with(rsa, u"use"_s, u"SIG"_s), u"rsa: use_not_signature"_s);
    row("use is null", with(rsa, u"use"_s, QJsonValue::Null), u"rsa: use_not_signature"_s);
    row("operations", with(rsa, u"key_ops"_s, QJsonArray{u"sign"_s, u"verify"_s}), u"rsa"_s);
    row("no operation", with(rsa, u"key_ops"_s, QJsonArray{}), u"rsa: operations_without_verify"_s);
    row("operations in a text", with(rsa, u"key_ops"_s, u"verify"_s),
        u"rsa: operations_without_verify"_s);
    row("algorithm", with(rsa, u"alg"_s, u"PS512"_s), u"rsa"_s);
    row("algorithm of another type", with(rsa, u"alg"_s, u"ES256"_s), u"rsa: algorithm_mismatch"_s);
    row("algorithm for secrets", with(rsa, u"alg"_s, u"HS256"_s), u"rsa: algorithm_mismatch"_s);
    row("no algorithm by name", with(rsa, u"alg"_s, u"none"_s), u"rsa: algorithm_mismatch"_s);
    row("algorithm is a number", with(rsa, u"alg"_s, 256), u"rsa: algorithm_mismatch"_s);
    row("id is a number", with(rsa, u"kid"_s, 1), u"rsa: member_invalid"_s);

    const QJsonObject ec = KeyPair::ec("P-256").jwk();
    row("P-256", ec, u"p256"_s);
    row("P-384", KeyPair::ec("P-384").jwk(), u"p384"_s);
    row("P-521", KeyPair::ec("P-521").jwk(), u"p521"_s);
    row("P-256, of the curve that is not the point's", with(ec, u"crv"_s, u"P-384"_s),
        u"p384: member_invalid"_s);
    row("P-256, not on the curve", with(ec, u"x"_s, ec["y"_L1]), u"p256: point_invalid"_s);
    row("P-256, zero",
        with(with(ec, u"x"_s, base64Text(QByteArray(32, '\0'))), u"y"_s,
             base64Text(QByteArray(32, '\0'))),
        u"p256: point_invalid"_s);
    row("P-256, a coordinate too long", with(ec, u"x"_s, base64Text('\0' + QByteArray(32, '\1'))),
        u"p256: member_invalid"_s);
    row("P-256 without y", with(ec, u"y"_s, u""_s), u"p256: member_invalid"_s);
    row("curve of Bitcoin", with(ec, u"crv"_s, u"secp256k1"_s), u"unknown: curve_unsupported"_s);
    row("EC without a curve", {{u"kty"_s, u"EC"_s}}, u"unknown: curve_unsupported"_s);
    row("P-256 for ES384", with(ec, u"alg"_s, u"ES384"_s), u"p256: algorithm_mismatch"_s);

    const QJsonObject edwards = KeyPair::ed25519().jwk();
    row("Ed25519", edwards, u"ed25519"_s);
    row("Ed448", KeyPair::ed448().jwk(), u"ed448"_s);
    row("Ed25519, too short", with(edwards, u"x"_s, u"AAAA"_s), u"ed25519: member_invalid"_s);
    row("X25519", with(edwards, u"crv"_s, u"X25519"_s), u"unknown: curve_unsupported"_s);

    row("secret", secretOf(32), u"symmetric"_s);
    row("secret, a byte too short", secretOf(31), u"symmetric: too_short"_s);
    row("secret, too short for its hash", with(secretOf(63), u"alg"_s, u"HS512"_s),
        u"symmetric: too_short"_s);
    row("secret of its hash's length", with(secretOf(64), u"alg"_s, u"HS512"_s), u"symmetric"_s);
    row("secret for RS256", with(secretOf(64), u"alg"_s, u"RS256"_s),
        u"symmetric: algorithm_mismatch"_s);
    row("secret for a cipher", with(secretOf(32), u"alg"_s, u"A256GCM"_s),
        u"symmetric: algorithm_mismatch"_s);
    row("no secret", secretOf(0), u"symmetric: member_invalid"_s);

    row("type unknown", {{u"kty"_s, u"AKP"_s}}, u"unknown: type_unsupported"_s);
    row("type in small letters", with(rsa, u"kty"_s, u"rsa"_s), u"unknown: type_unsupported"_s);
    row("type is a number", with(rsa, u"kty"_s, 1), u"unknown: type_unsupported"_s);
    for (const QString &name : {u"d"_s, u"p"_s, u"q"_s, u"dp"_s, u"dq"_s, u"qi"_s, u"oth"_s})
        row(qPrintable(u"private: "_s + name), with(rsa, name, u"AQ"_s), u"refused: private_key"_s);
    row("private, EC", with(ec, u"d"_s, u"AQ"_s), u"refused: private_key"_s);
    row("private, Ed25519", with(edwards, u"d"_s, u"AQ"_s), u"refused: private_key"_s);
    row("private, of unknown type", {{u"kty"_s, u"X"_s}, {u"d"_s, 1}}, u"refused: private_key"_s);
}

void KeySetTest::jwk()
{
    QFETCH(QJsonObject, jwk);
    QFETCH(QString, expected);
    QCOMPARE(reading(text(jwk)), QStringList{expected});
    QCOMPARE(reading(text({{u"keys"_s, QJsonArray{jwk}}})), QStringList{expected});
}

void KeySetTest::set_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &keys, const QStringList &expected) {
        QTest::newRow(name) << keys << expected;
    };
    const QByteArray rsa = text(rsaOf(2048));
    row("IAM's", test::ownVectors(u"jwt/jwks.json"_s), {u"rsa"_s, u"rsa"_s, u"p256"_s, u"rsa"_s});
    row("none", R"({"keys":[]})", {});
    row("blanks around", "\n " + rsa + "\r\n", {u"rsa"_s});
    row("one of no use among others", R"({"keys":[{"kty":"?"},)" + rsa + "]}",
        {u"unknown: type_unsupported"_s, u"rsa"_s});
    row("a secret among public keys", R"({"keys":[)" + text(secretOf(32)) + "," + rsa + "]}",
        {u"symmetric: shared_among_public"_s, u"rsa"_s});
    row("secrets alone", R"({"keys":[)" + text(secretOf(32)) + "," + text(secretOf(64)) + "]}",
        {u"symmetric"_s, u"symmetric"_s});
    row("a private key among others",
        R"({"keys":[)" + rsa + "," + text(with(rsaOf(2048), u"d"_s, u"AQ"_s)) + "]}",
        {u"refused: private_key"_s});
    row("empty", "", {u"refused: not_keys"_s});
    row("a page", "<html><body>Sign in</body></html>", {u"refused: not_keys"_s});
    row("an empty object", "{}", {u"refused: not_keys"_s});
    row("keys are an object", R"({"keys":{}})", {u"refused: not_keys"_s});
    row("a key is a text", R"({"keys":["AQAB"]})", {u"refused: not_keys"_s});
    row("a list", "[" + rsa + "]", {u"refused: not_keys"_s});
    row("cut off", rsa.chopped(1), {u"refused: not_json"_s});
    row("a member twice", R"({"keys":[],"keys":[]})", {u"refused: not_json"_s});
    row("a byte order mark", "\xEF\xBB\xBF" + rsa, {u"refused: not_keys"_s});
    row("as many as may be",
        R"({"keys":[)" + QByteArray("{},").repeated(keyCountLimit).chopped(1) + "]}",
        QStringList(keyCountLimit, u"unknown: type_unsupported"_s));
    row("too many",
        R"({"keys":[)" + QByteArray("{},").repeated(keyCountLimit + 1).chopped(1) + "]}",
        {u"refused: too_many_keys"_s});
    row("too large", rsa + QByteArray(keySetLimit, ' '), {u"refused: too_large"_s});
}

void KeySetTest::set()
{
    QFETCH(QByteArray, keys);
    QFETCH(QStringList, expected);
    QCOMPARE(reading(keys), expected);
}

void KeySetTest::pem_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &keys, const QStringList &expected) {
        QTest::newRow(name) << keys << expected;
    };
    const KeyPair rsa = KeyPair::rsa(2048);
    const KeyPair ec = KeyPair::ec("P-256");
    const KeyPair edwards = KeyPair::ed25519();
    row("RSA", rsa.publicPem(), {u"rsa"_s});
    row("RSA, PKCS#1", rsa.pkcs1Pem(), {u"rsa"_s});
    row("RSA, certificate", rsa.certificatePem(), {u"rsa"_s});
    row("P-256", ec.publicPem(), {u"p256"_s});
    row("P-256, certificate", ec.certificatePem(), {u"p256"_s});
    row("P-384", KeyPair::ec("P-384").publicPem(), {u"p384"_s});
    row("P-521", KeyPair::ec("P-521").publicPem(), {u"p521"_s});
    row("Ed25519", edwards.publicPem(), {u"ed25519"_s});
    row("Ed25519, certificate", edwards.certificatePem(), {u"ed25519"_s});
    row("Ed448", KeyPair::ed448().publicPem(), {u"ed448"_s});
    row("several", rsa.publicPem() + "\n" + ec.certificatePem() + edwards.publicPem(),
        {u"rsa"_s, u"p256"_s, u"ed25519"_s});
    row("text around", "subject=CN = example\n" + ec.publicPem() + "that was it\n", {u"p256"_s});
    row("line ends of Windows", ec.publicPem().replace("\n", "\r\n"), {u"p256"_s});
    row("RSA of 1024 bits", KeyPair::rsa(1024).publicPem(), {u"rsa: too_short"_s});
    row("another curve", KeyPair::ec("secp256k1").publicPem(), {u"unknown: curve_unsupported"_s});
    row("RSA, private", rsa.privatePem(), {u"refused: private_key"_s});
    row("P-256, private", ec.privatePem(), {u"refused: private_key"_s});
    row("private, after a public one", ec.publicPem() + ec.privatePem(),
        {u"refused: private_key"_s});
    row("private, encrypted",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
        {u"refused: private_key"_s});
    row("private, of another program",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
        {u"refused: private_key"_s});
    row("private, damaged", "-----BEGIN RSA PRIVATE KEY-----\n", {u"refused: private_key"_s});
    row("damaged", ec.publicPem().replace("MFkw", "MFkx"), {u"refused: pem_damaged"_s});
    row("cut off", ec.publicPem().chopped(30), {u"refused: pem_damaged"_s});
    row("a request for a certificate",
        "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
        {u"refused: type_unsupported"_s});
    row("RSA for PSS alone", KeyPair::rsaPss().publicPem(), {u"rsa_pss"_s});
    row("something after the key", ec.publicPem().replace("\n-----END", "AAAA\n-----END"),
        {u"refused: pem_damaged"_s});
    row("the second damaged", rsa.publicPem() + ec.publicPem().replace("MFkw", "MFkx"),
        {u"refused: pem_damaged"_s});
    row("too many", ec.publicPem().repeated(keyCountLimit + 1), {u"refused: too_many_keys"_s});
}

void KeySetTest::pem()
{
    QFETCH(QByteArray, keys);
    QFETCH(QStringList, expected);
    QCOMPARE(reading(keys), expected);
}

void KeySetTest::thumbprint_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QString>("expected");
    const QJsonObject examples =
        QJsonDocument::fromJson(test::ownVectors(u"rfc/rfc_examples.json"_s)).object();
    QTest::newRow("RFC 7638, section 3.1")
        << text(examples["jwk_rfc7517_A1_rsa"_L1].toObject())
        << examples["jwk_thumbprint_rfc7638"_L1]["sha256_base64url"_L1].toString();
    QTest::newRow("RFC 8037, section A.3")
        << R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})"_ba
        << u"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"_s;
    QTest::newRow("a secret has none") << text(secretOf(32)) << QString();
}

void KeySetTest::thumbprint()
{
    QFETCH(QByteArray, jwk);
    QFETCH(QString, expected);
    const auto keys = importKeys(jwk);
    QVERIFY(keys);
    QCOMPARE(keys->keys.first().thumbprint, expected);
}

void KeySetTest::thumbprint_isTheSameFromEveryForm()
{
    for (const KeyPair &pair : {KeyPair::rsa(2048), KeyPair::ec("P-521"), KeyPair::ed448()}) {
        const auto jwk = importKeys(text(pair.jwk()));
        const auto pem = importKeys(pair.publicPem());
        QVERIFY(jwk && pem && !jwk->keys.first().thumbprint.isEmpty());
        QCOMPARE(jwk->keys.first().thumbprint, pem->keys.first().thumbprint);
    }
    const QJsonObject rsa = rsaOf(2048);
    const auto plain = importKeys(text(rsa));
    const auto padded = importKeys(text(with(rsa, u"n"_s, u"AAAA"_s + rsa["n"_L1].toString())));
    QCOMPARE(plain->keys.first().thumbprint, padded->keys.first().thumbprint);
}

void KeySetTest::largestText_isReadQuickly()
{
    QElapsedTimer timer;
    timer.start();
    QByteArray many = R"({"keys":[)";
    const QByteArray key = text(rsaOf(8192));
    while (many.size() + key.size() < keySetLimit - 2 && many.count("kty") < keyCountLimit)
        many += key + ',';
    many.back() = ']';
    QVERIFY(importKeys(many + '}'));
    const QByteArray point = text(KeyPair::ec("P-521").jwk()) + ',';
    QVERIFY(importKeys(R"({"keys":[)" + point.repeated(keyCountLimit).chopped(1) + "]}"));
    static_cast<void>(importKeys(QByteArray("-----BEGIN ").repeated(keySetLimit / 11)));
    static_cast<void>(importKeys(QByteArray("-----BEGIN X-----\n").repeated(keySetLimit / 18)));
    static_cast<void>(importKeys(QByteArray(keySetLimit, '{')));
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void KeySetTest::anyTruncation_isSurvived()
{
    const KeyPair pair = KeyPair::ec("P-256");
    for (const QByteArray &whole : {text(pair.jwk()), pair.publicPem(), pair.certificatePem()}) {
        for (qsizetype size = 0; size < whole.size() - 1; ++size)
            QVERIFY2(!importKeys(whole.first(size)), qPrintable(QString::number(size)));
        QVERIFY(importKeys(whole));
    }
}

HOURPASS_TEST(KeySetTest, QCoreApplication)

} // namespace tst_keyset

#include "tst_keyset.moc"
