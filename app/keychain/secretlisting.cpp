// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/secretlisting.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>

#include <utility>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

using Attributes = QMap<QString, QString>;

constexpr auto busName = "org.freedesktop.secrets"_L1;
constexpr auto itemInterface = "org.freedesktop.Secret.Item"_L1;
constexpr int askedAtOnce = 16;

// What an argument is of another type than it should be is not taken apart: Qt reads it for ever,
// or ends the program.
bool isOfType(const QVariant &argument, QLatin1StringView signature)
{
    return argument.metaType() == QMetaType::fromType<QDBusArgument>()
        && argument.value<QDBusArgument>().currentSignature() == signature;
}

Failure unexpectedAnswer()
{
    return failure(ErrorCode::KeychainFailed, u"the keychain's answer has another form"_s);
}

std::optional<QStringList> pathsIn(const QVariantList &answer)
{
    QStringList paths;
    if (answer.size() != 2)
        return {};
    for (const QVariant &argument : answer) {
        if (!isOfType(argument, "ao"_L1))
            return {};
        const auto list = argument.value<QDBusArgument>();
        list.beginArray();
        for (QDBusObjectPath path; !list.atEnd(); paths.append(path.path())) {
            if (paths.size() == SecretListing::mostEntries)
                return {};
            list >> path;
        }
        list.endArray();
    }
    return paths;
}

std::optional<SecretEntry> entryIn(const QVariantList &answer)
{
    if (answer.size() != 1 || !isOfType(answer.first(), "a{sv}"_L1))
        return {};
    const auto properties = qdbus_cast<QVariantMap>(answer.first());
    const QVariant attributes = properties.value(u"Attributes"_s);
    if (!isOfType(attributes, "a{ss}"_L1))
        return {};
    SecretEntry entry{qdbus_cast<Attributes>(attributes).value(u"user"_s), {}};
    const QVariant changed = properties.value(u"Modified"_s);
    if (changed.typeId() == QMetaType::ULongLong && changed.toULongLong() > 0)
        entry.changedAt = changed.toULongLong();
    return entry;
}

} // namespace

SecretListing::SecretListing(Ask ask, QObject *context)
    : m_ask(std::move(ask))
    , m_context(context)
{
}

Future<QList<SecretEntry>> SecretListing::start(const QString &service, Ask ask, QObject *context)
{
    const std::shared_ptr<SecretListing> listing(new SecretListing(std::move(ask), context));
    auto future = listing->m_done.future();
    listing->search(service);
    return future;
}

void SecretListing::search(const QString &service)
{
    qDBusRegisterMetaType<Attributes>();
    auto question =
        QDBusMessage::createMethodCall(busName, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    question << QVariant::fromValue(Attributes{{u"server"_s, service}});
    m_ask(question).then(m_context,
                         [self = shared_from_this()](const Result<QVariantList> &answer) {
                             self->searched(answer);
                         });
}

void SecretListing::searched(const Result<QVariantList> &answer)
{
    if (!answer)
        return m_done.report(Failure(answer.error()));
    const auto paths = pathsIn(*answer);
    if (!paths)
        return m_done.report(unexpectedAnswer());
    m_paths = *paths;
    for (int i = 0; i < askedAtOnce; ++i)
        askNext();
    reportWhenDone();
}

void SecretListing::askNext()
{
    if (m_paths.isEmpty() || m_done.hasReported())
        return;
    auto question = QDBusMessage::createMethodCall(
        busName, m_paths.takeLast(), u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s);
    question << itemInterface;
    ++m_asked;
    m_ask(question).then(m_context,
                         [self = shared_from_this()](const Result<QVariantList> &answer) {
                             self->answered(answer);
                         });
}

void SecretListing::answered(const Result<QVariantList> &answer)
{
    --m_asked;
    const auto entry = answer ? entryIn(*answer) : std::nullopt;
    if (entry)
        m_entries.append(*entry);
    else if (answer)
        m_done.report(unexpectedAnswer());
    else if (answer.error().code != ErrorCode::NotFound) // else it was deleted meanwhile
        m_done.report(Failure(answer.error()));
    askNext();
    reportWhenDone();
}

void SecretListing::reportWhenDone()
{
    if (m_paths.isEmpty() && m_asked == 0)
        m_done.report(m_entries);
}

} // namespace hourpass
