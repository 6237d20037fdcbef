// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "dbus/busvalues.h"

#include <QDBusArgument>
#include <QDBusError>
#include <QDBusMetaType>
#include <QDBusVariant>

#include <algorithm>

namespace hourpass {

namespace {

constexpr qsizetype longestErrorText = 500;

bool isShort(const QString &text)
{
    return text.size() <= longestBusText;
}

template <typename T>
std::optional<T> plain(const QVariant &value)
{
    return value.value<T>();
}

template <typename T>
std::optional<T> listOf(const QDBusArgument &argument, auto takeOne)
{
    T items;
    argument.beginArray();
    while (!argument.atEnd()) {
        if (items.size() >= mostBusItems || !takeOne(argument, items))
            return {};
    }
    argument.endArray();
    return items;
}

template <typename Value>
std::optional<QMap<QString, Value>> entriesOf(const QDBusArgument &argument)
{
    QMap<QString, Value> entries;
    argument.beginMap();
    for (qsizetype count = 0; !argument.atEnd(); ++count) {
        QString name;
        Value value;
        argument.beginMapEntry();
        argument >> name >> value;
        argument.endMapEntry();
        if (count >= mostBusItems || !isShort(name))
            return {};
        entries.insert(name, value);
    }
    argument.endMap();
    return entries;
}

std::optional<QVariantMap> mapOf(const QDBusArgument &argument)
{
    const auto entries = entriesOf<QDBusVariant>(argument);
    if (!entries)
        return {};
    QVariantMap map;
    for (auto entry = entries->begin(); entry != entries->end(); ++entry)
        map.insert(entry.key(), entry.value().variant());
    return map;
}

bool takeDetails(const QDBusArgument &argument, QList<BusDetails> &items)
{
    BusDetails item;
    argument.beginStructure();
    argument >> item.name;
    auto details = mapOf(argument);
    if (!details || !isShort(item.name))
        return false;
    argument.endStructure();
    item.details = std::move(*details);
    items.append(std::move(item));
    return true;
}

/// For what is sent.
struct SentDetails {
    BusDetails item;
};

QDBusArgument &operator<<(QDBusArgument &argument, const SentDetails &sent)
{
    argument.beginStructure();
    argument << sent.item.name << sent.item.details;
    argument.endStructure();
    return argument;
}

// Qt wants one to know the type. What comes is read by takeDetails().
const QDBusArgument &operator>>(const QDBusArgument &argument, SentDetails & /*sent*/)
{
    return argument;
}

} // namespace

std::optional<bool> BusType<bool>::read(const QVariant &value)
{
    return plain<bool>(value);
}

std::optional<quint32> BusType<quint32>::read(const QVariant &value)
{
    return plain<quint32>(value);
}

std::optional<quint64> BusType<quint64>::read(const QVariant &value)
{
    return plain<quint64>(value);
}

std::optional<QDBusObjectPath> BusType<QDBusObjectPath>::read(const QVariant &value)
{
    return plain<QDBusObjectPath>(value);
}

std::optional<QDBusUnixFileDescriptor> BusType<QDBusUnixFileDescriptor>::read(const QVariant &value)
{
    return plain<QDBusUnixFileDescriptor>(value);
}

std::optional<QVariant> BusType<QVariant>::read(const QVariant &value)
{
    return value.value<QDBusVariant>().variant();
}

std::optional<QString> BusType<QString>::read(const QVariant &value)
{
    const QString text = value.toString();
    return isShort(text) ? std::optional(text) : std::nullopt;
}

std::optional<QStringList> BusType<QStringList>::read(const QVariant &value)
{
    const QStringList texts = value.toStringList();
    const bool isBearable =
        texts.size() <= mostBusItems && std::all_of(texts.begin(), texts.end(), isShort);
    return isBearable ? std::optional(texts) : std::nullopt;
}

std::optional<QList<QDBusObjectPath>> BusType<QList<QDBusObjectPath>>::read(const QVariant &value)
{
    using Paths = QList<QDBusObjectPath>;
    return listOf<Paths>(value.value<QDBusArgument>(),
                         [](const QDBusArgument &argument, Paths &paths) {
                             argument >> paths.emplaceBack();
                             return isShort(paths.constLast().path());
                         });
}

std::optional<QVariantMap> BusType<QVariantMap>::read(const QVariant &value)
{
    return mapOf(value.value<QDBusArgument>());
}

std::optional<QMap<QString, QString>> BusType<QMap<QString, QString>>::read(const QVariant &value)
{
    const auto texts = entriesOf<QString>(value.value<QDBusArgument>());
    return texts && std::all_of(texts->begin(), texts->end(), isShort) ? texts : std::nullopt;
}

std::optional<QList<BusDetails>> BusType<QList<BusDetails>>::read(const QVariant &value)
{
    return listOf<QList<BusDetails>>(value.value<QDBusArgument>(), takeDetails);
}

std::optional<BusNumberOfPath> BusType<BusNumberOfPath>::read(const QVariant &value)
{
    const auto argument = value.value<QDBusArgument>();
    BusNumberOfPath read;
    argument.beginStructure();
    argument >> read.number;
    return read;
}

bool hasBusSignature(const QVariant &value, QLatin1StringView signature)
{
    if (value.metaType() == QMetaType::fromType<QDBusArgument>())
        return value.value<QDBusArgument>().currentSignature() == signature;
    return value.isValid()
        && QLatin1StringView(QDBusMetaType::typeToSignature(value.metaType())) == signature;
}

QVariant toBus(const QList<BusDetails> &details)
{
    qDBusRegisterMetaType<SentDetails>();
    qDBusRegisterMetaType<QList<SentDetails>>();
    QList<SentDetails> sent;
    for (const BusDetails &each : details)
        sent.append({each});
    return QVariant::fromValue(sent);
}

QString busErrorText(const QDBusError &error)
{
    return error.message().left(longestErrorText);
}

} // namespace hourpass
