// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/asciijson.h"

#include <QJsonDocument>
#include <QSet>

namespace hourpass {

namespace {

QByteArray escaped(char16_t unit)
{
    return "\\u" + QByteArray::number(uint(unit), 16).rightJustified(4, '0');
}

QByteArray membersOf(const JsonValue &object)
{
    QByteArray json;
    QSet<QString> seen;
    for (qsizetype i = 0; i < object.names.size(); ++i) {
        const QString &name = object.names.at(i);
        if (seen.contains(name))
            continue;
        seen.insert(name);
        json += (json.isEmpty() ? "" : ",") + asciiJson(QStringView(name)) + ':'
            + asciiJson(object.items[std::size_t(i)]);
    }
    return json;
}

QByteArray itemsOf(const JsonValue &array)
{
    QByteArray json;
    for (const JsonValue &item : array.items)
        json += (json.isEmpty() ? "" : ",") + asciiJson(item);
    return json;
}

} // namespace

QByteArray asciiJson(const QJsonObject &object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray ascii;
    ascii.reserve(json.size());
    const QString text = QString::fromUtf8(json);
    for (const QChar c : text) {
        if (c.unicode() < 0x7F)
            ascii.append(char(c.unicode()));
        else
            ascii.append(escaped(c.unicode()));
    }
    return ascii;
}

QByteArray asciiJson(const JsonValue &value)
{
    switch (value.type) {
    case JsonValue::Type::Null:
        break;
    case JsonValue::Type::Bool:
    case JsonValue::Type::Number:
        return value.utf8;
    case JsonValue::Type::String:
        return asciiJson(QStringView(value.toString()));
    case JsonValue::Type::Array:
        return '[' + itemsOf(value) + ']';
    case JsonValue::Type::Object:
        return '{' + membersOf(value) + '}';
    }
    return "null";
}

QByteArray asciiJson(QStringView text)
{
    QByteArray json = "\"";
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit == u'"' || unit == u'\\')
            json.append('\\').append(char(unit));
        else if (unit >= 0x20 && unit < 0x7F)
            json.append(char(unit));
        else
            json += escaped(unit);
    }
    return json + '"';
}

} // namespace hourpass
