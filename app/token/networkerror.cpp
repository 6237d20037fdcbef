// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/networkerror.h"

#include <QSslCertificate>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

ErrorCode codeFor(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return ErrorCode::CertificateExpired;
    case QSslError::CertificateNotYetValid:
        return ErrorCode::CertificateNotYetValid;
    case QSslError::HostNameMismatch:
        return ErrorCode::CertificateForOtherHost;
    default:
        return ErrorCode::CertificateUntrusted;
    }
}

// A chain often has several faults. A wrong root explains all the others; after that the more
// particular one helps more.
const QSslError *mostTelling(const QList<QSslError> &errors)
{
    const QSslError *telling = nullptr;
    for (const QSslError &error : errors) {
        const bool untrusted = codeFor(error.error()) == ErrorCode::CertificateUntrusted;
        if (!telling || untrusted)
            telling = &error;
        if (untrusted)
            break;
    }
    return telling;
}

QString issuerOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? certificate.issuerDisplayName() : names.join(u", "_s);
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
    case QNetworkReply::ProtocolFailure:
        return ErrorCode::AnswerUnusable;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ErrorCode::ProxyFailed;
    default:
        return ErrorCode::NetworkFailed;
    }
}

} // namespace

Error networkError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors)
{
    Error error{
        codeFor(reply.error()), reply.errorString(), reply.url().host(QUrl::FullyEncoded), {}};
    if (const QSslError *telling = mostTelling(tlsErrors)) {
        const QSslCertificate certificate = telling->certificate();
        error.code = codeFor(telling->error());
        error.detail = telling->errorString();
        if (!certificate.isNull())
            error.detail += u" Issuer: %1. Valid from %2 to %3."_s.arg(
                issuerOf(certificate), certificate.effectiveDate().toString(Qt::ISODate),
                certificate.expiryDate().toString(Qt::ISODate));
    }
    return error;
}

} // namespace hourpass
