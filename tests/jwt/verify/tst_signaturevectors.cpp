// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/machinecode.h"
#include "jwt/verify/signaturecheck.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTest>

namespace tst_signaturevectors {

using namespace hourpass;
using namespace Qt::StringLiterals;

using Code = SignatureCheck::Code;

// Cases of Wycheproof that we decide otherwise. Each with its reason in README.md beside this file.
const QMap<QString, bool> &exceptions()
{
    static const QMap<QString, bool> genuine{
        {u"signature 346"_s, false}, {u"signature 347"_s, false}, {u"signature 350"_s, false},
        {u"signature 351"_s, false}, {u"signature 367"_s, true},  {u"signature 370"_s, true},
        {u"signature 372"_s, false}, {u"key 7"_s, true},          {u"crypto 46"_s, true},
    };
    return genuine;
}

QByteArray jsonOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
                            : QByteArray();
}

KeyChoice choiceOf(KeyRules rules, const QJsonValue &keys)
{
    KeyChoice choice{rules, {}, {}};
    if (auto imported = importKeys(jsonOf(keys)))
        choice.keys = *imported;
    else
        choice.fault = imported.error();
    return choice;
}

QJsonObject publicHalf(QJsonObject jwk)
{
    if (jwk["kty"_L1] == "oct"_L1)
        return jwk;
    for (const QString &name : {u"d"_s, u"p"_s, u"q"_s, u"dp"_s, u"dq"_s, u"qi"_s})
        jwk.remove(name);
    return jwk;
}

// The word of vectors/README.md, for the signature alone.
QString verdictOf(Code code)
{
    switch (code) {
    case Code::Genuine:
        return u"valid"_s;
    case Code::WrongSignature:
    case Code::WrongLength:
        return u"bad_signature"_s;
    case Code::Unsigned:
    case Code::AlgorithmRejected:
        return u"alg_rejected"_s;
    case Code::KeyUnknown:
        return u"unknown_key"_s;
    case Code::KeyRejected:
    case Code::Unsupported:
    case Code::Malformed:
    case Code::NoKeys:
    case Code::KeySetUnusable:
    case Code::KeyIdMissing:
        break;
    }
    return machineCode(code);
}

