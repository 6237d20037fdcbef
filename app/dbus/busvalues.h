// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QList>
#include <QMap>
#include <QStringList>
#include <QVariantMap>

#include <optional>
#include <tuple>
#include <utility>

class QDBusError;

namespace hourpass {

// Takes apart what came over the bus, and is all that does. Anybody there may send anything, and Qt
// believes it to be what was expected: a slot with a parameter of another type ends the program
// ("demarshalling function for type 'bool' failed"), and qdbus_cast reads a list of another type
// for ever. So slots take the whole message, and nothing of a message, or of a variant in it, is
// read before its signature was compared; nor without a limit.

/// Of a list or a map; one with more is not taken.
inline constexpr qsizetype mostBusItems = 20'000;
/// Of a text, in characters; a longer one is not taken.
inline constexpr qsizetype longestBusText = 64 * 1024;

/// A struct of a name and what there is to say of it, "(sa{sv})".
struct BusDetails {
    QString name;
    QVariantMap details;
};

/// For each type that can be read: its signature, and how to read what has that signature.
template <typename T>
struct BusType;

template <>
struct BusType<bool> {
    static constexpr QLatin1StringView signature{"b"};
    static std::optional<bool> read(const QVariant &value);
};
template <>
struct BusType<quint32> {
    static constexpr QLatin1StringView signature{"u"};
    static std::optional<quint32> read(const QVariant &value);
};
template <>
struct BusType<quint64> {
    static constexpr QLatin1StringView signature{"t"};
    static std::optional<quint64> read(const QVariant &value);
};
template <>
struct BusType<QString> {
    static constexpr QLatin1StringView signature{"s"};
    static std::optional<QString> read(const QVariant &value);
};
template <>
struct BusType<QStringList> {
    static constexpr QLatin1StringView signature{"as"};
    static std::optional<QStringList> read(const QVariant &value);
};
template <>
struct BusType<QDBusObjectPath> {
    static constexpr QLatin1StringView signature{"o"};
    static std::optional<QDBusObjectPath> read(const QVariant &value);
};
template <>
struct BusType<QList<QDBusObjectPath>> {
    static constexpr QLatin1StringView signature{"ao"};
    static std::optional<QList<QDBusObjectPath>> read(const QVariant &value);
};
template <>
struct BusType<QDBusUnixFileDescriptor> {
    static constexpr QLatin1StringView signature{"h"};
    static std::optional<QDBusUnixFileDescriptor> read(const QVariant &value);
};
/// What is in a variant, for busValue().
template <>
struct BusType<QVariant> {
    static constexpr QLatin1StringView signature{"v"};
    static std::optional<QVariant> read(const QVariant &value);
};
/// Its values are for busValue().
template <>
struct BusType<QVariantMap> {
    static constexpr QLatin1StringView signature{"a{sv}"};
    static std::optional<QVariantMap> read(const QVariant &value);
};
template <>
struct BusType<QMap<QString, QString>> {
    static constexpr QLatin1StringView signature{"a{ss}"};
    static std::optional<QMap<QString, QString>> read(const QVariant &value);
};
template <>
struct BusType<QList<BusDetails>> {
    static constexpr QLatin1StringView signature{"a(sa{sv})"};
    static std::optional<QList<BusDetails>> read(const QVariant &value);
};
/// A number and a path, of which the number is read.
struct BusNumberOfPath {
    quint32 number = 0;
};
template <>
struct BusType<BusNumberOfPath> {
    static constexpr QLatin1StringView signature{"(uo)"};
    static std::optional<BusNumberOfPath> read(const QVariant &value);
};

bool hasBusSignature(const QVariant &value, QLatin1StringView signature);

/// Reads what is known to have these types.
template <typename... Types, size_t... Index>
std::optional<std::tuple<Types...>> readBusArguments([[maybe_unused]] const QVariantList &arguments,
                                                     std::index_sequence<Index...> /*index*/)
{
    const std::tuple<std::optional<Types>...> read{
        BusType<Types>::read(arguments.value(qsizetype(Index)))...};
    if (!(std::get<Index>(read) && ...))
        return {};
    return std::tuple<Types...>{*std::get<Index>(read)...};
}

/// The arguments of a signal or an answer, where they are these and no others.
template <typename... Types>
std::optional<std::tuple<Types...>> busArguments(const QDBusMessage &message)
{
    const QString expected = (QString() + ... + BusType<Types>::signature);
    // An error has arguments, too: a text that says why.
    if (message.type() == QDBusMessage::ErrorMessage || message.signature() != expected)
        return {};
    return readBusArguments<Types...>(message.arguments(), std::index_sequence_for<Types...>());
}

/// The only argument.
template <typename Type>
std::optional<Type> busArgument(const QDBusMessage &message)
{
    const auto read = busArguments<Type>(message);
    return read ? std::optional(std::get<0>(*read)) : std::nullopt;
}

/// What came in a variant, where it is of this type.
template <typename Type>
std::optional<Type> busValue(const QVariant &value)
{
    return hasBusSignature(value, BusType<Type>::signature) ? BusType<Type>::read(value)
                                                            : std::nullopt;
}

/// The answer to Properties.Get.
template <typename Type>
std::optional<Type> busProperty(const QDBusMessage &answer)
{
    const auto value = busArgument<QVariant>(answer);
    return value ? busValue<Type>(*value) : std::nullopt;
}

/// As an argument of a question of ours.
QVariant toBus(const QList<BusDetails> &details);

/// What a failed call says of itself, for a log; not longer than one wants to read.
QString busErrorText(const QDBusError &error);

} // namespace hourpass
