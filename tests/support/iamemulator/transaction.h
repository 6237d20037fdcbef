// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/http/httpresponse.h"

#include <QDateTime>
#include <QJsonObject>

namespace hourpass::emulator {

/// An error as IAM tells it. An empty code or text is left out of the body.
struct IamError {
    int status = 400;
    QString code = {};
    QString message = {};
    QString details = {};
    QJsonObject requirements = {};
};

/// One request on its way through the service: its id, which the answer's header and the context
/// of an error share, and the answers common to all endpoints.
class Transaction final
{
public:
    Transaction(const HttpRequest &request, QString serviceUrl, QDateTime start);

    const QString &id() const { return m_id; }
    const QDateTime &start() const { return m_start; }

    HttpResponse json(int status, const QJsonObject &body) const;
    HttpResponse html(int status, const QByteArray &body) const;
    HttpResponse empty(int status) const;
    /// In the shape of the token endpoint.
    HttpResponse error(const IamError &error) const;
    /// In the shape of the management endpoints (`/v1/...`).
    HttpResponse managementError(const IamError &error) const;

private:
    HttpHeaders commonHeaders() const;
    QJsonObject context() const;
    QJsonObject managementContext() const;

    QString m_id;
    QString m_userAgent;
    QString m_serviceUrl;
    QDateTime m_start;
};

} // namespace hourpass::emulator
