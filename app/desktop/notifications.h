// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notification.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

class QDBusMessage;
class QDBusPendingCallWatcher;
class QDBusServiceWatcher;

namespace hourpass {

/// The desktop's notifications, org.freedesktop.Notifications on the session bus. Waits for
/// nothing; what the service does not take within its time is handed back.
class Notifications final : public QObject
{
    Q_OBJECT

public:
    explicit Notifications(QObject *parent = nullptr);
    ~Notifications() override;

    /// In place of what the channel shows.
    void show(const Notification &notification);
    /// It is not true any more.
    void withdraw(const QString &channel);

Q_SIGNALS:
    /// The button was pressed.
    void actionChosen(const QString &channel);
    /// The notification itself was clicked.
    void clicked(const QString &channel);
    /// There is no service, or it did not take it.
    void notShown(const hourpass::Notification &notification);

private Q_SLOTS:
    void onActionInvoked(const QDBusMessage &signal);
    void onClosed(const QDBusMessage &signal);

private:
    struct Channel {
        quint32 id = 0;                   ///< of what is shown, or 0
        bool isBusy = false;              ///< a call is under way: its id is not known yet
        std::optional<Notification> next; ///< to be shown after that
        bool isWithdrawn = false;         ///< after that
    };

    bool connectToBus();
    void forgetService();
    void askCapabilities();
    void send(const Notification &notification);
    void sent(const Notification &notification, const QDBusPendingCallWatcher &call);
    void close(quint32 id);
    QString channelOf(quint32 id) const;

    std::unique_ptr<QDBusServiceWatcher> m_watcher;
    std::optional<QStringList> m_capabilities; ///< of the service, once it has said them
    bool m_isAsking = false;
    QList<Notification> m_waiting; ///< for that
    QHash<QString, Channel> m_channels;
};

} // namespace hourpass
