// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <tl/expected.hpp>
#include <vector>

namespace hourpass {

/// One JSON value as it stood in the text: numbers keep their spelling, members their order.
struct JsonValue {
    enum class Type { Null, Bool, Number, String, Array, Object };

    Type type = Type::Null;
    QByteArray utf8;              ///< a string's value, a number as written, "true" or "false"
    QStringList names;            ///< of an object's members, in step with items
    std::vector<JsonValue> items; ///< of an array, or the members' values

    bool isObject() const { return type == Type::Object; }
    bool isString() const { return type == Type::String; }
    /// The member's value, or null where this is no object or has none of that name.
    const JsonValue *find(QStringView name) const;
    /// The string's value; empty where this is not a string.
    QString toString() const;
    /// The member as a string; empty where it is missing or not a string.
    QString string(QStringView name) const;
    /// A whole number that fits, however it is spelled (3600, 3600.0, 3.6e3).
    std::optional<qint64> toInteger() const;
};

/// Where and why a text is not JSON. Fixed words: nothing of the text is repeated, since it may
/// hold a secret.
struct JsonProblem {
    enum class Kind { Syntax, DuplicateName, TooDeep, ByteOrderMark };

    Kind kind = Kind::Syntax;
    /// Where what does not fit ends: the index of its last byte, the text's size where the text
    /// ends too early.
    qsizetype offset = 0;

    bool operator==(const JsonProblem &) const = default;
};

/// Reads exactly one RFC 8259 value: strict grammar and UTF-8, no byte order mark, no name twice
/// in an object, nesting of at most `depthLimit`. QJsonDocument is too lenient for text that
/// decides about trust (security rules, section 6).
tl::expected<JsonValue, JsonProblem> parseJson(QByteArrayView text, int depthLimit = 64);

/// What can be shown of a text, be it damaged.
struct JsonReading {
    /// The whole value; else, of an object or array at the top, what was whole before the problem.
    /// A name that comes twice is a problem and stands there twice: find() gives the first.
    JsonValue value;
    std::optional<JsonProblem> problem; ///< the first one
};

/// As parseJson(), and keeps what could be read: to show it, never to trust it.
JsonReading readJson(QByteArrayView text, int depthLimit = 64);

/// "malformed JSON at byte 17", counted from one: for Error::detail.
QString describe(const JsonProblem &problem);

} // namespace hourpass
