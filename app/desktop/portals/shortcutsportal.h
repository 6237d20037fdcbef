// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "desktop/portals/globalshortcuts.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>

class QDBusMessage;

namespace hourpass {

/// What GlobalShortcuts says to the portal.
class ShortcutsPortal final : public QObject
{
    Q_OBJECT

public:
    Future<bool> find();
    /// The keys, as the desktop describes them. Errors: those of PortalRequest.
    Future<QStringList> bind(const QList<GlobalShortcut> &shortcuts, quintptr window);

Q_SIGNALS:
    void activated(const QString &id, const QByteArray &token);
    /// The portal has gone, or has ended the session.
    void ended();

private Q_SLOTS:
    void onActivated(const QDBusMessage &message);
    void onClosed(const QDBusMessage &message);

private:
    Future<QVariantMap> request(const QString &method, const QVariantList &arguments,
                                const QVariantMap &options, Milliseconds patience);
    void bindIn(const QString &session, const QList<GlobalShortcut> &shortcuts, quintptr window,
                const std::shared_ptr<Reporter<QStringList>> &done);
    void closeSession();

    QDBusConnection m_bus = QDBusConnection::sessionBus();
    QDBusServiceWatcher m_watcher;
    QString m_session; ///< its path, or empty
};

} // namespace hourpass
