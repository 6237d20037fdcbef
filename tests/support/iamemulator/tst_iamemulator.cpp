// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/jwtcheck.h"
#include "support/iamemulator/testclient.h"
#include "support/iamemulator/threadsend.h"
#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

namespace tst_iamemulator {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

class TestIamEmulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void key_isExchangedForASignedToken_data();
    void key_isExchangedForASignedToken();
    void response_hasTheFieldsAndHeadersOfTheService();
    void userToken_namesThePerson();
    void serviceToken_namesTheServiceId();
    void changedToken_isNotSignedByTheKeySet();
    void keySet_hasSeveralKeysAndNoUse();
    void discovery_leadsToTheEndpoints();

    void refusedKey_isAnsweredWithItsCode_data();
    void refusedKey_isAnsweredWithItsCode();
    void brokenRule_isNamedAndNothingIsIssued();
    void unknownGrant_isRefused();
    void basicClient_isServedWhenLenient();
    void wrongPathOrMethod_isAnError_data();
    void wrongPathOrMethod_isAnError();

private:
    DecodedToken exchangeAndDecode(const QByteArray &secret);

    ThreadsEnd m_threadsEnd;
    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<IamEmulator> m_emulator;
    std::unique_ptr<TestClient> m_client;
};

void TestIamEmulator::initTestCase()
{
    m_signer = std::make_shared<const TokenSigner>();
}

void TestIamEmulator::init()
{
    m_client.reset();
    EmulatorOptions options;
    options.signer = m_signer;
    m_emulator = std::make_unique<IamEmulator>(options);
    QVERIFY(m_emulator->listen());
    m_client = std::make_unique<TestClient>(m_emulator->url(), m_emulator->authorityPem());
}

DecodedToken TestIamEmulator::exchangeAndDecode(const QByteArray &secret)
{
    const TestReply reply = m_client->exchange(secret);
    const QByteArray token = reply.json().value("access_token"_L1).toString().toLatin1();
    return decodeToken(token).value_or(DecodedToken());
}

void TestIamEmulator::key_isExchangedForASignedToken_data()
{
    QTest::addColumn<QString>("label");
    for (const QString &label : {u"user"_s, u"service"_s, u"special"_s, u"dashed"_s})
        QTest::newRow(qPrintable(label)) << label;
}

void TestIamEmulator::key_isExchangedForASignedToken()
{
    QFETCH(const QString, label);
    const EmulatedKey &key = m_emulator->key(label);
    const TestReply reply = m_client->exchange(key.secret);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.error, QNetworkReply::NoError);

    const QByteArray token = reply.json().value("access_token"_L1).toString().toLatin1();
    QCOMPARE(m_emulator->issuedTokens().size(), 1);
    QCOMPARE(m_emulator->issuedTokens().constFirst().token, token);
    QCOMPARE(m_emulator->issuedTokens().constFirst().keyLabel, label);

    const std::optional<DecodedToken> decoded = decodeToken(token);
    QVERIFY(decoded);
    QCOMPARE(decoded->header, (QJsonObject{{u"alg"_s, u"RS256"_s}, {u"kid"_s, m_signer->keyId()}}));
    QCOMPARE(decoded->claims.value("iam_id"_L1).toString(), key.iamId());
    QVERIFY(isSignedByKeySet(*decoded, m_client->get("/identity/keys"_ba).json()));
}

void TestIamEmulator::response_hasTheFieldsAndHeadersOfTheService()
{
    const TestReply reply = m_client->exchange(m_emulator->key(u"user").secret);
    const QJsonObject body = reply.json();
    QCOMPARE(body.keys(),
             (QStringList{u"access_token"_s, u"expiration"_s, u"expires_in"_s, u"ims_user_id"_s,
                          u"refresh_token"_s, u"scope"_s, u"token_type"_s}));
    QCOMPARE(body.value("refresh_token"_L1).toString(), u"not_supported"_s);
    QCOMPARE(body.value("token_type"_L1).toString(), u"Bearer"_s);
    QCOMPARE(body.value("scope"_L1).toString(), u"ibm openid"_s);
    QCOMPARE(body.value("expires_in"_L1).toInteger(), 3600);
    QCOMPARE(body.value("expiration"_L1).toInteger(),
             m_emulator->issuedTokens().constFirst().expiresAt);

    QCOMPARE(reply.header("Content-Type"), "application/json"_ba);
    QCOMPARE(reply.header("Cache-Control"), "no-cache, no-store"_ba);
    QCOMPARE(reply.header("Content-Language"), "en-US"_ba);
    QVERIFY(reply.header("Set-Cookie").contains("; Secure"));
    QVERIFY(!reply.header("Transaction-Id").isEmpty());
    const QRegularExpression date(u"^[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT$"_s);
    QVERIFY(date.match(QString::fromLatin1(reply.header("Date"))).hasMatch());
}

