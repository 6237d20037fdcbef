// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/jsontext.h"

#include "core/visibletext.h"

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QString quoted(QString text)
{
    text.replace(u'\\', "\\\\"_L1);
    text.replace(u'"', "\\\""_L1);
    text.replace(u'\n', "\\n"_L1);
    text.replace(u'\t', "\\t"_L1);
    return u'"' + visibleText(text) + u'"';
}

QString indent(int depth)
{
    constexpr int width = 2;
    return u'\n' + QString(qsizetype(depth) * width, u' ');
}

void write(QString &out, const JsonValue &value, int depth)
{
    const bool isObject = value.type == JsonValue::Type::Object;
    if (!isObject && value.type != JsonValue::Type::Array) {
        if (value.type == JsonValue::Type::Null)
            out += "null"_L1;
        else
            out += value.isString() ? quoted(value.toString()) : QString::fromLatin1(value.utf8);
        return;
    }
    out += isObject ? u'{' : u'[';
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        out += i == 0 ? QString() : u","_s;
        out += indent(depth + 1);
        if (isObject)
            out += quoted(value.names.at(qsizetype(i))) + ": "_L1;
        write(out, value.items[i], depth + 1);
    }
    if (!value.items.empty())
        out += indent(depth);
    out += isObject ? u'}' : u']';
}

} // namespace

QString indentedJson(const JsonValue &value)
{
    QString out;
    write(out, value, 0);
    return out;
}

} // namespace hourpass
