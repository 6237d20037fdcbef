// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/proxyrelay.h"

#include "network/relayedconnection.h"

#include <QNetworkProxy>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// More than Qt opens at once. Other programs of this computer could connect, too, and get no
// further than to the proxy, where they can go without this.
constexpr int mostWaiting = 4;

} // namespace

ProxyRelay::ProxyRelay(const Proxy &proxy, QObject *parent)
    : QObject(parent)
    , m_host(proxy.host)
    , m_port(proxy.port)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setMaxPendingConnections(mostWaiting);
    connect(&m_server, &QTcpServer::newConnection, this, &ProxyRelay::accept);
}

Result<quint16> ProxyRelay::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        return failure(ErrorCode::NetworkFailed,
                       u"no port of this computer for the proxy: "_s + m_server.errorString());
    return m_server.serverPort();
}

void ProxyRelay::accept()
{
    while (QTcpSocket *qt = m_server.nextPendingConnection()) {
        auto *connection = new RelayedConnection(qt, answerLimit, this);
        connect(connection, &RelayedConnection::failed, this, &ProxyRelay::failed);
        connection->start(m_host, m_port);
    }
}

} // namespace hourpass