// Nothing where it is not there; then it is said by name, origin and number of cases.
QJsonObject thirdParty(const QString &path, const char *origin, int cases)
{
    QFile file(test::thirdPartyVectors(path));
    if (!file.open(QFile::ReadOnly)) {
        qWarning("NOT RUN: %d cases of %s (%s): set HOURPASS_VECTORS to the folder that holds them",
                 cases, qPrintable(path), origin);
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

class SignatureVectorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rfcExamples_data();
    void rfcExamples();
    void cookbookSignatures_data();
    void cookbookSignatures();
    void cookbookKeys_data();
    void cookbookKeys();
    void wycheproof_data();
    void wycheproof();
    void wycheproofEncryption_data();
    void wycheproofEncryption();
};

void SignatureVectorsTest::rfcExamples_data()
{
    QTest::addColumn<QJsonObject>("example");
    const QJsonObject examples =
        QJsonDocument::fromJson(test::ownVectors(u"rfc/rfc_examples.json"_s)).object();
    QCOMPARE(examples["vectors"_L1].toArray().size(), 9);
    for (const QJsonValue &example : examples["vectors"_L1].toArray())
        QTest::newRow(qPrintable(example["name"_L1].toString())) << example.toObject();
}

void SignatureVectorsTest::rfcExamples()
{
    QFETCH(QJsonObject, example);
    const DecodedToken token = decodeToken(test::inputOf(example));
    const Code own = checkSignature(token, choiceOf(KeyRules::Own, example["key"_L1])).code;
    const Code published =
        checkSignature(token, choiceOf(KeyRules::Published, example["key"_L1])).code;
    const QString expected = example["verdict_signature_only_rs256_verifier"_L1].toString();
    QCOMPARE(verdictOf(published), expected);
    if (expected == "unsupported"_L1)
        QCOMPARE(own, Code::Unsupported);
    else
        QCOMPARE(own == Code::Genuine, example["signature_is_genuine"_L1].toBool());
}

// RFC 7520 and its kin: each signature that can be written in three parts, and every other output
// as what it is.
void SignatureVectorsTest::cookbookSignatures_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QJsonObject>("key");
    QTest::addColumn<Code>("expected");
    const auto add = [](const QString &name, const QJsonObject &work) {
        const QJsonValue key = work["input"_L1]["key"_L1];
        const QJsonObject output = work["output"_L1].toObject();
        const bool isEncrypted = work.contains("encrypting_content"_L1);
        int count = 0;
        const auto row = [&](const QString &form, const QByteArray &token, const QJsonValue &jwk,
                             Code expected) {
            ++count;
            QTest::newRow(qPrintable(name + ", "_L1 + form))
                << token << publicHalf(jwk.toObject()) << expected;
        };
        if (output.contains("compact"_L1))
            row(u"compact"_s, jsonOf(output["compact"_L1]), key,
                isEncrypted ? Code::Unsupported : Code::Genuine);
        for (const QString &form : {u"json"_s, u"json_flat"_s}) {
            if (output.contains(form))
                row(form, jsonOf(output[form]), key, Code::Unsupported);
        }
        const QJsonArray signatures = output["json"_L1]["signatures"_L1].toArray();
        for (qsizetype i = 0; i < signatures.size(); ++i) {
            const QJsonObject each = signatures[i].toObject();
            const QByteArray header = jsonOf(each["protected"_L1]);
            const QByteArray payload = jsonOf(output["json"_L1]["payload"_L1]);
            const bool isEncoded = !payload.contains('.');
            if (!header.isEmpty())
                row(u"signature %1"_s.arg(i + 1),
                    header + '.' + (isEncoded ? payload : QByteArray()) + '.'
                        + jsonOf(each["signature"_L1]),
                    key.isArray() ? key[i] : key, isEncoded ? Code::Genuine : Code::Unsupported);
        }
        QVERIFY2(count > 0, qPrintable(name));
    };
    const QStringList files{u"jwe__5_12.protecting_content_only"_s,
                            u"jwe__5_2.key_encryption_using_rsa-oaep_with_aes-gcm"_s,
                            u"jwe__5_3.key_wrap_using_pbes2-aes-keywrap_with-aes-cbc-hmac-sha2"_s,
                            u"jwe__5_4.key_agreement_with_key_wrapping_using_ecdh-es_and_"
                            "aes-keywrap_with_aes-gcm"_s,
                            u"jwe__5_7.key_wrap_using_aes-gcm_keywrap_with_aes-cbc-hmac-sha2"_s,
                            u"jwe__5_9.compressed_content"_s,
                            u"curve25519__ecdh-es"_s,
                            u"curve25519__jws"_s,
                            u"jws__4_1.rsa_v15_signature"_s,
                            u"jws__4_2.rsa-pss_signature"_s,
                            u"jws__4_8.multiple_signatures"_s,
                            u"rfc7797__4.2.hmac-sha2_b64_false"_s,
                            u"6.nesting_signatures_and_encryption"_s};
    for (const QString &name : files) {
        const QJsonObject work =
            thirdParty(u"rfc7520/%1.json"_s.arg(name), "ietf-jose/cookbook, Unlicense", 1);
        if (name.startsWith("6."_L1) && !work.isEmpty()) {
            add(name + ", sign"_L1, work["sign"_L1].toObject());
            add(name + ", encrypt"_L1, work["encrypt"_L1].toObject());
        } else if (!work.isEmpty()) {
            add(name, work);
        }
    }
    QTest::newRow("a case of our own, so that the table is never empty")
        << "e30.e30."_ba << QJsonObject() << Code::Malformed;
}

void SignatureVectorsTest::cookbookSignatures()
{
    QFETCH(QByteArray, token);
    QFETCH(QJsonObject, key);
    QFETCH(Code, expected);
    const DecodedToken decoded = decodeToken(token);
    QCOMPARE(checkSignature(decoded, choiceOf(KeyRules::Own, key)).code, expected);
}

void SignatureVectorsTest::cookbookKeys_data()
{
    QTest::addColumn<QJsonObject>("jwk");
    QTest::addColumn<QString>("expected");
    const struct {
        QString file;
        QString expected;
    } keys[]{{u"jwk__3_1.ec_public_key"_s, u"P521"_s},
             {u"jwk__3_2.ec_private_key"_s, u"PrivateKey"_s},
             {u"jwk__3_3.rsa_public_key"_s, u"Rsa"_s},
             {u"jwk__3_4.rsa_private_key"_s, u"PrivateKey"_s},
             {u"jwk__3_5.symmetric_key_mac_computation"_s, u"Symmetric"_s},
             {u"jwk__3_6.symmetric_key_encryption"_s, u"UseNotSignature"_s}};
    for (const auto &[file, expected] : keys) {
        const QJsonObject jwk =
            thirdParty(u"rfc7520/%1.json"_s.arg(file), "ietf-jose/cookbook, Unlicense", 1);
        if (!jwk.isEmpty())
            QTest::newRow(qPrintable(file)) << jwk << expected;
    }
    QTest::newRow("a case of our own, so that the table is never empty")
        << QJsonObject{{u"kty"_s, u"?"_s}} << u"TypeUnsupported"_s;
}

