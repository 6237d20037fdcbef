// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/networkerror.h"

#include <QMetaEnum>
#include <QTest>

using namespace hourpass;
using namespace Qt::StringLiterals;

namespace {

using Code = QNetworkReply::NetworkError;

// A reply that failed, without a network.
class FailedReply final : public QNetworkReply
{
    Q_OBJECT

public:
    explicit FailedReply(Code error)
    {
        setUrl(QUrl(u"https://аррӏе.example/identity/token?secret"_s));
        setError(error, u"technical text"_s);
    }
    void abort() override { }

protected:
    qint64 readData(char * /*data*/, qint64 /*maxSize*/) override { return -1; }
};

} // namespace

class NetworkErrorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_data();
    void code();
    void everyOtherError_hasACodeToo();
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
    row(Code::HostNotFoundError, ErrorCode::HostNotFound);
    row(Code::TimeoutError, ErrorCode::TimedOut);
    row(Code::OperationCanceledError, ErrorCode::Cancelled);
    row(Code::SslHandshakeFailedError, ErrorCode::TlsFailed);
    row(Code::TemporaryNetworkFailureError, ErrorCode::NetworkFailed);
    row(Code::UnknownNetworkError, ErrorCode::NetworkFailed);
    row(Code::ProxyConnectionRefusedError, ErrorCode::ProxyFailed);
    row(Code::ProxyConnectionClosedError, ErrorCode::ProxyFailed);
    row(Code::ProxyNotFoundError, ErrorCode::ProxyFailed);
    row(Code::ProxyTimeoutError, ErrorCode::ProxyFailed);
    row(Code::ProxyAuthenticationRequiredError, ErrorCode::ProxyFailed);
    row(Code::UnknownProxyError, ErrorCode::ProxyFailed);
    row(Code::ContentReSendError, ErrorCode::ConnectionClosed);
    row(Code::UnknownContentError, ErrorCode::AnswerUnusable);
    row(Code::ProtocolFailure, ErrorCode::AnswerUnusable);
}

void NetworkErrorTest::code()
{
    QFETCH(Code, error);
    QFETCH(ErrorCode, expected);
    const Error told = networkError(FailedReply(error), {});
    QCOMPARE(told.code, expected);
    QCOMPARE(told.detail, u"technical text"_s);
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
    row("weak", {E::CertificateBlacklisted}, ErrorCode::CertificateUntrusted);
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

QTEST_GUILESS_MAIN(NetworkErrorTest)
#include "tst_networkerror.moc"
