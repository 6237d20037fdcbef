// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/testclient.h"
#include "support/iamemulator/threadsend.h"
#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

namespace tst_keydetailsendpoint {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

const QByteArray path = "/v1/apikeys/details"_ba;

HttpHeaders headersFor(const QByteArray &secret, const QByteArray &token)
{
    return {{"IAM-ApiKey"_ba, secret},
            {"Authorization"_ba, "Bearer " + token},
            {"Accept"_ba, "application/json"_ba}};
}

class TestKeyDetailsEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void details_areToldToABearer();
    void details_areRefused_data();
    void details_areRefused();
    void behaviour_changesTheDetails();
    void behaviour_refusesInTheManagementShape();
    void behaviour_isNotThatOfTokenRequests();
    void expiredKey_isNotFound();
    void oddRequest_isRecorded_data();
    void oddRequest_isRecorded();

private:
    HttpHeaders userHeaders();

    ThreadsEnd m_threadsEnd;
    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<IamEmulator> m_emulator;
    std::unique_ptr<TestClient> m_client;
};

void TestKeyDetailsEndpoint::initTestCase()
{
    m_signer = std::make_shared<const TokenSigner>();
}

void TestKeyDetailsEndpoint::init()
{
    m_client.reset();
    EmulatorOptions options;
    options.signer = m_signer;
    m_emulator = std::make_unique<IamEmulator>(options);
    QVERIFY(m_emulator->listen());
    m_client = std::make_unique<TestClient>(m_emulator->url(), m_emulator->authorityPem());
}

HttpHeaders TestKeyDetailsEndpoint::userHeaders()
{
    const QByteArray secret = m_emulator->key(u"user").secret;
    m_client->exchange(secret);
    return headersFor(secret, m_emulator->issuedTokens().constLast().token);
}

void TestKeyDetailsEndpoint::details_areToldToABearer()
{
    EmulatedKey key = EmulatedKey::make(KeyKind::User, u"dated"_s);
    key.expires = QDateTime(QDate(2031, 2, 3), QTime(4, 5, 6), QTimeZone::utc());
    key.locked = true;
    m_emulator->addKey(key);
    QCOMPARE(m_client->exchange(key.secret).status, 200);
    const QByteArray token = m_emulator->issuedTokens().constLast().token;
    const TestReply reply = m_client->get(path, headersFor(key.secret, token));
    QCOMPARE(reply.status, 200);
    const QJsonObject body = reply.json();
    QCOMPARE(body.value("id"_L1).toString(), key.id);
    QCOMPARE(body.value("name"_L1).toString(), u"dated key"_s);
    QCOMPARE(body.value("expires_at"_L1).toString(), u"2031-02-03T04:05+0000"_s);
    QCOMPARE(body.value("locked"_L1).toBool(), true);
    QCOMPARE(body.value("disabled"_L1).toBool(true), false);
    QCOMPARE(body.value("account_id"_L1).toString(), key.accountId);
    QVERIFY(!reply.body.contains(key.secret));
    QCOMPARE(m_emulator->keyDetailsRequests().constLast().violations, QStringList());
}

void TestKeyDetailsEndpoint::details_areRefused_data()
{
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("no bearer") << HttpHeaders{{"IAM-ApiKey"_ba, "abc"_ba}} << 401;
    QTest::newRow("foreign bearer")
        << HttpHeaders{{"IAM-ApiKey"_ba, "abc"_ba}, {"Authorization"_ba, "Bearer abc"_ba}} << 401;
    QTest::newRow("unknown key") << HttpHeaders{{"IAM-ApiKey"_ba, "abc"_ba},
                                                {"Authorization"_ba, "Bearer ISSUED"_ba}}
                                 << 404;
    QTest::newRow("no key") << HttpHeaders{{"Authorization"_ba, "Bearer ISSUED"_ba}} << 404;
    QTest::newRow("key of another account")
        << HttpHeaders{{"IAM-ApiKey"_ba, "OTHER"_ba}, {"Authorization"_ba, "Bearer ISSUED"_ba}}
        << 403;
}

