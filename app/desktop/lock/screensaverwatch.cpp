// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/lock/screensaverwatch.h"

#include "dbus/busvalues.h"

#include <QDBusConnection>
#include <QUuid>

namespace hourpass {

using namespace Qt::StringLiterals;

ScreenSaverWatch::~ScreenSaverWatch()
{
    if (!m_connection.isEmpty())
        QDBusConnection::disconnectFromBus(m_connection);
}

void ScreenSaverWatch::start(const QString &address)
{
    if (!address.isEmpty())
        m_connection = u"screensavers-"_s + QUuid::createUuid().toString(QUuid::Id128);
    auto bus = address.isEmpty() ? QDBusConnection::sessionBus()
                                 : QDBusConnection::connectToBus(address, m_connection);
    // Of whatever sender and path: KDE's path is not GNOME's, the services come and go, and Qt
    // would wait for the bus to say who has a name. Whoever is on this bus is the user's own, and
    // a lock too many hides something, no more.
    for (const auto desktop : {"freedesktop"_L1, "gnome"_L1, "cinnamon"_L1, "mate"_L1})
        bus.connect({}, {}, u"org.%1.ScreenSaver"_s.arg(desktop), u"ActiveChanged"_s, this,
                    SLOT(onActiveChanged(QDBusMessage)));
}

void ScreenSaverWatch::onActiveChanged(const QDBusMessage &message)
{
    if (busArgument<bool>(message).value_or(false))
        Q_EMIT locked();
}

} // namespace hourpass
