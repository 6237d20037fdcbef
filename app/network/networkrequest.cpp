// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/networkrequest.h"

#include "files/files.h"
#include "network/httpcall.h"

#include <QLocale>
#include <QSslCertificate>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 caFileLimit = 1024 * 1024;

} // namespace

Result<QSslConfiguration> tlsConfiguration(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty())
        return configuration;
    const auto pem = readSmallFile(caFile, caFileLimit);
    // "Not found" is kept for keys.
    if (!pem && pem.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::FileUnreadable, pem.error().detail, caFile);
    if (!pem)
        return Failure(pem.error());
    const QList<QSslCertificate> roots = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (roots.isEmpty())
        return failure(ErrorCode::CaFileInvalid, {}, caFile);
    configuration.addCaCertificates(roots);
    return configuration;
}

QNetworkRequest networkRequest(const HttpRequest &request, const QSslConfiguration &tls)
{
    using Request = QNetworkRequest;
    Request result(request.url);
    result.setSslConfiguration(tls);
    result.setRawHeader("Accept", "application/json");
    // Answers are small. Naming an encoding also keeps Qt from unpacking what comes compressed all
    // the same: nothing that grows is let in, and what is no plain JSON cannot be read.
    result.setRawHeader("Accept-Encoding", "identity");
    result.setRawHeader("User-Agent", "Hourpass/" HOURPASS_VERSION);
    // IBM translates its messages by this; Qt would tell the user's whole locale.
    result.setRawHeader("Accept-Language", QLocale().bcp47Name().section(u'-', 0, 0).toLatin1());
    for (const HttpHeader &header : request.headers)
        result.setRawHeader(header.name, header.value.reveal().toByteArray());
    result.setAttribute(Request::RedirectPolicyAttribute, Request::ManualRedirectPolicy);
    result.setAttribute(Request::CookieLoadControlAttribute, Request::Manual);
    result.setAttribute(Request::CookieSaveControlAttribute, Request::Manual);
    result.setAttribute(Request::AuthenticationReuseAttribute, Request::Manual);
    result.setAttribute(Request::CacheLoadControlAttribute, Request::AlwaysNetwork);
    result.setAttribute(Request::CacheSaveControlAttribute, false);
    // Before 6.5.7 Qt may speak HTTP/2 before encryption is up (CVE-2024-39936).
    result.setAttribute(Request::Http2AllowedAttribute, false);
    // Buffering would make a copy of the body that can be sent again: see OneShotBody.
    result.setAttribute(Request::DoNotBufferUploadDataAttribute, true);
    return result;
}

QNetworkProxy networkProxy(const Proxy &proxy)
{
    if (proxy.kind == Proxy::Kind::Direct)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const bool isHttp = proxy.kind == Proxy::Kind::Http;
    return QNetworkProxy(isHttp ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, proxy.host,
                         proxy.port, proxy.userName, QString::fromUtf8(proxy.password.reveal()));
}

} // namespace hourpass