void TestIamEmulator::userToken_namesThePerson()
{
    const EmulatedKey &key = m_emulator->key(u"special");
    const QJsonObject claims = exchangeAndDecode(key.secret).claims;
    QCOMPARE(
        claims.keys(),
        (QStringList{u"account"_s, u"acr"_s,  u"amr"_s,         u"authn"_s,      u"client_id"_s,
                     u"email"_s,   u"exp"_s,  u"family_name"_s, u"given_name"_s, u"grant_type"_s,
                     u"iam_id"_s,  u"iat"_s,  u"id"_s,          u"identifier"_s, u"iss"_s,
                     u"jti"_s,     u"name"_s, u"realmid"_s,     u"scope"_s,      u"sub"_s}));
    QCOMPARE(claims.value("name"_L1).toString(), u"Zoë Größe-Beispiel"_s);
    QCOMPARE(claims.value("sub"_L1).toString(), key.email);
    QCOMPARE(claims.value("realmid"_L1).toString(), u"IBMid"_s);
    QCOMPARE(claims.value("client_id"_L1).toString(), u"default"_s);
    QCOMPARE(claims.value("iss"_L1).toString(), m_emulator->url().toString() + u"/identity"_s);
    QCOMPARE(claims.value("exp"_L1).toInteger() - claims.value("iat"_L1).toInteger(), 3600);
    const QJsonObject account = claims.value("account"_L1).toObject();
    QCOMPARE(account.value("bss"_L1).toString(), key.accountId);
    QCOMPARE(account.value("ims_user_id"_L1).toString(), u"1234567"_s);
}

void TestIamEmulator::serviceToken_namesTheServiceId()
{
    const EmulatedKey &key = m_emulator->key(u"service");
    const QJsonObject claims = exchangeAndDecode(key.secret).claims;
    QVERIFY(claims.value("sub"_L1).toString().startsWith(u"ServiceId-"_s));
    QCOMPARE(claims.value("sub_type"_L1).toString(), u"ServiceId"_s);
    QCOMPARE(claims.value("iam_id"_L1).toString(), u"iam-"_s + key.identifier);
    QCOMPARE(claims.value("unique_instance_crns"_L1).toArray().size(), 1);
    QVERIFY(!claims.contains("email"_L1));
    QVERIFY(!m_client->exchange(key.secret).json().contains("ims_user_id"_L1));
}

void TestIamEmulator::changedToken_isNotSignedByTheKeySet()
{
    DecodedToken token = exchangeAndDecode(m_emulator->key(u"user").secret);
    const QJsonObject keySet = m_client->get("/identity/keys"_ba).json();
    QVERIFY(isSignedByKeySet(token, keySet));
    token.signedPart.back() = token.signedPart.back() == 'A' ? 'B' : 'A';
    QVERIFY(!isSignedByKeySet(token, keySet));
}

void TestIamEmulator::keySet_hasSeveralKeysAndNoUse()
{
    const TestReply reply = m_client->get("/identity/keys"_ba);
    QCOMPARE(reply.status, 200);
    const QJsonArray keys = reply.json().value("keys"_L1).toArray();
    QVERIFY(keys.size() > 1);
    QStringList ids;
    for (const QJsonValue &key : keys) {
        QCOMPARE(key.toObject().keys(),
                 (QStringList{u"alg"_s, u"e"_s, u"kid"_s, u"kty"_s, u"n"_s}));
        ids.append(key.toObject().value("kid"_L1).toString());
    }
    QCOMPARE(ids.removeDuplicates(), 0);
}

void TestIamEmulator::discovery_leadsToTheEndpoints()
{
    const TestReply reply = m_client->get("/identity/.well-known/openid-configuration"_ba);
    QCOMPARE(reply.status, 200);
    const QString base = m_emulator->url().toString() + u"/identity"_s;
    QCOMPARE(reply.json().value("issuer"_L1).toString(), base);
    QCOMPARE(reply.json().value("jwks_uri"_L1).toString(), base + u"/keys"_s);
    QCOMPARE(reply.json().value("token_endpoint"_L1).toString(), base + u"/token"_s);
}

void TestIamEmulator::refusedKey_isAnsweredWithItsCode_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("label");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    const QString notFound = u"Provided API key could not be found."_s;
    QTest::newRow("unknown") << "0123456789"_ba << QString() << 400 << u"BXNIM0415E"_s << notFound;
    QTest::newRow("a space behind") << " "_ba << u"user"_s << 400 << u"BXNIM0415E"_s << notFound;
    QTest::newRow("disabled") << QByteArray() << u"disabled"_s << 400 << u"BXNIM0462E"_s
                              << u"disabled"_s;
    QTest::newRow("address") << QByteArray() << u"refused"_s << 401 << u"BXNIM0430E"_s
                             << u"192.0.2.17"_s;
    QTest::newRow("empty") << QByteArray() << QString() << 400 << u"BXNIM0109E"_s << u"apikey"_s;
}

