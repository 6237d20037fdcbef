// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/networkerror.h"

#include <QNetworkInterface>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int weakestRsaKey = 2048;

bool isWeak(const QSslCertificate &certificate)
{
    const QSslKey key = certificate.publicKey();
    return key.algorithm() == QSsl::Rsa && key.length() > 0 && key.length() < weakestRsaKey;
}

ErrorCode codeFor(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return ErrorCode::CertificateExpired;
    case QSslError::CertificateNotYetValid:
        return ErrorCode::CertificateNotYetValid;
    case QSslError::HostNameMismatch:
        return ErrorCode::CertificateForOtherHost;
    case QSslError::UnspecifiedError: // what Qt has no word for: OpenSSL's level of security
        return ErrorCode::CertificateWeak;
    default:
        return isWeak(error.certificate()) ? ErrorCode::CertificateWeak
                                           : ErrorCode::CertificateUntrusted;
    }
}

// A chain often has several faults. A wrong root explains all the others; after that the more
// particular one helps more.
const QSslError *mostTelling(const QList<QSslError> &errors)
{
    const QSslError *telling = nullptr;
    for (const QSslError &error : errors) {
        const bool untrusted = codeFor(error) == ErrorCode::CertificateUntrusted;
        if (!telling || untrusted)
            telling = &error;
        if (untrusted)
            break;
    }
    return telling;
}

// Of its subject, then its alternative names for hosts (RFC 6125).
QStringList namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values(QSsl::DnsEntry);
    names += certificate.subjectAlternativeNames().values(QSsl::IpAddressEntry);
    return names.isEmpty() ? certificate.subjectInfo(QSslCertificate::CommonName) : names;
}

CertificateEvidence evidenceOf(const QNetworkReply &reply, const QList<QSslError> &errors,
                               const QSslCertificate &faulty)
{
    const QList<QSslCertificate> chain = reply.sslConfiguration().peerCertificateChain();
    const QSslCertificate &certificate = chain.isEmpty() ? faulty : chain.first();
    const auto isUnverifiable = [](const QSslError &error) {
        return error.error() == QSslError::UnableToVerifyFirstCertificate;
    };
    CertificateEvidence evidence;
    evidence.issuer = issuerOf(certificate);
    evidence.names = namesOf(certificate);
    evidence.validFrom = faulty.effectiveDate();
    evidence.validTo = faulty.expiryDate();
    evidence.isAlone =
        !certificate.isSelfSigned() && std::any_of(errors.begin(), errors.end(), isUnverifiable);
    return evidence;
}

ErrorCode codeFor(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return ErrorCode::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // closed without an answer: see OneShotBody
        return ErrorCode::ConnectionClosed;
    case QNetworkReply::HostNotFoundError:
        return ErrorCode::HostNotFound;
    case QNetworkReply::TimeoutError:
        return ErrorCode::TimedOut;
    case QNetworkReply::OperationCanceledError:
        return ErrorCode::Cancelled;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsFailed;
    case QNetworkReply::UnknownContentError: // such as a compressed body that is damaged
        return ErrorCode::AnswerIncomplete;
    case QNetworkReply::ProtocolFailure:
        return ErrorCode::AnswerUnusable;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ErrorCode::ProxyLoginNeeded;
    case QNetworkReply::UnknownProxyError:
    case QNetworkReply::ProxyConnectionClosedError:
        return ErrorCode::ProxyRefused;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return ErrorCode::ProxyUnreachable;
    default:
        return ErrorCode::NetworkFailed;
    }
}

// Qt says no more of a broken handshake than OpenSSL's error in words. The number in it is the
// library's own and stable (openssl/sslerr.h): error:0A000410 is alert 40, handshake_failure.
ErrorCode codeOfBrokenHandshake(const QString &words)
{
    static const QRegularExpression number(u"error:([0-9A-Fa-f]{8})"_s);
    constexpr uint reasonBits = 0x7F'FFFF;
    constexpr uint unsupportedProtocol = 258;
    constexpr uint firstAlert = 1000;
    constexpr uint lastAlert = 1255;
    constexpr uint alertProtocolVersion = firstAlert + 70;
    const uint reason = number.match(words).captured(1).toUInt(nullptr, 16) & reasonBits;
    if (reason == unsupportedProtocol || reason == alertProtocolVersion)
        return ErrorCode::TlsOutdated;
    return reason >= firstAlert && reason <= lastAlert ? ErrorCode::TlsRefused
                                                       : ErrorCode::TlsFailed;
}

bool isOffline()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::none_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &one) {
        constexpr auto up = QNetworkInterface::IsUp | QNetworkInterface::IsRunning;
        return (one.flags() & up) == up && !one.flags().testFlag(QNetworkInterface::IsLoopBack)
            && !one.addressEntries().isEmpty();
    });
}

} // namespace

QString issuerOf(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? certificate.issuerDisplayName() : names.join(u", "_s);
}

bool mayBeTheProxys(ErrorCode code)
{
    return code >= ErrorCode::Offline && code <= ErrorCode::NetworkFailed;
}

// A proxy's answer of 404 reads as a name that was not found, one of 503 as a refused connection;
// and of SOCKS5 its words for those (RFC 1928, section 6).
void blameProxy(Error &error, const Proxy &proxy, const Result<void> &reached)
{
    const bool isSilence =
        error.code == ErrorCode::TimedOut || error.code == ErrorCode::ConnectionClosed;
    if (!reached) {
        error.code = reached.error().code;
        error.detail = reached.error().detail;
    } else if (!isSilence) {
        // All other answers of a proxy are one to Qt, 401 and 403 too.
        error.isLoginInDoubt = error.code == ErrorCode::NetworkFailed && !proxy.userName.isEmpty();
        error.code = ErrorCode::ProxyRefused;
    }
}

ErrorCode codeForUnknownName()
{
    return isOffline() ? ErrorCode::Offline : ErrorCode::HostNotFound;
}

Error networkError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors)
{
    Error error;
    error.code = codeFor(reply.error());
    // Qt has no words for the second try that OneShotBody refuses.
    error.detail = reply.error() == QNetworkReply::ContentReSendError
        ? u"the connection ended without an HTTP answer"_s
        : reply.errorString();
    error.subject = reply.url().host(QUrl::FullyEncoded);
    if (const QSslError *telling = mostTelling(tlsErrors)) {
        error.code = codeFor(*telling);
        error.detail = telling->errorString();
        if (!telling->certificate().isNull())
            error.certificate = evidenceOf(reply, tlsErrors, telling->certificate());
    } else if (error.code == ErrorCode::TlsFailed) {
        error.code = codeOfBrokenHandshake(error.detail);
    } else if (error.code == ErrorCode::HostNotFound) {
        error.code = codeForUnknownName();
    }
    return error;
}

} // namespace hourpass
