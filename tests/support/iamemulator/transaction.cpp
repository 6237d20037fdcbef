// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/transaction.h"

#include "support/iamemulator/randomtext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

constexpr int madeUpElapsed = 85;

QString contextTime(const QDateTime &time)
{
    return time.toUTC().toString(u"dd.MM.yyyy HH:mm:ss:zzz 'UTC'"_s);
}

void insertIfAny(QJsonObject &object, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

} // namespace

Transaction::Transaction(const HttpRequest &request, QString serviceUrl, QDateTime start)
    : m_id(QString::fromLatin1("ZW11bA-" + randomHex(32)))
    , m_userAgent(QString::fromLatin1(request.header("User-Agent")))
    , m_serviceUrl(std::move(serviceUrl))
    , m_start(std::move(start))
{
}

HttpResponse Transaction::json(int status, const QJsonObject &body) const
{
    HttpResponse response{status, commonHeaders(),
                          QJsonDocument(body).toJson(QJsonDocument::Compact)};
    response.setHeader("Content-Type"_ba, "application/json"_ba);
    return response;
}

HttpResponse Transaction::html(int status, const QByteArray &body) const
{
    // A page comes from a gateway in front of IAM, which has no transaction to tell of.
    return {status,
            {{"Date"_ba, toHttpDate(m_start)}, {"Content-Type"_ba, "text/html; charset=utf-8"_ba}},
            body};
}

HttpResponse Transaction::empty(int status) const
{
    return {status, commonHeaders(), {}};
}

HttpResponse Transaction::error(const IamError &error) const
{
    QJsonObject body{{u"context"_s, context()}};
    insertIfAny(body, u"errorCode"_s, error.code);
    insertIfAny(body, u"errorMessage"_s, error.message);
    insertIfAny(body, u"errorDetails"_s, error.details);
    if (!error.requirements.isEmpty())
        body.insert(u"requirements"_s, error.requirements);
    return json(error.status, body);
}

HttpResponse Transaction::managementError(const IamError &error) const
{
    QJsonObject entry{{u"code"_s, error.status == 404 ? u"not_found"_s : u"not_authorized"_s}};
    insertIfAny(entry, u"message_code"_s, error.code);
    insertIfAny(entry, u"message"_s, error.message);
    insertIfAny(entry, u"details"_s, error.details);
    return json(error.status,
                {{u"context"_s, managementContext()},
                 {u"status_code"_s, QString::number(error.status)},
                 {u"errors"_s, QJsonArray{entry}},
                 {u"trace"_s, m_id}});
}

HttpHeaders Transaction::commonHeaders() const
{
    return {{"Date"_ba, toHttpDate(m_start)},
            {"Transaction-Id"_ba, m_id.toLatin1()},
            {"Cache-Control"_ba, "no-cache, no-store"_ba},
            {"Content-Language"_ba, "en-US"_ba},
            {"ibm-cloud-service-name"_ba, "iam-identity"_ba}};
}

QJsonObject Transaction::context() const
{
    return {{u"requestId"_s, m_id},
            {u"requestType"_s, u"incoming.Identity_Token"_s},
            {u"userAgent"_s, m_userAgent},
            {u"url"_s, m_serviceUrl},
            {u"instanceId"_s, u"iamid-9.9-0000-abcdef-123"_s},
            {u"threadId"_s, u"4f1a2"_s},
            {u"host"_s, u"iamid-9-9-0000-abcdef-123"_s},
            {u"startTime"_s, contextTime(m_start)},
            {u"endTime"_s, contextTime(m_start.addMSecs(madeUpElapsed))},
            {u"elapsedTime"_s, QString::number(madeUpElapsed)},
            {u"locale"_s, u"en_US"_s},
            {u"clusterName"_s, u"iam-id-emulator"_s}};
}

QJsonObject Transaction::managementContext() const
{
    return {{u"transaction_id"_s, m_id},
            {u"operation"_s, u"apikey.details"_s},
            {u"user_agent"_s, m_userAgent},
            {u"url"_s, m_serviceUrl},
            {u"instance_id"_s, u"iamid-9.9-0000-abcdef-123"_s},
            {u"thread_id"_s, u"4f1a2"_s},
            {u"host"_s, u"iamid-9-9-0000-abcdef-123"_s},
            {u"start_time"_s, contextTime(m_start)},
            {u"end_time"_s, contextTime(m_start.addMSecs(madeUpElapsed))},
            {u"elapsed_time"_s, QString::number(madeUpElapsed)},
            {u"locale"_s, u"en_US"_s},
            {u"cluster_name"_s, u"iam-id-emulator"_s}};
}

} // namespace hourpass::emulator
