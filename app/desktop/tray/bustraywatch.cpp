// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/tray/bustraywatch.h"

#include "dbus/busvalues.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto busName = "org.kde.StatusNotifierWatcher"_L1;
constexpr auto watcherPath = "/StatusNotifierWatcher"_L1;
constexpr int watcherPatienceMs = 5000;

} // namespace

BusTrayWatch::BusTrayWatch() = default;
BusTrayWatch::~BusTrayWatch() = default;

void BusTrayWatch::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        answer(false);
        return;
    }
    m_watcher = std::make_unique<QDBusServiceWatcher>(busName, bus);
    connect(
        m_watcher.get(), &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) { ownerChanged(owner); });
    // Of any sender: naming it would make Qt wait for its owner, and all that follows is a
    // question.
    for (const auto signal :
         {"StatusNotifierHostRegistered"_L1, "StatusNotifierHostUnregistered"_L1})
        bus.connect(QString(), watcherPath, busName, signal, this, SLOT(ask()));
    ask();
}

void BusTrayWatch::ownerChanged(const QString &owner)
{
    if (!owner.isEmpty()) {
        ask();
        return;
    }
    ++m_generation;
    answer(false);
}

// Never starts the service: that is the desktop's business.
void BusTrayWatch::ask()
{
    auto question = QDBusMessage::createMethodCall(busName, watcherPath,
                                                   u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << QString(busName) << u"IsStatusNotifierHostRegistered"_s;
    question.setAutoStartService(false);
    const auto *call = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, watcherPatienceMs), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
            [this, number = ++m_generation](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                if (number == m_generation)
                    answer(busProperty<bool>(done->reply()).value_or(false));
            });
}

void BusTrayWatch::answer(bool hasHost)
{
    const bool isNew = hasHost != m_hasHost || !m_isKnown;
    m_hasHost = hasHost;
    m_isKnown = true;
    if (isNew)
        Q_EMIT changed();
}

} // namespace hourpass
