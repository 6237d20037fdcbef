// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/notifications.h"

#include "dbus/busvalues.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QVariantMap>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.Notifications"_L1;
constexpr auto path = "/org/freedesktop/Notifications"_L1;
constexpr auto desktopId = "io.github.hourpass.Hourpass"_L1;
constexpr auto buttonKey = "act"_L1;
constexpr auto clickKey = "default"_L1; // by the specification
constexpr int patienceMs = 5000;

QDBusMessage callTo(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

QVariantMap hintsFor(const Notification &notification)
{
    QVariantMap hints{{u"desktop-entry"_s, QString(desktopId)},
                      {u"urgency"_s, QVariant::fromValue(uchar(1))}};
    if (notification.isPassing)
        hints.insert(u"transient"_s, true);
    return hints;
}

} // namespace

Notifications::Notifications(QObject *parent)
    : QObject(parent)
{
}

Notifications::~Notifications() = default;

bool Notifications::connectToBus()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (m_watcher || !bus.isConnected())
        return bus.isConnected();
    m_watcher = std::make_unique<QDBusServiceWatcher>(service, bus);
    // Another service has other capabilities, and counts anew.
    connect(m_watcher.get(), &QDBusServiceWatcher::serviceOwnerChanged, this,
            &Notifications::forgetService);
    // Of any sender: naming the service would make Qt wait for its owner's name. Who else sent it
    // could only press a button that the user may press, of an id that has to be guessed.
    bus.connect(QString(), path, service, u"ActionInvoked"_s, this,
                SLOT(onActionInvoked(QDBusMessage)));
    bus.connect(QString(), path, service, u"NotificationClosed"_s, this,
                SLOT(onClosed(QDBusMessage)));
    return true;
}

void Notifications::forgetService()
{
    m_capabilities.reset();
    for (Channel &channel : m_channels)
        channel.id = 0;
}

void Notifications::show(const Notification &notification)
{
    if (!connectToBus()) {
        Q_EMIT notShown(notification);
    } else if (Channel &channel = m_channels[notification.channel]; channel.isBusy) {
        channel.next = notification;
        channel.isWithdrawn = false;
    } else {
        channel.isBusy = true;
        channel.isWithdrawn = false;
        if (m_capabilities) {
            send(notification);
        } else {
            m_waiting.append(notification);
            askCapabilities();
        }
    }
}

void Notifications::askCapabilities()
{
    if (std::exchange(m_isAsking, true))
        return;
    auto *call = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(callTo(u"GetCapabilities"_s), patienceMs), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        m_isAsking = false;
        m_capabilities = busArgument<QStringList>(call->reply());
        const QList<Notification> waiting = std::exchange(m_waiting, {});
        for (const Notification &notification : waiting) {
            if (m_capabilities)
                send(notification);
            else
                sent(notification, *call);
        }
    });
}

void Notifications::send(const Notification &notification)
{
    const QStringList capabilities = m_capabilities.value_or(QStringList());
    QStringList actions;
    if (capabilities.contains("actions"_L1)) {
        actions << clickKey << QString();
        if (!notification.action.isEmpty())
            actions << buttonKey << notification.action;
    }
    const bool isMarkup = capabilities.contains("body-markup"_L1);
    const QString text = isMarkup ? notification.text.toHtmlEscaped() : notification.text;
    auto message = callTo(u"Notify"_s);
    message << u"Hourpass"_s << m_channels[notification.channel].id << QString(desktopId)
            << notification.title << text << actions << hintsFor(notification) << -1;
    auto *call = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(message, patienceMs), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call, notification] {
        call->deleteLater();
        sent(notification, *call);
    });
}

void Notifications::sent(const Notification &notification, const QDBusPendingCallWatcher &call)
{
    Channel &channel = m_channels[notification.channel];
    channel.isBusy = false;
    const auto id = busArgument<quint32>(call.reply());
    channel.id = id.value_or(0);
    const auto next = std::exchange(channel.next, std::nullopt);
    if (next)
        show(*next);
    else if (channel.isWithdrawn)
        withdraw(notification.channel);
    else if (!id)
        Q_EMIT notShown(notification);
}

void Notifications::withdraw(const QString &name)
{
    const auto found = m_channels.find(name);
    if (found == m_channels.end())
        return;
    found->next.reset();
    found->isWithdrawn = found->isBusy;
    if (found->isBusy)
        return;
    if (const quint32 id = std::exchange(found->id, 0))
        close(id);
    m_channels.remove(name);
}

void Notifications::close(quint32 id)
{
    auto message = callTo(u"CloseNotification"_s);
    message << id;
    message.setAutoStartService(false);
    QDBusConnection::sessionBus().send(message);
}

QString Notifications::channelOf(quint32 id) const
{
    for (auto channel = m_channels.begin(); channel != m_channels.end(); ++channel) {
        if (id && channel->id == id)
            return channel.key();
    }
    return {};
}

void Notifications::onActionInvoked(const QDBusMessage &signal)
{
    const auto said = busArguments<quint32, QString>(signal);
    if (!said)
        return;
    const auto &[id, action] = *said;
    const QString channel = channelOf(id);
    if (channel.isEmpty())
        return;
    if (action == buttonKey)
        Q_EMIT actionChosen(channel);
    else if (action == clickKey)
        Q_EMIT clicked(channel);
}

void Notifications::onClosed(const QDBusMessage &signal)
{
    const auto said = busArguments<quint32, quint32>(signal); // which one, and why
    const QString channel = said ? channelOf(std::get<0>(*said)) : QString();
    if (!channel.isEmpty() && !m_channels[channel].isBusy)
        m_channels.remove(channel);
}

} // namespace hourpass
