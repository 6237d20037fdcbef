// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/mutteridlesource.h"

#include "dbus/busvalues.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto monitorService = "org.gnome.Mutter.IdleMonitor"_L1;
constexpr auto monitorPath = "/org/gnome/Mutter/IdleMonitor/Core"_L1; // all devices together
constexpr int monitorPatienceMs = 5000;

} // namespace

Future<bool> MutterIdleSource::find()
{
    if (!m_bus.isConnected())
        return readyFuture<bool>(false);
    // Of any sender: Qt would wait for the bus to say who has the name.
    m_bus.connect({}, monitorPath, monitorService, u"WatchFired"_s, this,
                  SLOT(onWatchFired(QDBusMessage)));
    m_watcher.setConnection(m_bus);
    m_watcher.addWatchedService(monitorService);
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString & /*name*/, const QString & /*former*/, const QString &owner) {
                setOwner(owner);
            });
    auto question = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s,
                                                   u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    question << QString(monitorService);
    auto answer = std::make_shared<Reporter<bool>>();
    const auto *call =
        new QDBusPendingCallWatcher(m_bus.asyncCall(question, monitorPatienceMs), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
            [this, answer](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const auto owner = busArgument<QString>(done->reply());
                if (owner && m_owner.isEmpty())
                    setOwner(*owner);
                answer->report(!m_owner.isEmpty());
            });
    return answer->future();
}

// It comes back under another owner when the desktop restarts its shell, and knows nothing then.
void MutterIdleSource::setOwner(const QString &owner)
{
    m_owner = owner;
    m_watch.reset();
    add();
}

void MutterIdleSource::watch(Milliseconds span)
{
    m_span = span;
    if (const auto former = std::exchange(m_watch, {}))
        ask(u"RemoveWatch"_s, {*former}, {});
    add();
}

void MutterIdleSource::add()
{
    const int generation = ++m_generation;
    if (m_owner.isEmpty() || m_span <= Milliseconds::zero())
        return;
    ask(u"AddIdleWatch"_s, {quint64(m_span.count())},
        [this, generation](const QDBusMessage &answer) {
            const quint32 number = busArgument<quint32>(answer).value_or(0);
            if (number != 0 && generation == m_generation)
                m_watch = number;
            else if (number != 0)
                ask(u"RemoveWatch"_s, {number}, {});
        });
}

void MutterIdleSource::ask(const QString &method, const QVariantList &arguments,
                           const std::function<void(const QDBusMessage &)> &then)
{
    auto question = QDBusMessage::createMethodCall(m_owner, monitorPath, monitorService, method);
    question.setArguments(arguments);
    const auto *call =
        new QDBusPendingCallWatcher(m_bus.asyncCall(question, monitorPatienceMs), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [then](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        if (then)
            then(done->reply());
    });
}

void MutterIdleSource::onWatchFired(const QDBusMessage &message)
{
    if (m_watch && message.service() == m_owner && busArgument<quint32>(message) == m_watch)
        Q_EMIT idle();
}

} // namespace hourpass
