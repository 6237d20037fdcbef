// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/testclient.h"
#include "support/iamemulator/threadsend.h"
#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

namespace tst_emulatorserver {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

class TestEmulatorServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void requests_areRecordedAsSent();
    void oneConnection_servesSeveralRequests();
    void noRequestAtAll_isRecordedAndEndsTheConnection();

    void certificate_hasOneFault_data();
    void certificate_hasOneFault();
    void emulator_isReachedOnLoopbackOnly();
    void stoppedEmulator_comesBackOnTheSamePort();
    void control_existsOnlyWhereAskedFor();

private:
    ThreadsEnd m_threadsEnd;
    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<IamEmulator> m_emulator;
    std::unique_ptr<TestClient> m_client;
};

void TestEmulatorServer::initTestCase()
{
    m_signer = std::make_shared<const TokenSigner>();
}

void TestEmulatorServer::init()
{
    m_client.reset();
    EmulatorOptions options;
    options.signer = m_signer;
    m_emulator = std::make_unique<IamEmulator>(options);
    QVERIFY(m_emulator->listen());
    m_client = std::make_unique<TestClient>(m_emulator->url(), m_emulator->authorityPem());
}

void TestEmulatorServer::requests_areRecordedAsSent()
{
    QSignalSpy recorded(m_emulator.get(), &IamEmulator::requestRecorded);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QByteArray secret = m_emulator->key(u"special").secret;
    QCOMPARE(m_client->get("/identity/keys?a=b"_ba).status, 200);
    QCOMPARE(m_client->exchange(secret).status, 200);
    QCOMPARE(recorded.size(), 2);
    QCOMPARE(m_emulator->requests().size(), 2);
    QCOMPARE(m_emulator->requests().constFirst().target, "/identity/keys?a=b"_ba);

    QCOMPARE(m_emulator->tokenRequests().size(), 1);
    const RequestRecord record = m_emulator->tokenRequests().constFirst();
    QCOMPARE(record.method, "POST"_ba);
    QCOMPARE(record.target, "/identity/token"_ba);
    QCOMPARE(record.body, TestClient::tokenForm(secret));
    QCOMPARE(record.header("content-TYPE"), "application/x-www-form-urlencoded"_ba);
    QVERIFY(!record.hasHeader("Cookie"));
    QCOMPARE(record.tlsVersion, u"TLS 1.3"_s);
    QCOMPARE(record.status, 200);
    QVERIFY(record.violations.isEmpty());
    QVERIFY(record.time >= before && record.time <= QDateTime::currentDateTimeUtc());
    QCOMPARE(record.toJson().value("body"_L1).toString(), QString::fromLatin1(record.body));
}

void TestEmulatorServer::oneConnection_servesSeveralRequests()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_client->exchange(m_emulator->key(u"user").secret).status, 200);
    QCOMPARE(m_client->exchange("wrong"_ba).status, 400);
    QCOMPARE(m_emulator->connectionCount(), 1);
    for (const RequestRecord &record : m_emulator->requests())
        QCOMPARE(record.connection, 1);
}

void TestEmulatorServer::noRequestAtAll_isRecordedAndEndsTheConnection()
{
    QSslSocket socket;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(m_emulator->authorityPem(), QSsl::Pem));
    socket.setSslConfiguration(tls);
    QSignalSpy closed(&socket, &QSslSocket::disconnected);
    connect(&socket, &QSslSocket::encrypted, &socket,
            [&socket] { socket.write("POST / HTTP/1.1\r\nHost: h\r\n\r\n"); });
    socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(m_emulator->url().port()));
    QVERIFY(closed.wait());
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 411 Length Required\r\n"));
    QCOMPARE(m_emulator->requests().size(), 1);
    QCOMPARE(m_emulator->requests().constFirst().violations,
             QStringList{u"a POST has no Content-Length"_s});
}

void TestEmulatorServer::certificate_hasOneFault_data()
{
    QTest::addColumn<CertificateFault>("fault");
    QTest::addColumn<QList<int>>("errors");
    const auto row = [](const char *name, CertificateFault fault, const QList<int> &errors) {
        QTest::newRow(name) << fault << errors;
    };
    row("none", CertificateFault::None, {});
    row("expired", CertificateFault::Expired, {QSslError::CertificateExpired});
    row("not yet valid", CertificateFault::NotYetValid, {QSslError::CertificateNotYetValid});
    row("other host", CertificateFault::OtherHost, {QSslError::HostNameMismatch});
    row("self-signed", CertificateFault::SelfSigned, {QSslError::SelfSignedCertificate});
    row("unknown authority", CertificateFault::UnknownAuthority,
        {QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToVerifyFirstCertificate});
}

