// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/networkerror.h"

#include "support/testprogram.h"

#include <QMetaEnum>
#include <QNetworkInterface>
#include <QTest>

namespace tst_networkerror {

using namespace hourpass;
using namespace Qt::StringLiterals;

using Code = QNetworkReply::NetworkError;

// A reply that failed, without a network.
class FailedReply final : public QNetworkReply
{
    Q_OBJECT

public:
    explicit FailedReply(Code error, const QString &text = u"technical text"_s)
    {
        setUrl(QUrl(u"https://аррӏе.example/identity/token?secret"_s));
        setError(error, text);
    }
    void abort() override { }

protected:
    qint64 readData(char * /*data*/, qint64 /*maxSize*/) override { return -1; }
};

class NetworkErrorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_data();
    void code();
    void everyOtherError_hasACodeToo();
    void brokenHandshake_isToldApart_data();
    void brokenHandshake_isToldApart();
    void nameThatIsNotFound_mayMeanThatThereIsNoNetwork();
    void tlsErrors_sayMore_data();
    void tlsErrors_sayMore();
};

void NetworkErrorTest::code_data()
{
    QTest::addColumn<Code>("error");
    QTest::addColumn<ErrorCode>("expected");
    const auto row = [](Code error, ErrorCode expected) {
        QTest::newRow(QMetaEnum::fromType<Code>().valueToKey(error)) << error << expected;
    };
    row(Code::ConnectionRefusedError, ErrorCode::ConnectionRefused);
    row(Code::RemoteHostClosedError, ErrorCode::ConnectionClosed);
    row(Code::TimeoutError, ErrorCode::TimedOut);
    row(Code::OperationCanceledError, ErrorCode::Cancelled);
    row(Code::SslHandshakeFailedError, ErrorCode::TlsFailed);
    row(Code::TemporaryNetworkFailureError, ErrorCode::NetworkFailed);
    row(Code::UnknownNetworkError, ErrorCode::NetworkFailed);
    row(Code::ProxyConnectionRefusedError, ErrorCode::ProxyUnreachable);
    row(Code::ProxyConnectionClosedError, ErrorCode::ProxyRefused);
    row(Code::ProxyNotFoundError, ErrorCode::ProxyUnreachable);
    row(Code::ProxyTimeoutError, ErrorCode::ProxyUnreachable);
    row(Code::ProxyAuthenticationRequiredError, ErrorCode::ProxyLoginNeeded);
    row(Code::UnknownProxyError, ErrorCode::ProxyRefused);
    row(Code::ContentReSendError, ErrorCode::ConnectionClosed);
    row(Code::UnknownContentError, ErrorCode::AnswerIncomplete);
    row(Code::ProtocolFailure, ErrorCode::AnswerUnusable);
}

void NetworkErrorTest::code()
{
    QFETCH(Code, error);
    QFETCH(ErrorCode, expected);
    const Error told = networkError(FailedReply(error), {});
    QCOMPARE(told.code, expected);
    // Where Qt tries to send a OneShotBody again it says "unknown error".
    QCOMPARE(told.detail,
             error == Code::ContentReSendError ? u"the connection ended without an HTTP answer"_s
                                               : u"technical text"_s);
    QCOMPARE(told.subject, u"xn--80ak6aa92e.example"_s);
    QCOMPARE(told.server.httpStatus, 0);
}

void NetworkErrorTest::everyOtherError_hasACodeToo()
{
    const QMetaEnum errors = QMetaEnum::fromType<Code>();
    for (int i = 0; i < errors.keyCount(); ++i) {
        const Error told = networkError(FailedReply(Code(errors.value(i))), {});
        QVERIFY(told.code != ErrorCode::Internal);
    }
}

// The texts are those of OpenSSL 3.
void NetworkErrorTest::brokenHandshake_isToldApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("expected");
    const auto row = [](const char *text, ErrorCode expected) {
        QTest::newRow(text) << u"SSL handshake failed: error:%1"_s.arg(QLatin1StringView(text))
                            << expected;
    };
    row("0A00042E:SSL routines::tlsv1 alert protocol version", ErrorCode::TlsOutdated);
    row("0A000102:SSL routines::unsupported protocol", ErrorCode::TlsOutdated);
    row("0A000410:SSL routines::sslv3 alert handshake failure", ErrorCode::TlsRefused);
    row("0A000458:SSL routines::tlsv1 unrecognized name", ErrorCode::TlsRefused);
    row("0A00010B:SSL routines::wrong version number", ErrorCode::TlsFailed);
    row("no number at all", ErrorCode::TlsFailed);
}

void NetworkErrorTest::brokenHandshake_isToldApart()
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, expected);
    QCOMPARE(networkError(FailedReply(Code::SslHandshakeFailedError, text), {}).code, expected);
}

// Which of the two depends on the machine that the test runs on.
void NetworkErrorTest::nameThatIsNotFound_mayMeanThatThereIsNoNetwork()
{
    bool isConnected = false;
    for (const QNetworkInterface &one : QNetworkInterface::allInterfaces()) {
        isConnected = isConnected
            || (one.flags().testFlags(QNetworkInterface::IsUp | QNetworkInterface::IsRunning)
                && !one.flags().testFlag(QNetworkInterface::IsLoopBack)
                && !one.addressEntries().isEmpty());
    }
    QCOMPARE(networkError(FailedReply(Code::HostNotFoundError), {}).code,
             isConnected ? ErrorCode::HostNotFound : ErrorCode::Offline);
}

void NetworkErrorTest::tlsErrors_sayMore_data()
{
    using E = QSslError;
    QTest::addColumn<QList<QSslError>>("errors");
    QTest::addColumn<ErrorCode>("expected");
    const auto row = [](const char *name, std::initializer_list<E::SslError> kinds,
                        ErrorCode expected) {
        QList<QSslError> errors;
        for (const E::SslError kind : kinds)
            errors += QSslError(kind);
        QTest::newRow(name) << errors << expected;
    };
    row("expired", {E::CertificateExpired}, ErrorCode::CertificateExpired);
    row("not yet valid", {E::CertificateNotYetValid}, ErrorCode::CertificateNotYetValid);
    row("other host", {E::HostNameMismatch}, ErrorCode::CertificateForOtherHost);
    row("self-signed", {E::SelfSignedCertificate}, ErrorCode::CertificateUntrusted);
    row("incomplete chain", {E::UnableToGetLocalIssuerCertificate},
        ErrorCode::CertificateUntrusted);
    row("weak", {E::UnspecifiedError}, ErrorCode::CertificateWeak);
    // A wrong root explains all the others.
    row("untrusted and expired", {E::CertificateExpired, E::SelfSignedCertificateInChain},
        ErrorCode::CertificateUntrusted);
    row("expired and for another host", {E::CertificateExpired, E::HostNameMismatch},
        ErrorCode::CertificateExpired);
}

void NetworkErrorTest::tlsErrors_sayMore()
{
    QFETCH(QList<QSslError>, errors);
    QFETCH(ErrorCode, expected);
    const Error told = networkError(FailedReply(Code::SslHandshakeFailedError), errors);
    QCOMPARE(told.code, expected);
    QVERIFY(!told.detail.isEmpty());
}

HOURPASS_TEST(NetworkErrorTest, QCoreApplication)

} // namespace tst_networkerror

#include "tst_networkerror.moc"
