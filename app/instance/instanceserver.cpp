// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instanceserver.h"

#include "instance/instanceconnection.h"
#include "instance/peer.h"

#include <QFileInfo>
#include <QLocalServer>
#include <QLoggingCategory>

#include <algorithm>

namespace hourpass {

namespace {

// As many starts may come at once and wait to be taken.
constexpr int backlog = 128;

Q_LOGGING_CATEGORY(serverLog, "app.instance.server", QtInfoMsg)

} // namespace

InstanceServer::InstanceServer(Clock clock)
    : InstanceServer(std::move(clock), Limits())
{
}

InstanceServer::InstanceServer(Clock clock, Limits limits)
    : m_clock(std::move(clock))
    , m_limits(limits)
    , m_server(std::make_unique<QLocalServer>())
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setListenBacklogSize(backlog);
    connect(m_server.get(), &QLocalServer::newConnection, this, &InstanceServer::takeConnections);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this,
            &InstanceServer::lookAfterSocket);
}

InstanceServer::~InstanceServer() = default;

Result<void> InstanceServer::listen(const QString &socketName, std::function<bool()> mayListenAnew)
{
    m_socketName = socketName;
    m_mayListenAnew = std::move(mayListenAnew);
    if (!m_server->listen(socketName))
        return failure(ErrorCode::WriteFailed, m_server->errorString(), socketName);
    if (QFileInfo::exists(socketName)) // a pipe of Windows is no file, and nobody deletes it
        watchFolder();
    return {};
}

void InstanceServer::watchFolder()
{
    m_watcher.addPath(QFileInfo(m_socketName).path());
}

void InstanceServer::lookAfterSocket()
{
    if (!m_server->isListening() || (m_mayListenAnew && !m_mayListenAnew()))
        return;
    if (m_watcher.directories().isEmpty())
        watchFolder(); // it was deleted, and is another one now
    if (QFileInfo::exists(m_socketName))
        return;
    m_server->close();
    if (!m_server->listen(m_socketName))
        qCWarning(serverLog) << "Later starts cannot reach this one:" << m_server->errorString();
}

void InstanceServer::close()
{
    m_server->close();
    while (!m_connections.empty())
        dropOldest();
}

void InstanceServer::takeConnections()
{
    while (m_server->hasPendingConnections()) {
        std::unique_ptr<QLocalSocket> socket(m_server->nextPendingConnection());
        if (!isOwnPeer(socket->socketDescriptor()))
            continue;
        // Those that wait and say nothing go: whoever comes with a message is heard at once.
        if (m_connections.size() >= m_limits.connections)
            dropOldest();
        auto connection =
            std::make_unique<InstanceConnection>(std::move(socket), m_clock, m_limits.patience);
        auto *added = connection.get();
        connect(added, &InstanceConnection::understood, this, &InstanceServer::received);
        connect(added, &InstanceConnection::ended, this, [this, added] { drop(added); });
        m_connections.push_back(std::move(connection));
        added->read();
    }
}

void InstanceServer::drop(const InstanceConnection *connection)
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
                                    [connection](const auto &c) { return c.get() == connection; });
    if (found == m_connections.end())
        return;
    std::rotate(m_connections.begin(), found, found + 1);
    dropOldest();
}

// Later: it may be what calls, with a message that makes us close.
void InstanceServer::dropOldest()
{
    auto *connection = m_connections.front().release();
    m_connections.pop_front();
    connection->disconnect(this);
    connection->deleteLater();
}

} // namespace hourpass
