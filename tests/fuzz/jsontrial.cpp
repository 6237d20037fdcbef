// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/trial.h"

#include "core/asciijson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using Type = JsonValue::Type;

namespace {

// QJsonDocument loses it at the beginning of a text within, and may have a name twice by that.
constexpr char byteOrderMark[] = "\xEF\xBB\xBF";
constexpr int depthLimit = 64;

bool isSame(const JsonValue &a, const JsonValue &b)
{
    return a.type == b.type && a.utf8 == b.utf8 && a.names == b.names
        && std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), isSame);
}

bool isSame(const JsonValue &ours, const QJsonValue &theirs);

bool isSameObject(const JsonValue &ours, const QJsonObject &theirs)
{
    if (ours.names.size() != theirs.size())
        return false;
    // Not by its find(): Qt 6.4's does not find every name beyond ASCII that is there.
    for (auto member = theirs.begin(); member != theirs.end(); ++member) {
        const JsonValue *value = ours.find(member.key());
        if (!value || !isSame(*value, *member))
            return false;
    }
    return true;
}

bool isSame(const JsonValue &ours, const QJsonValue &theirs)
{
    switch (ours.type) {
    case Type::Null:
        return theirs.isNull();
    case Type::Bool:
        return theirs.isBool() && theirs.toBool() == (ours.utf8 == "true");
    case Type::Number:
        return theirs.isDouble() && theirs.toDouble() == ours.utf8.toDouble();
    case Type::String:
        return theirs.isString() && theirs.toString() == ours.toString();
    case Type::Array: {
        const QJsonArray array = theirs.toArray();
        return theirs.isArray()
            && std::equal(ours.items.begin(), ours.items.end(), array.begin(), array.end(),
                          [](const JsonValue &one, const QJsonValue &other) {
                              return isSame(one, other);
                          });
    }
    case Type::Object:
        return theirs.isObject() && isSameObject(ours, theirs.toObject());
    }
    return false;
}

int depthOf(const JsonValue &value)
{
    int deepest = 0;
    for (const JsonValue &item : value.items)
        deepest = std::max(deepest, depthOf(item));
    return deepest + (value.type == Type::Array || value.type == Type::Object ? 1 : 0);
}

bool hasNamesForItems(const JsonValue &value)
{
    return (!value.isObject() || value.names.size() == qsizetype(value.items.size()))
        && std::all_of(value.items.begin(), value.items.end(), hasNamesForItems);
}

bool isPrintableAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

// A number that is nothing but not zero, as 1e-400, is none for QJsonDocument.
bool hasTooSmallNumber(const JsonValue &value)
{
    bool isInRange = true;
    if (value.type == Type::Number)
        value.utf8.toDouble(&isInRange);
    return !isInRange || std::any_of(value.items.begin(), value.items.end(), hasTooSmallNumber);
}

// What is strict is a part of what is lenient, and means the same.
Breach breachOfAgreement(const JsonValue &ours, const QByteArray &text)
{
    if (text.contains(byteOrderMark) || hasTooSmallNumber(ours))
        return {};
    const auto theirs = QJsonDocument::fromJson(text);
    // Of single values QJsonDocument takes none.
    if (ours.type == Type::Array)
        return isSame(ours, QJsonValue(theirs.array())) && theirs.isArray()
            ? Breach()
            : u"an array is another one for QJsonDocument"_s;
    if (ours.type == Type::Object)
        return isSame(ours, QJsonValue(theirs.object())) && theirs.isObject()
            ? Breach()
            : u"an object is another one for QJsonDocument"_s;
    return {};
}

Breach breachOfRoundTrip(const JsonValue &value)
{
    const QByteArray written = asciiJson(value);
    if (!isPrintableAscii(written))
        return u"what is written is not ASCII alone"_s;
    const auto again = parseJson(written);
    if (!again || !isSame(*again, value))
        return u"what is written reads as something else"_s;
    return {};
}

// Whatever the lenient one took, what it writes of it is JSON for us too. Half of a surrogate pair
// is none (it writes it as an escape), nor what is deeper than we go.
Breach breachOfTheirs(const QByteArray &text)
{
    const auto theirs = QJsonDocument::fromJson(text);
    const QByteArray written = theirs.toJson(QJsonDocument::Compact);
    if (theirs.isNull() || written.contains("\\ud") || text.contains(byteOrderMark))
        return {};
    const auto ours = parseJson(written, 2000);
    if (!ours)
        return u"what QJsonDocument writes is refused"_s;
    return breachOfAgreement(*ours, written);
}

Breach breachOfAccepted(QByteArrayView text, const JsonValue &value)
{
    if (depthOf(value) > depthLimit || !parseJson(text, depthOf(value)))
        return u"deeper than its depth"_s;
    if (depthOf(value) > 0 && parseJson(text, depthOf(value) - 1))
        return u"the limit of the depth is not kept"_s;
    const QByteArray more = text.toByteArray();
    for (const char c : {'\0', 'x', ']', '"'}) {
        if (parseJson(more + c))
            return u"something follows the value"_s;
    }
    if (Breach breach = breachOfRoundTrip(value); !breach.isEmpty())
        return breach;
    return breachOfAgreement(value, more);
}

} // namespace

Breach tryJson(QByteArrayView text)
{
    const JsonReading reading = readJson(text);
    const auto value = parseJson(text);
    if (value.has_value() == reading.problem.has_value())
        return u"read and refused, or neither"_s;
    if (!hasNamesForItems(reading.value))
        return u"an object with more names than values, or fewer"_s;
    if (reading.problem && (reading.problem->offset < 0 || reading.problem->offset > text.size()))
        return u"a problem has its place outside of the text"_s;
    if (value) {
        if (Breach breach = breachOfAccepted(text, *value); !breach.isEmpty())
            return breach;
    }
    return breachOfTheirs(text.toByteArray());
}

} // namespace hourpass::test
