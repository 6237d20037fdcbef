// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/behaviourjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

struct RetryAfterName {
    QLatin1StringView name;
    RetryAfter value;
};

constexpr RetryAfterName retryAfterNames[] = {
    {"none"_L1, RetryAfter::None},
    {"seconds"_L1, RetryAfter::Seconds},
    {"date"_L1, RetryAfter::Date},
    {"garbage"_L1, RetryAfter::Garbage},
};

bool readFault(BehaviourOrder &order, const QJsonValue &value)
{
    const std::optional<Fault> fault = faultFromName(value.toString());
    order.behaviour.fault = fault.value_or(Fault::None);
    return fault.has_value();
}

bool readRetryAfter(BehaviourOrder &order, const QJsonValue &value)
{
    const QString name = value.toString();
    const auto found =
        std::find_if(std::begin(retryAfterNames), std::end(retryAfterNames),
                     [&name](const RetryAfterName &entry) { return entry.name == name; });
    if (found == std::end(retryAfterNames))
        return false;
    order.behaviour.retryAfter = found->value;
    return true;
}

bool readError(BehaviourOrder &order, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    order.behaviour.error =
        IamError{object.value("status"_L1).toInt(400), object.value("code"_L1).toString(),
                 object.value("message"_L1).toString(), object.value("details"_L1).toString(),
                 object.value("requirements"_L1).toObject()};
    return true;
}

bool readDrop(BehaviourOrder &order, const QJsonValue &value)
{
    order.behaviour.drop.clear();
    const QJsonArray names = value.toArray();
    for (const QJsonValue &name : names)
        order.behaviour.drop.append(name.toString());
    return true;
}

bool readNext(BehaviourOrder &order, const QJsonValue &value)
{
    order.next = value.toInt();
    return *order.next > 0;
}

template <auto Field>
bool readDuration(BehaviourOrder &order, const QJsonValue &value)
{
    auto &field = order.behaviour.*Field;
    field = std::remove_reference_t<decltype(field)>(value.toInteger());
    return true;
}

template <auto Field>
bool readNumber(BehaviourOrder &order, const QJsonValue &value)
{
    auto &field = order.behaviour.*Field;
    field = static_cast<std::remove_reference_t<decltype(field)>>(value.toInteger());
    return true;
}

template <auto Field>
bool readBool(BehaviourOrder &order, const QJsonValue &value)
{
    order.behaviour.*Field = value.toBool();
    return true;
}

bool readRedirectUrl(BehaviourOrder &order, const QJsonValue &value)
{
    order.behaviour.redirectUrl = value.toString().toUtf8();
    return true;
}

bool readSet(BehaviourOrder &order, const QJsonValue &value)
{
    order.behaviour.set = value.toObject();
    return true;
}

struct Member {
    QLatin1StringView name;
    QJsonValue::Type type;
    /// False if the value is of the right type but means nothing.
    bool (*read)(BehaviourOrder &, const QJsonValue &);
};

constexpr Member members[] = {
    {"next"_L1, QJsonValue::Double, readNext},
    {"fault"_L1, QJsonValue::String, readFault},
    {"error"_L1, QJsonValue::Object, readError},
    {"delay_ms"_L1, QJsonValue::Double, readDuration<&Behaviour::delay>},
    {"lifetime_s"_L1, QJsonValue::Double, readDuration<&Behaviour::lifetime>},
    {"clock_offset_s"_L1, QJsonValue::Double, readDuration<&Behaviour::clockOffset>},
    {"date_offset_s"_L1, QJsonValue::Double, readDuration<&Behaviour::dateOffset>},
    {"date_header"_L1, QJsonValue::Bool, readBool<&Behaviour::dateHeader>},
    {"set"_L1, QJsonValue::Object, readSet},
    {"drop"_L1, QJsonValue::Array, readDrop},
    {"retry_after"_L1, QJsonValue::String, readRetryAfter},
    {"retry_after_s"_L1, QJsonValue::Double, readDuration<&Behaviour::retryAfterDelay>},
    {"redirect_status"_L1, QJsonValue::Double, readNumber<&Behaviour::redirectStatus>},
    {"redirect_url"_L1, QJsonValue::String, readRedirectUrl},
    {"oversized_bytes"_L1, QJsonValue::Double, readNumber<&Behaviour::oversizedBytes>},
    {"declare_length"_L1, QJsonValue::Bool, readBool<&Behaviour::declareLength>},
};

QString readMember(const QString &name, const QJsonValue &value, BehaviourOrder &order)
{
    const auto member =
        std::find_if(std::begin(members), std::end(members),
                     [&name](const Member &candidate) { return candidate.name == name; });
    if (member == std::end(members))
        return u"there is no member '%1'"_s.arg(name);
    if (value.type() != member->type || !member->read(order, value))
        return u"member '%1' has no valid value"_s.arg(name);
    return {};
}

} // namespace

BehaviourOrder readBehaviour(const QByteArray &json, const Behaviour &base)
{
    BehaviourOrder order{base, {}, {}};
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        order.problem = u"the body is not a JSON object"_s;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end() && order.problem.isEmpty(); ++it)
        order.problem = readMember(it.key(), it.value(), order);
    return order;
}

} // namespace hourpass::emulator
