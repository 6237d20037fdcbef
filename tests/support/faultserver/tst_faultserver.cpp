// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver/httpbytes.h"
#include "support/faultserver/silentport.h"
#include "support/faultserver/weaktlsserver.h"
#include "support/faultserver/wireserver.h"
#include "support/testprogram.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tst_faultserver {

using namespace hourpass::test;
using namespace Qt::StringLiterals;
using hourpass::emulator::CertificateAuthority;
using hourpass::emulator::CertificateFault;
using Versions = WeakTlsServer::Versions;
using When = WireServer::When;

/// That the servers have the fault that they are meant to have, and no other.
class FaultServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_isRecordedOnceItIsComplete();
    void behaviours_followEachOther();
    void heldAnswer_waitsForItsRelease();
    void stoppedServer_refuses();
    void reset_isNoOrderlyEnd();
    void silentPort_neverConnects();
    void weakTls_worksForWhoTakesIt_data();
    void weakTls_worksForWhoTakesIt();
    void outdatedTls_isAllThatIsSpoken();
    void compressedBody_canBeRead_data();
    void compressedBody_canBeRead();

private:
    CertificateAuthority m_authority;
};

void FaultServerTest::request_isRecordedOnceItIsComplete()
{
    WireServer server(nullptr, When::RequestComplete, WireServer::keepingOpenAfter("ok"));
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, server.port());
    client.write("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nab");
    QTRY_VERIFY(server.received().endsWith("ab"));
    QCOMPARE(server.requestCount(), 0);
    client.write("cd");
    QTRY_COMPARE(server.requestCount(), 1);
    client.write("CONNECT iam.test:443 HTTP/1.1\r\nHost: iam.test\r\n\r\n");
    QTRY_COMPARE(server.requestCount(), 2);
    QTRY_COMPARE(client.bytesAvailable(), 4);
    QCOMPARE(server.connectionCount(), 1);
    QVERIFY(!server.record().first().encrypted);
}

void FaultServerTest::behaviours_followEachOther()
{
    WireServer server(
        nullptr, When::Connected,
        WireServer::inTurn({WireServer::answering("first"), WireServer::answering("later")}));
    for (const QByteArray &expected : {"first"_ba, "later"_ba, "later"_ba}) {
        QTcpSocket client;
        client.connectToHost(u"127.0.0.1"_s, server.port());
        QTRY_COMPARE(client.state(), QTcpSocket::UnconnectedState);
        QCOMPARE(client.readAll(), expected);
    }
}

void FaultServerTest::heldAnswer_waitsForItsRelease()
{
    HeldAnswer held;
    WireServer server(nullptr, When::Connected, held.holding(WireServer::answering("late")));
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, server.port());
    QTRY_VERIFY(held.isWaiting());
    QCOMPARE(client.bytesAvailable(), 0);
    held.release();
    QTRY_COMPARE(client.bytesAvailable(), 4);
    QCOMPARE(client.readAll(), "late"_ba);
}

void FaultServerTest::stoppedServer_refuses()
{
    WireServer server(nullptr, When::Connected, WireServer::answering({}));
    server.stop();
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, server.port());
    QTRY_COMPARE(client.error(), QTcpSocket::ConnectionRefusedError);
}

// Qt says the same of both.
void FaultServerTest::reset_isNoOrderlyEnd()
{
    WireServer server(nullptr, When::Connected, WireServer::resettingAfter("part"));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int client = ::socket(AF_INET, SOCK_STREAM, 0);
    QCOMPARE(::connect(client, reinterpret_cast<sockaddr *>(&address), sizeof(address)), 0);
    QByteArray received;
    int error = 0;
    bool over = false;
    const auto isOver = [&] {
        if (over) // QTRY_VERIFY asks once more
            return true;
        char bytes[16];
        const ssize_t size = ::recv(client, bytes, sizeof(bytes), MSG_DONTWAIT);
        if (size > 0)
            received.append(bytes, size);
        error = size < 0 ? errno : 0;
        over = size == 0 || (size < 0 && error != EAGAIN);
        return over;
    };
    QTRY_VERIFY(isOver());
    ::close(client);
    QCOMPARE(received, "part"_ba);
    QCOMPARE(error, ECONNRESET);
}

void FaultServerTest::silentPort_neverConnects()
{
    const SilentPort port;
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, port.port());
    QVERIFY(!QTest::qWaitFor([&] { return client.state() != QTcpSocket::ConnectingState; }, 200));
}

void FaultServerTest::weakTls_worksForWhoTakesIt_data()
{
    QTest::addColumn<CertificateFault>("fault");
    QTest::addColumn<Versions>("versions");
    QTest::newRow("old") << CertificateFault::None << Versions::Outdated;
    QTest::newRow("weak key") << CertificateFault::WeakKey << Versions::Current;
    QTest::newRow("weak signature") << CertificateFault::WeakSignature << Versions::Current;
}

void FaultServerTest::weakTls_worksForWhoTakesIt()
{
    QFETCH(CertificateFault, fault);
    QFETCH(Versions, versions);
    const WeakTlsServer server(m_authority.issue(fault), versions);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::AnyProtocol);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setBackendConfigurationOption("MinProtocol"_ba, "TLSv1"_ba);
    configuration.setBackendConfigurationOption("CipherString"_ba, "ALL:@SECLEVEL=0"_ba);
    QSslSocket client;
    client.setSslConfiguration(configuration);
    client.connectToHostEncrypted(u"127.0.0.1"_s, quint16(QUrl(server.url()).port()));
    QTRY_VERIFY2(client.isEncrypted(), qPrintable(client.errorString()));
    client.write("hello");
    QTRY_COMPARE(allBytes(server.record()), "hello"_ba);
}

void FaultServerTest::outdatedTls_isAllThatIsSpoken()
{
    const WeakTlsServer server(m_authority.issue(), Versions::Outdated);
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(u"127.0.0.1"_s, quint16(QUrl(server.url()).port()));
    QTRY_COMPARE(client.state(), QTcpSocket::UnconnectedState);
    QVERIFY2(client.errorString().contains("version"_L1), qPrintable(client.errorString()));
    QCOMPARE(server.record().size(), 1);
}

void FaultServerTest::compressedBody_canBeRead_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("gzip") << "gzip"_ba << gzipped("{\"a\": 1}");
    QTest::newRow("deflate") << "deflate"_ba << deflated("{\"a\": 1}");
}

void FaultServerTest::compressedBody_canBeRead()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    const QByteArray answer = httpWithLength("200 OK\r\nContent-Encoding: " + encoding, body);
    WireServer server(nullptr, When::RequestComplete, WireServer::answering(answer));
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(
        manager.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())))));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), "{\"a\": 1}"_ba);
}

HOURPASS_TEST(FaultServerTest, QCoreApplication)

} // namespace tst_faultserver

#include "tst_faultserver.moc"
