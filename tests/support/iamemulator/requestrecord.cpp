// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/requestrecord.h"

#include <QJsonArray>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

/// The body as text where it is text, else in Base64, so that nothing is lost.
void insertBody(QJsonObject &object, const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    if (decoder.hasError())
        object.insert(u"body_base64"_s, QString::fromLatin1(body.toBase64()));
    else
        object.insert(u"body"_s, text);
}

} // namespace

QByteArray RequestRecord::header(QByteArrayView name) const
{
    return headerValues(headers, name).value(0);
}

bool RequestRecord::hasHeader(QByteArrayView name) const
{
    return !headerValues(headers, name).isEmpty();
}

QJsonObject RequestRecord::toJson() const
{
    QJsonArray headerPairs;
    for (const HttpHeader &header : headers) {
        headerPairs.append(
            QJsonArray{QString::fromLatin1(header.name), QString::fromLatin1(header.value)});
    }
    QJsonObject object{{u"time"_s, time.toString(Qt::ISODateWithMs)},
                       {u"connection"_s, connection},
                       {u"tls"_s, tlsVersion},
                       {u"method"_s, QString::fromLatin1(method)},
                       {u"target"_s, QString::fromLatin1(target)},
                       {u"headers"_s, headerPairs},
                       {u"violations"_s, QJsonArray::fromStringList(violations)},
                       {u"status"_s, status}};
    insertBody(object, body);
    return object;
}

} // namespace hourpass::emulator
