// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "instance/instancemessage.h"

#include <QFileSystemWatcher>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>

class QLocalServer;

namespace hourpass {

class InstanceConnection;

/// Takes the messages of later starts. Only who has the InstanceLock may listen: listening takes
/// the socket away from whoever has it (security rules, section 8).
class InstanceServer final : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        Milliseconds patience = Seconds(1); ///< for one connection
        size_t connections = 32;            ///< at the same time; the oldest makes room
    };

    explicit InstanceServer(Clock clock);
    InstanceServer(Clock clock, Limits limits);
    ~InstanceServer() override;

    /// Error: WriteFailed. Listens anew where the socket is deleted, as programs do that tidy up
    /// what has not changed for days; asks before whether it may, each time that anything in the
    /// socket's folder changes.
    Result<void> listen(const QString &socketName, std::function<bool()> mayListenAnew = {});
    /// Later starts wait until this process ends, and are the first then.
    void close();

    size_t connections() const { return m_connections.size(); }

Q_SIGNALS:
    void received(const hourpass::InstanceMessage &message);

private:
    void watchFolder();
    void lookAfterSocket();
    void takeConnections();
    void drop(const InstanceConnection *connection);
    void dropOldest();

    Clock m_clock;
    Limits m_limits;
    std::unique_ptr<QLocalServer> m_server;
    QFileSystemWatcher m_watcher; ///< of the socket's folder
    QString m_socketName;
    std::function<bool()> m_mayListenAnew;
    std::deque<std::unique_ptr<InstanceConnection>> m_connections; ///< the oldest first
};

} // namespace hourpass
