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

// Tells how far the parser has read, which it says of its own only where it fails.
class CountingIterator final
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountingIterator(const char *at, const char *&readTo)
        : m_at(at)
        , m_readTo(&readTo)
    {
    }
    reference operator*() const { return *m_at; }
    CountingIterator &operator++()
    {
        *m_readTo = ++m_at;
        return *this;
    }
    bool operator==(const CountingIterator &other) const { return m_at == other.m_at; }

private:
    const char *m_at;
    const char **m_readTo;
};

// Receives the parser's events and builds the tree. Any `false` stops the parser.
class TreeBuilder final
{
public:
    TreeBuilder(QByteArrayView text, int depthLimit)
        : m_text(text)
        , m_readTo(text.data())
        , m_depthLimit(std::size_t(depthLimit))
    {
    }

    CountingIterator begin() { return {m_text.begin(), m_readTo}; }
    CountingIterator end() { return {m_text.end(), m_readTo}; }

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
            note(JsonProblem::Kind::DuplicateName);
        m_names.back().insert(text);
        m_open.back().names.append(text);
        return true;
    }
    bool parse_error(std::size_t position, const std::string & /*lastToken*/,
                     const Json::exception & /*what*/)
    {
        // The end of the text is counted as a byte more.
        if (!m_problem)
            m_problem = {JsonProblem::Kind::Syntax, qsizetype(position) - 1};
        return false;
    }

    JsonReading take(bool isWhole)
    {
        if (!isWhole && !m_open.empty())
            m_root = wholeItems(std::move(m_open.front()));
        return {std::move(m_root), m_problem};
    }

private:
    bool open(JsonValue::Type type)
    {
        if (m_open.size() >= m_depthLimit) {
            note(JsonProblem::Kind::TooDeep);
            return false;
        }
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
        m_endsInNumber = value.type == JsonValue::Type::Number && m_readTo == m_text.end()
            && m_text.back() >= '0' && m_text.back() <= '9';
        (m_open.empty() ? m_root : m_open.back().items.emplace_back()) = std::move(value);
        return true;
    }
    void note(JsonProblem::Kind kind)
    {
        if (!m_problem)
            m_problem = {kind, m_readTo - m_text.data() - 1};
    }
    // A number has no end of its own: where the text ends with it, more digits may be missing.
    JsonValue wholeItems(JsonValue top) const
    {
        if (m_open.size() == 1 && m_endsInNumber && !top.items.empty())
            top.items.pop_back();
        if (top.isObject())
            top.names.resize(qsizetype(top.items.size()));
        return top;
    }

    QByteArrayView m_text;
    const char *m_readTo;
    std::size_t m_depthLimit;
    bool m_endsInNumber = false;
    std::vector<JsonValue> m_open;
    std::vector<QSet<QString>> m_names; // of what is open: a search in the list would be slow
    JsonValue m_root;
    std::optional<JsonProblem> m_problem; // the first one
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

JsonReading readJson(QByteArrayView text, int depthLimit)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        return {{}, JsonProblem{JsonProblem::Kind::ByteOrderMark, 0}};
    // The library takes a NUL for the end and would not look at what follows.
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0) {
        JsonReading before = readJson(text.first(nul), depthLimit);
        if (!before.problem || before.problem->offset >= nul)
            before.problem = JsonProblem{JsonProblem::Kind::Syntax, nul};
        return before;
    }
    TreeBuilder builder(text, depthLimit);
    const bool isWhole = Json::sax_parse(builder.begin(), builder.end(), &builder);
    return builder.take(isWhole);
}

tl::expected<JsonValue, JsonProblem> parseJson(QByteArrayView text, int depthLimit)
{
    JsonReading reading = readJson(text, depthLimit);
    if (reading.problem)
        return tl::unexpected(*reading.problem);
    return std::move(reading.value);
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
    return QStringLiteral("malformed JSON at byte %1").arg(problem.offset + 1);
}

} // namespace hourpass