void SignatureVectorsTest::cookbookKeys()
{
    QFETCH(QJsonObject, jwk);
    QFETCH(QString, expected);
    const auto set = importKeys(jsonOf(jwk));
    const auto faultName = [](KeyFault fault) {
        return QString::fromLatin1(QMetaEnum::fromType<KeyFault>().valueToKey(int(fault)));
    };
    QString found;
    if (!set)
        found = faultName(set.error());
    else if (set->keys.first().fault)
        found = faultName(*set->keys.first().fault);
    else
        found = QString::fromLatin1(
            QMetaEnum::fromType<KeyType>().valueToKey(int(set->keys.first().type)));
    QCOMPARE(found, expected);
}

void SignatureVectorsTest::wycheproof_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QJsonObject>("key");
    QTest::addColumn<bool>("isGenuine");
    QTest::addColumn<QString>("verdict");
    const char *origin = "C2SP/wycheproof, Apache-2.0";
    const QJsonObject expectations =
        thirdParty(u"wycheproof/rs256_only_expectations.json"_s, origin, 247);
    const struct {
        QString set;
        int cases;
    } sets[]{{u"signature"_s, 204}, {u"key"_s, 17}, {u"crypto"_s, 40}};
    int expected = 0;
    for (const auto &[set, cases] : sets) {
        const QJsonObject file =
            thirdParty(u"wycheproof/json_web_%1_test.json"_s.arg(set), origin, cases);
        int count = 0;
        for (const QJsonValue &group : file["testGroups"_L1].toArray()) {
            const QJsonObject key =
                group[group.toObject().contains("public"_L1) ? "public"_L1 : "private"_L1]
                    .toObject();
            for (const QJsonValue &test : group["tests"_L1].toArray()) {
                const QString id = QString::number(test["tcId"_L1].toInt());
                const QJsonValue word =
                    expectations["json_web_%1:%2"_L1.arg(set, id)]["verdict"_L1];
                const bool isEncrypted = test.toObject().contains("jwe"_L1);
                const QString name = set + u' ' + id;
                const bool isValid = test["result"_L1] == "valid"_L1 && !isEncrypted;
                if (exceptions().contains(name))
                    QCOMPARE(!isValid, exceptions().value(name)); // else it is none
                QTest::newRow(qPrintable(name + u' ' + test["comment"_L1].toString()))
                    << jsonOf(test[isEncrypted ? "jwe"_L1 : "jws"_L1]) << key
                    << exceptions().value(name, isValid)
                    << (isEncrypted ? u"encrypted"_s : word.toString());
                ++count;
                expected += word.isString() ? 1 : 0;
            }
        }
        QVERIFY(file.isEmpty() || count == cases);
    }
    QCOMPARE(expected, int(expectations.size()));
    QTest::newRow("a case of our own, so that the table is never empty")
        << "e30.e30."_ba << QJsonObject() << false << u"malformed"_s;
}

void SignatureVectorsTest::wycheproof()
{
    QFETCH(QByteArray, token);
    QFETCH(QJsonObject, key);
    QFETCH(bool, isGenuine);
    QFETCH(QString, verdict);
    const DecodedToken decoded = decodeToken(token);
    const Code own = checkSignature(decoded, choiceOf(KeyRules::Own, key)).code;
    QCOMPARE(own == Code::Genuine, isGenuine);
    const Code published = checkSignature(decoded, choiceOf(KeyRules::Published, key)).code;
    if (verdict == "encrypted"_L1)
        QVERIFY(published == Code::Unsupported || published == Code::Malformed);
    else if (!verdict.isEmpty())
        QCOMPARE(verdictOf(published), verdict);
    else
        QVERIFY(published != Code::Genuine);
}

// What is encrypted is named as that, and never taken for signed.
void SignatureVectorsTest::wycheproofEncryption_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("isWhole");
    const QJsonObject file = thirdParty(u"wycheproof/json_web_encryption_test.json"_s,
                                        "C2SP/wycheproof, Apache-2.0", 78);
    int count = 0;
    for (const QJsonValue &group : file["testGroups"_L1].toArray()) {
        for (const QJsonValue &test : group["tests"_L1].toArray()) {
            ++count;
            QTest::newRow(qPrintable(u"%1 %2"_s.arg(QString::number(test["tcId"_L1].toInt()),
                                                    test["comment"_L1].toString())))
                << jsonOf(test["jwe"_L1]) << (test["result"_L1] == "valid"_L1);
        }
    }
    QVERIFY(file.isEmpty() || count == 78);
    QTest::newRow("a case of our own, so that the table is never empty")
        << "eyJlbmMiOiJBMTI4R0NNIn0...."_ba << true;
}

void SignatureVectorsTest::wycheproofEncryption()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, isWhole);
    const Code code = checkSignature(decodeToken(token), {}).code;
    if (isWhole)
        QCOMPARE(code, Code::Unsupported);
    else
        QVERIFY(code == Code::Unsupported || code == Code::Malformed);
}

HOURPASS_TEST(SignatureVectorsTest, QCoreApplication)

} // namespace tst_signaturevectors

#include "tst_signaturevectors.moc"
