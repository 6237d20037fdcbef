// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/lock/loginwatch.h"

#include "dbus/busvalues.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QTimer>
#include <QUuid>

#include <chrono>
#include <functional>
#include <unistd.h>

namespace hourpass {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto serviceName = "org.freedesktop.login1"_L1;
constexpr auto managerPath = "/org/freedesktop/login1"_L1;
constexpr auto managerInterface = "org.freedesktop.login1.Manager"_L1;
constexpr auto loginInterface = "org.freedesktop.login1.Session"_L1;
constexpr auto usualAddress = "unix:path=/var/run/dbus/system_bus_socket"_L1;

constexpr int loginPatienceMs = 2000;
// For what was cleared to leave the program; sleep waits for it.
constexpr auto lastMoment = 200ms;

// What the bus answers to a question, or an error; later, and not at all if the context is gone.
void ask(const QDBusConnection &bus, const QDBusMessage &question, QObject *context,
         const std::function<void(const QDBusMessage &)> &then)
{
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, loginPatienceMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then] {
        watcher->deleteLater();
        then(watcher->reply());
    });
}

} // namespace

LoginWatch::~LoginWatch()
{
    m_bus.reset();
    if (!m_connection.isEmpty())
        QDBusConnection::disconnectFromBus(m_connection);
}

void LoginWatch::start(const QString &address)
{
    const QString asked =
        address.isEmpty() ? qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS", usualAddress) : address;
    m_probe.ask(asked).then(this, [this, address](const Result<void> &answered) {
        if (answered)
            watch(address);
    });
}

void LoginWatch::watch(const QString &address)
{
    if (!address.isEmpty())
        m_connection = u"login-"_s + QUuid::createUuid().toString(QUuid::Id128);
    m_bus = address.isEmpty() ? QDBusConnection::systemBus()
                              : QDBusConnection::connectToBus(address, m_connection);
    // Of whatever sender: Qt would wait for the bus to say who has the name. Who it is from is
    // looked at when it comes, since any user may send on this bus.
    m_bus->connect({}, {}, loginInterface, u"Lock"_s, this, SLOT(onLock(QDBusMessage)));
    m_bus->connect({}, managerPath, managerInterface, u"PrepareForSleep"_s, this,
                   SLOT(onPrepareForSleep(QDBusMessage)));
    m_watcher.setConnection(*m_bus);
    m_watcher.addWatchedService(serviceName);
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString & /*name*/, const QString & /*oldOwner*/,
                   const QString &newOwner) { setOwner(newOwner); });
    followOwner();
}

void LoginWatch::followOwner()
{
    auto question = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s,
                                                   u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    question << QString(serviceName);
    ask(*m_bus, question, this, [this](const QDBusMessage &answer) {
        // The watcher may have told it meanwhile.
        if (m_owner.isEmpty())
            setOwner(busArgument<QString>(answer).value_or(QString()));
    });
}

void LoginWatch::setOwner(const QString &owner)
{
    m_owner = owner;
    m_hold = {};
    if (!owner.isEmpty())
        holdSleepUp();
}

void LoginWatch::holdSleepUp()
{
    auto question =
        QDBusMessage::createMethodCall(serviceName, managerPath, managerInterface, u"Inhibit"_s);
    question << u"sleep"_s << u"Hourpass"_s << u"Takes tokens off the clipboard"_s << u"delay"_s;
    ask(*m_bus, question, this, [this](const QDBusMessage &answer) {
        m_hold = busArgument<QDBusUnixFileDescriptor>(answer).value_or(QDBusUnixFileDescriptor());
    });
}

void LoginWatch::onLock(const QDBusMessage &message)
{
    if (message.service() != m_owner || m_owner.isEmpty())
        return;
    // Other users' sessions lock, too.
    auto question = QDBusMessage::createMethodCall(serviceName, message.path(),
                                                   u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << QString(loginInterface) << u"User"_s;
    ask(*m_bus, question, this, [this](const QDBusMessage &answer) {
        const auto user = busProperty<BusNumberOfPath>(answer);
        // In doubt it is ours: rather hidden once too often.
        if (!user || user->number == ::getuid())
            Q_EMIT locked();
    });
}

void LoginWatch::onPrepareForSleep(const QDBusMessage &message)
{
    if (message.service() != m_owner || m_owner.isEmpty())
        return;
    const auto begins = busArgument<bool>(message);
    if (!begins)
        return;
    if (!*begins) {
        holdSleepUp(); // for the next time
        return;
    }
    Q_EMIT suspending();
    QTimer::singleShot(lastMoment, this, [this] { m_hold = {}; });
}

} // namespace hourpass
