// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QTcpSocket>

namespace hourpass {

/// One connection of a ProxyRelay. Deletes itself once either end is gone.
class RelayedConnection final : public QObject
{
    Q_OBJECT

public:
    /// Takes the nearer end over.
    RelayedConnection(QTcpSocket *near, qint64 answerLimit, QObject *parent);

    void start(const QString &host, quint16 port);

Q_SIGNALS:
    void failed(const hourpass::Error &error);

private:
    void send();
    void receive();
    void onProxyError();
    void end();

    QTcpSocket *const m_near; ///< Qt's own
    QTcpSocket m_far;         ///< the proxy's
    qint64 m_answerLeft;      ///< that the proxy may still say before there is a tunnel
    bool m_isTunnel = false;
    bool m_wasConnected = false;
};

} // namespace hourpass
