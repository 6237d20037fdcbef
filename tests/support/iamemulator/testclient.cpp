// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/testclient.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

constexpr int deadline = 20'000;

HttpHeaders formHeaders(const HttpHeaders &headers)
{
    HttpHeaders all{{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba},
                    {"Accept"_ba, "application/json"_ba}};
    return all + headers;
}

} // namespace

QJsonObject TestReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray TestReply::header(QByteArrayView name) const
{
    return headerValues(headers, name).value(0);
}

TestClient::TestClient(const QUrl &url, const QByteArray &authorityPem)
    : m_url(url)
{
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setCaCertificates(QSslCertificate::fromData(authorityPem, QSsl::Pem));
}

TestReply TestClient::get(const QByteArray &target, const HttpHeaders &headers)
{
    return finish(m_network.get(request(target, headers)));
}

TestReply TestClient::post(const QByteArray &target, const QByteArray &body,
                           const HttpHeaders &headers)
{
    return finish(m_network.post(request(target, formHeaders(headers)), body));
}

TestReply TestClient::exchange(const QByteArray &secret)
{
    return finish(startExchange(secret));
}

QNetworkReply *TestClient::startExchange(const QByteArray &secret)
{
    return m_network.post(request("/identity/token"_ba, formHeaders({})), tokenForm(secret));
}

QByteArray TestClient::tokenForm(const QByteArray &secret)
{
    return "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey="
        + secret.toPercentEncoding();
}

QNetworkRequest TestClient::request(const QByteArray &target, const HttpHeaders &headers) const
{
    QNetworkRequest request(m_url.resolved(QUrl::fromEncoded(target)));
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    for (const HttpHeader &header : headers) {
        const bool takenAway = header.value.isEmpty();
        request.setRawHeader(header.name, takenAway ? QByteArray() : header.value);
    }
    return request;
}

TestReply TestClient::finish(QNetworkReply *reply)
{
    TestReply result;
    QSignalSpy finished(reply, &QNetworkReply::finished);
    const QSignalSpy refused(reply, &QNetworkReply::sslErrors);
    if (!reply->isFinished() && !finished.wait(deadline))
        reply->abort();
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.error = reply->error();
    result.sslErrors = refused.value(0).value(0).value<QList<QSslError>>();
    if (reply->isOpen())
        result.body = reply->readAll();
    const auto pairs = reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        result.headers.append({name, value});
    delete reply;
    return result;
}

} // namespace hourpass::emulator
