// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/lock/busprobe.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <optional>

class QDBusMessage;

namespace hourpass {

/// logind, of the system bus: locks of this user's sessions, and sleep. Holds sleep up for the
/// moment that is needed to hide what must not stay.
class LoginWatch final : public QObject
{
    Q_OBJECT

public:
    LoginWatch() = default;
    ~LoginWatch() override;

    /// An empty address: the system's bus.
    void start(const QString &address);

Q_SIGNALS:
    void locked();
    void suspending();

private Q_SLOTS:
    void onLock(const QDBusMessage &message);
    void onPrepareForSleep(const QDBusMessage &message);

private:
    void watch(const QString &address);
    void followOwner();
    void setOwner(const QString &owner);
    void holdSleepUp();

    BusProbe m_probe;
    QString m_connection; ///< the name of one of our own, or empty
    std::optional<QDBusConnection> m_bus;
    QDBusServiceWatcher m_watcher;
    QString m_owner; ///< of logind's name
    QDBusUnixFileDescriptor m_hold;
};

} // namespace hourpass