void TestEmulatorServer::certificate_hasOneFault()
{
    QFETCH(const CertificateFault, fault);
    QFETCH(const QList<int>, errors);
    EmulatorOptions options;
    options.signer = m_signer;
    options.certificateFault = fault;
    IamEmulator emulator(options);
    QVERIFY(emulator.listen());
    TestClient client(emulator.url(), emulator.authorityPem());
    const TestReply reply = client.get("/identity/keys"_ba);
    QList<int> seen;
    for (const QSslError &error : reply.sslErrors)
        seen.append(int(error.error()));
    QCOMPARE(seen, errors);
    QCOMPARE(reply.error == QNetworkReply::SslHandshakeFailedError,
             fault != CertificateFault::None);
    QCOMPARE(emulator.requests().isEmpty(), fault != CertificateFault::None);
}

void TestEmulatorServer::emulator_isReachedOnLoopbackOnly()
{
    QCOMPARE(m_emulator->address(), QHostAddress(QHostAddress::LocalHost));
    QList<QHostAddress> others = QNetworkInterface::allAddresses();
    others.removeIf([](const QHostAddress &address) { return address.isLoopback(); });
    others.append(QHostAddress(QHostAddress::LocalHostIPv6));
#ifdef Q_OS_LINUX
    // The whole network 127/8 is this machine's here: a server bound to no address in particular
    // would answer.
    others.append(QHostAddress(u"127.0.0.2"_s));
#endif
    for (const QHostAddress &address : others) {
        QTcpSocket socket;
        QSignalSpy failed(&socket, &QTcpSocket::errorOccurred);
        socket.connectToHost(address, quint16(m_emulator->url().port()));
        QVERIFY2(!failed.isEmpty() || failed.wait(), qPrintable(address.toString()));
        QVERIFY(socket.state() != QAbstractSocket::ConnectedState);
    }
}

void TestEmulatorServer::stoppedEmulator_comesBackOnTheSamePort()
{
    QCOMPARE(m_client->exchange(m_emulator->key(u"user").secret).status, 200);
    const QUrl url = m_emulator->url();
    m_emulator->stop();
    const TestReply reply = m_client->exchange(m_emulator->key(u"user").secret);
    QVERIFY(reply.error != QNetworkReply::NoError);
    QCOMPARE(reply.status, 0);
    QVERIFY(m_emulator->listen(quint16(url.port())));
    QCOMPARE(m_emulator->url(), url);
    QCOMPARE(m_client->exchange(m_emulator->key(u"user").secret).status, 200);
    QCOMPARE(m_emulator->issuedTokens().size(), 2);
}

void TestEmulatorServer::control_existsOnlyWhereAskedFor()
{
    QCOMPARE(m_client->get("/emulator/issued"_ba).status, 404);

    EmulatorOptions options;
    options.signer = m_signer;
    options.control = true;
    IamEmulator steered(options);
    QVERIFY(steered.listen());
    TestClient client(steered.url(), steered.authorityPem());
    QCOMPARE(client.post("/emulator/behaviour"_ba, R"({"fault":"empty-503","next":1})"_ba).status,
             200);
    QCOMPARE(client.exchange(steered.key(u"user").secret).status, 503);
    QCOMPARE(client.exchange(steered.key(u"user").secret).status, 200);
    const QJsonObject issued = client.get("/emulator/issued"_ba).json();
    QCOMPARE(issued.value("issued"_L1).toArray().first().toObject().value("token"_L1).toString(),
             QString::fromLatin1(steered.issuedTokens().constFirst().token));
    const QJsonObject requests = client.get("/emulator/requests"_ba).json();
    QCOMPARE(requests.value("requests"_L1).toArray().size(), 2);
    QCOMPARE(client.post("/emulator/behaviour"_ba, R"({"fault":"typo"})"_ba).status, 400);
    QCOMPARE(client.get("/emulator/behaviour"_ba).status, 404);
}

HOURPASS_TEST(TestEmulatorServer, QCoreApplication)

} // namespace tst_emulatorserver

#include "tst_emulatorserver.moc"
