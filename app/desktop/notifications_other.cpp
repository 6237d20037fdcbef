// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/notifications.h"

// There is no notification service of that kind: the tray's messages are the platform's own.

class QDBusServiceWatcher
{
};

namespace hourpass {

Notifications::Notifications(QObject *parent)
    : QObject(parent)
{
}

Notifications::~Notifications() = default;

void Notifications::show(const Notification &notification)
{
    Q_EMIT notShown(notification);
}

void Notifications::withdraw(const QString & /*channel*/) { }
void Notifications::onActionInvoked(const QDBusMessage & /*signal*/) { }
void Notifications::onClosed(const QDBusMessage & /*signal*/) { }

} // namespace hourpass