void TestKeyDetailsEndpoint::details_areRefused()
{
    QFETCH(HttpHeaders, headers);
    EmulatedKey other = EmulatedKey::make(KeyKind::User, u"other"_s);
    other.accountId = u"fedcba9876543210fedcba9876543210"_s;
    m_emulator->addKey(other);
    QCOMPARE(m_client->exchange(m_emulator->key(u"user").secret).status, 200);
    for (HttpHeader &header : headers) {
        header.value.replace("ISSUED", m_emulator->issuedTokens().constLast().token);
        header.value.replace("OTHER", other.secret);
    }
    const TestReply reply = m_client->get(path, headers);
    QTEST(reply.status, "status");
    const QJsonObject body = reply.json();
    QCOMPARE(body.value("status_code"_L1).toString(), QString::number(reply.status));
    const QJsonObject error = body.value("errors"_L1).toArray().first().toObject();
    QVERIFY(error.value("message_code"_L1).toString().startsWith(u"BXNIM"_s));
    QCOMPARE(body.value("context"_L1).toObject().value("transaction_id"_L1).toString(),
             QString::fromLatin1(reply.header("Transaction-Id")));
}

void TestKeyDetailsEndpoint::behaviour_changesTheDetails()
{
    Behaviour changed;
    changed.set = {{u"disabled"_s, true}, {u"expires_at"_s, u"2031-02-03T04:05Z"_s}};
    changed.drop = QStringList{u"name"_s};
    m_emulator->setKeyDetailsBehaviourForNext(1, changed);
    const HttpHeaders headers = userHeaders();
    const QJsonObject body = m_client->get(path, headers).json();
    QCOMPARE(body.value("disabled"_L1).toBool(), true);
    QCOMPARE(body.value("expires_at"_L1).toString(), u"2031-02-03T04:05Z"_s);
    QVERIFY(!body.contains("name"_L1));
    QVERIFY(m_client->get(path, headers).json().contains("name"_L1));
}

void TestKeyDetailsEndpoint::behaviour_refusesInTheManagementShape()
{
    Behaviour refusing;
    refusing.error = IamError{403, u"BXNIM0513E"_s, u"You are not authorized to use this API."_s};
    m_emulator->setKeyDetailsBehaviour(refusing);
    const TestReply reply = m_client->get(path, userHeaders());
    QCOMPARE(reply.status, 403);
    const QJsonObject error = reply.json().value("errors"_L1).toArray().first().toObject();
    QCOMPARE(error.value("message_code"_L1).toString(), u"BXNIM0513E"_s);
}

void TestKeyDetailsEndpoint::behaviour_isNotThatOfTokenRequests()
{
    Behaviour broken;
    broken.fault = Fault::BadGateway;
    m_emulator->setKeyDetailsBehaviour(broken);
    const HttpHeaders headers = userHeaders();
    QCOMPARE(m_emulator->issuedTokens().size(), 1);
    QCOMPARE(m_client->get(path, headers).status, 502);

    m_emulator->setKeyDetailsBehaviour({});
    m_emulator->setBehaviour(broken);
    QCOMPARE(m_client->get(path, headers).status, 200);
}

void TestKeyDetailsEndpoint::expiredKey_isNotFound()
{
    EmulatedKey key = EmulatedKey::make(KeyKind::User, u"expired"_s);
    key.expires = QDateTime::currentDateTimeUtc().addDays(-1);
    m_emulator->addKey(key);
    const TestReply reply = m_client->exchange(key.secret);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json().value("errorCode"_L1).toString(), u"BXNIM0415E"_s);
}

void TestKeyDetailsEndpoint::oddRequest_isRecorded_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<HttpHeaders>("headers"); // further ones
    QTest::addColumn<QString>("violation");   // or none
    QTest::newRow("with history") << "?include_history=true"_ba << HttpHeaders() << QString();
    QTest::newRow("another query") << "?a=b"_ba << HttpHeaders() << u"the query is unknown"_s;
    QTest::newRow("cookie") << QByteArray() << HttpHeaders{{"Cookie"_ba, "a=b"_ba}}
                            << u"a Cookie is sent"_s;
    QTest::newRow("accepts anything") << QByteArray() << HttpHeaders{{"Accept"_ba, "*/*"_ba}}
                                      << u"Accept is not exactly application/json"_s;
}

void TestKeyDetailsEndpoint::oddRequest_isRecorded()
{
    QFETCH(const QByteArray, query);
    QFETCH(const HttpHeaders, headers);
    QFETCH(const QString, violation);
    QCOMPARE(m_client->get(path + query, userHeaders() + headers).status, 200);
    QCOMPARE(m_emulator->keyDetailsRequests().constLast().violations,
             violation.isEmpty() ? QStringList() : QStringList{violation});
}

HOURPASS_TEST(TestKeyDetailsEndpoint, QCoreApplication)

} // namespace tst_keydetailsendpoint

#include "tst_keydetailsendpoint.moc"
