// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/secretlisting.h"

#include "dbus/busvalues.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>

#include <utility>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

using Attributes = QMap<QString, QString>;

constexpr auto secretsName = "org.freedesktop.secrets"_L1;
constexpr auto itemInterface = "org.freedesktop.Secret.Item"_L1;
constexpr int askedAtOnce = 16;

Failure unexpectedList()
{
    return failure(ErrorCode::KeychainFailed, u"the keychain's answer has another form"_s);
}

std::optional<QStringList> pathsIn(const QDBusMessage &answer)
{
    using Paths = QList<QDBusObjectPath>;
    const auto found = busArguments<Paths, Paths>(answer);
    if (!found)
        return {};
    QStringList paths;
    for (const Paths &some : {std::get<0>(*found), std::get<1>(*found)}) {
        for (const QDBusObjectPath &path : some)
            paths.append(path.path());
    }
    return paths;
}

std::optional<SecretEntry> entryIn(const QDBusMessage &answer)
{
    const auto properties = busArgument<QVariantMap>(answer);
    if (!properties)
        return {};
    const auto attributes = busValue<Attributes>(properties->value(u"Attributes"_s));
    if (!attributes)
        return {};
    SecretEntry entry{attributes->value(u"user"_s), {}};
    const auto changed = busValue<quint64>(properties->value(u"Modified"_s));
    if (changed && *changed > 0)
        entry.changedAt = *changed;
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
        QDBusMessage::createMethodCall(secretsName, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    question << QVariant::fromValue(Attributes{{u"server"_s, service}});
    m_ask(question).then(m_context,
                         [self = shared_from_this()](const Result<QDBusMessage> &answer) {
                             self->searched(answer);
                         });
}

void SecretListing::searched(const Result<QDBusMessage> &answer)
{
    if (!answer)
        return m_done.report(Failure(answer.error()));
    const auto paths = pathsIn(*answer);
    if (!paths)
        return m_done.report(unexpectedList());
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
        secretsName, m_paths.takeLast(), u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s);
    question << itemInterface;
    ++m_asked;
    m_ask(question).then(m_context,
                         [self = shared_from_this()](const Result<QDBusMessage> &answer) {
                             self->answered(answer);
                         });
}

void SecretListing::answered(const Result<QDBusMessage> &answer)
{
    --m_asked;
    const auto entry = answer ? entryIn(*answer) : std::nullopt;
    if (entry)
        m_entries.append(*entry);
    else if (answer)
        m_done.report(unexpectedList());
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
