// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/http/httprequest.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

namespace hourpass::emulator {

/// What came back, copied out of a finished reply.
struct TestReply {
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    HttpHeaders headers;
    QList<QSslError> sslErrors;

    QJsonObject json() const;
    QByteArray header(QByteArrayView name) const;
};

/// A plain client for the emulator's own tests; sends what it is told, and by default what the
/// strict rules ask for.
class TestClient final
{
public:
    TestClient(const QUrl &url, const QByteArray &authorityPem);

    /// Headers replace those of the same name; an empty value takes the header away.
    TestReply get(const QByteArray &target, const HttpHeaders &headers = {});
    TestReply post(const QByteArray &target, const QByteArray &body,
                   const HttpHeaders &headers = {});
    TestReply exchange(const QByteArray &secret);

    /// Does not wait.
    QNetworkReply *startExchange(const QByteArray &secret);
    static QByteArray tokenForm(const QByteArray &secret);

    QNetworkRequest request(const QByteArray &target, const HttpHeaders &headers) const;

private:
    TestReply finish(QNetworkReply *reply);

    QUrl m_url;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

} // namespace hourpass::emulator
