// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/idle/idlesource.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>

#include <optional>

class QDBusMessage;

namespace hourpass {

/// GNOME's compositor, on the session's bus: it does not know the protocols that other Wayland
/// compositors have for this.
class MutterIdleSource final : public IdleSource
{
    Q_OBJECT

public:
    Future<bool> find() override;
    void watch(Milliseconds span) override;

private Q_SLOTS:
    void onWatchFired(const QDBusMessage &message);

private:
    void ask(const QString &method, const QVariantList &arguments,
             const std::function<void(const QDBusMessage &)> &then);
    void add();
    void setOwner(const QString &owner);

    QDBusConnection m_bus = QDBusConnection::sessionBus();
    QDBusServiceWatcher m_watcher;
    QString m_owner; ///< of the compositor's name
    Milliseconds m_span{};
    int m_generation = 0;           ///< of the wish; answers to former ones are late
    std::optional<quint32> m_watch; ///< the compositor's number of it
};

} // namespace hourpass