void TestIamEmulator::refusedKey_isAnsweredWithItsCode()
{
    QFETCH(QByteArray, secret);
    QFETCH(const QString, label);
    QFETCH(const QString, text);
    if (!label.isEmpty())
        secret.prepend(m_emulator->key(label).secret);
    const TestReply reply = m_client->exchange(secret);
    QTEST(reply.status, "status");
    const QJsonObject body = reply.json();
    QTEST(body.value("errorCode"_L1).toString(), "code");
    const QString texts =
        body.value("errorMessage"_L1).toString() + body.value("errorDetails"_L1).toString();
    QVERIFY2(texts.contains(text), qPrintable(texts));

    const QJsonObject context = body.value("context"_L1).toObject();
    QCOMPARE(context.value("requestId"_L1).toString(),
             QString::fromLatin1(reply.header("Transaction-Id")));
    QCOMPARE(context.value("requestType"_L1).toString(), u"incoming.Identity_Token"_s);
    const QRegularExpression time(u"^\\d\\d\\.\\d\\d\\.\\d{4} [\\d:]{12} UTC$"_s);
    QVERIFY(time.match(context.value("startTime"_L1).toString()).hasMatch());
    QVERIFY(context.value("elapsedTime"_L1).isString());
    QVERIFY(m_emulator->issuedTokens().isEmpty());
}

void TestIamEmulator::brokenRule_isNamedAndNothingIsIssued()
{
    const QByteArray secret = m_emulator->key(u"special").secret;
    QByteArray body = TestClient::tokenForm(secret);
    body.replace("%2B", "+");
    const TestReply reply = m_client->post("/identity/token"_ba, body, {{"Accept"_ba, "*/*"_ba}});
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json().value("errorCode"_L1).toString(), u"BXNIM0109E"_s);
    QCOMPARE(reply.json().value("errorDetails"_L1).toString(),
             u"Accept is not exactly application/json; "_s
             u"form field 'apikey' is not percent-encoded at byte 12"_s);
    QCOMPARE(m_emulator->requests().constLast().violations.size(), 2);
    QVERIFY(m_emulator->issuedTokens().isEmpty());
}

void TestIamEmulator::unknownGrant_isRefused()
{
    const TestReply reply =
        m_client->post("/identity/token"_ba, "grant_type=password&apikey=abc"_ba);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json().value("errorCode"_L1).toString(), u"BXNIM0106E"_s);
}

void TestIamEmulator::basicClient_isServedWhenLenient()
{
    EmulatorOptions options;
    options.signer = m_signer;
    options.strictness = Strictness::Lenient;
    IamEmulator lenient(options);
    QVERIFY(lenient.listen());
    TestClient client(lenient.url(), lenient.authorityPem());
    const TestReply reply = client.post("/identity/token"_ba,
                                        "grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey="
                                            + lenient.key(u"user").secret,
                                        {{"Authorization"_ba, "Basic Yng6Yng="_ba}});
    QCOMPARE(reply.status, 200);
    const QByteArray token = reply.json().value("access_token"_L1).toString().toLatin1();
    QCOMPARE(decodeToken(token)->claims.value("client_id"_L1).toString(), u"bx"_s);
    QVERIFY(reply.json().value("refresh_token"_L1).toString() != u"not_supported"_s);
    QCOMPARE(lenient.requests().constLast().violations.size(), 2);
}

void TestIamEmulator::wrongPathOrMethod_isAnError_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("posted");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("get a token") << "/identity/token"_ba << false << 405 << u"BXNIM0060E"_s;
    QTest::newRow("post the keys") << "/identity/keys"_ba << true << 405 << u"BXNIM0060E"_s;
    QTest::newRow("post the details") << "/v1/apikeys/details"_ba << true << 405 << u"BXNIM0060E"_s;
    QTest::newRow("root") << "/"_ba << false << 404 << u"BXNIM0102E"_s;
    QTest::newRow("slash at the end") << "/identity/token/"_ba << true << 404 << u"BXNIM0102E"_s;
    QTest::newRow("path twice") << "/identity/token/identity/token"_ba << true << 404
                                << u"BXNIM0102E"_s;
    QTest::newRow("capital letter") << "/Identity/token"_ba << true << 404 << u"BXNIM0102E"_s;
}

void TestIamEmulator::wrongPathOrMethod_isAnError()
{
    QFETCH(const QByteArray, target);
    QFETCH(const bool, posted);
    const TestReply reply = posted
        ? m_client->post(target, TestClient::tokenForm(m_emulator->key(u"user").secret))
        : m_client->get(target);
    QTEST(reply.status, "status");
    QTEST(reply.json().value("errorCode"_L1).toString(), "code");
    QCOMPARE(reply.status == 405, !reply.header("Allow").isEmpty());
    QVERIFY(m_emulator->issuedTokens().isEmpty());
}

HOURPASS_TEST(TestIamEmulator, QCoreApplication)

} // namespace tst_iamemulator

#include "tst_iamemulator.moc"
