// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"

#include <QSet>
#include <QStringDecoder>

#include <cmath>
#include <nlohmann/json.hpp>

namespace hourpass {

namespace {

using Json = nlohmann::json;

// QString::fromUtf8() leaves out a byte order mark at the beginning, which would make another name
// or value of this one.
QString fromUtf8(QByteArrayView utf8)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decode(utf8);
}

// Receives the parser's events and builds the tree. Any `false` stops the parser.
class TreeBuilder final
{
public:
    explicit TreeBuilder(int depthLimit)
        : m_depthLimit(std::size_t(depthLimit))
    {
    }

    bool null() { return add({JsonValue::Type::Null, {}, {}, {}}); }
    bool boolean(bool value)
    {
        return add({JsonValue::Type::Bool, value ? "true" : "false", {}, {}});
    }
    bool number_integer(Json::number_integer_t value)
    {
        // The one integer whose spelling the library drops is minus zero.
        return addNumber(value == 0 ? QByteArray("-0") : QByteArray::number(qint64(value)));
    }
    bool number_unsigned(Json::number_unsigned_t value)
    {
        return addNumber(QByteArray::number(quint64(value)));
    }
    bool number_float(Json::number_float_t /*value*/, const std::string &written)
    {
        return addNumber(QByteArray::fromStdString(written));
    }
    bool string(const std::string &value)
    {
        return add({JsonValue::Type::String, QByteArray::fromStdString(value), {}, {}});
    }
    bool binary(const Json::binary_t & /*value*/) { return false; }
    bool start_object(std::size_t /*size*/) { return open(JsonValue::Type::Object); }
    bool start_array(std::size_t /*size*/) { return open(JsonValue::Type::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(const std::string &name)
    {
        const QString text = fromUtf8(name);
        if (m_names.back().contains(text))
            return stop(JsonProblem::Kind::DuplicateName);
        m_names.back().insert(text);
        m_open.back().names.append(text);
        return true;
    }
    bool parse_error(std::size_t position, const std::string & /*lastToken*/,
                     const Json::exception & /*what*/)
    {
        m_problem.offset = qsizetype(position);
        return false;
    }

    JsonValue takeRoot() { return std::move(m_root); }
    JsonProblem problem() const { return m_problem; }

private:
    bool open(JsonValue::Type type)
    {
        if (m_open.size() >= m_depthLimit)
            return stop(JsonProblem::Kind::TooDeep);
        m_open.push_back({type, {}, {}, {}});
        m_names.emplace_back();
        return true;
    }
    bool close()
    {
        JsonValue done = std::move(m_open.back());
        m_open.pop_back();
        m_names.pop_back();
        return add(std::move(done));
    }
    bool addNumber(QByteArray written)
    {
        return add({JsonValue::Type::Number, std::move(written), {}, {}});
    }
    bool add(JsonValue value)
    {
        (m_open.empty() ? m_root : m_open.back().items.emplace_back()) = std::move(value);
        return true;
    }
    bool stop(JsonProblem::Kind kind)
    {
        m_problem.kind = kind;
        return false;
    }

    std::size_t m_depthLimit;
    std::vector<JsonValue> m_open;
    std::vector<QSet<QString>> m_names; // of what is open: a search in the list would be slow
    JsonValue m_root;
    JsonProblem m_problem;
};

} // namespace

const JsonValue *JsonValue::find(QStringView name) const
{
    const qsizetype index = isObject() ? names.indexOf(name) : -1;
    return index < 0 ? nullptr : &items[std::size_t(index)];
}

QString JsonValue::toString() const
{
    return isString() ? fromUtf8(utf8) : QString();
}

QString JsonValue::string(QStringView name) const
{
    const JsonValue *value = find(name);
    return value ? value->toString() : QString();
}

std::optional<qint64> JsonValue::toInteger() const
{
    if (type != Type::Number)
        return {};
    bool ok = false;
    const qint64 whole = utf8.toLongLong(&ok);
    if (ok)
        return whole;
    const double value = utf8.toDouble(&ok);
    constexpr double inexact = 9007199254740992.0; // 2^53: from here on a double skips integers
    if (!ok || std::abs(value) >= inexact || std::trunc(value) != value)
        return {};
    return qint64(value);
}

tl::expected<JsonValue, JsonProblem> parseJson(QByteArrayView text, int depthLimit)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        return tl::unexpected(JsonProblem{JsonProblem::Kind::ByteOrderMark, 0});
    // The library takes a NUL for the end and would not look at what follows.
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
        return tl::unexpected(JsonProblem{JsonProblem::Kind::Syntax, nul});
    TreeBuilder builder(depthLimit);
    if (!Json::sax_parse(text.begin(), text.end(), &builder))
        return tl::unexpected(builder.problem());
    return builder.takeRoot();
}

QString describe(const JsonProblem &problem)
{
    switch (problem.kind) {
    case JsonProblem::Kind::DuplicateName:
        return QStringLiteral("a JSON object has the same member twice");
    case JsonProblem::Kind::TooDeep:
        return QStringLiteral("the JSON is nested too deeply");
    case JsonProblem::Kind::ByteOrderMark:
        return QStringLiteral("the JSON begins with a byte order mark");
    case JsonProblem::Kind::Syntax:
        break;
    }
    return QStringLiteral("malformed JSON at byte %1").arg(problem.offset);
}

} // namespace hourpass
