// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/certificateauthority.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpServer>

#include <functional>
#include <memory>

namespace hourpass::test {

/// A loopback server for what no HTTP server would do: it calls a function with the bare socket.
/// Speaks TLS with a certificate of the authority, or nothing at all where there is none.
class WireServer final : public QObject
{
    Q_OBJECT

public:
    using Behaviour = std::function<void(QTcpSocket &)>;
    enum class When { Connected, RequestComplete };

    WireServer(const emulator::CertificateAuthority *authority, When when, Behaviour behaviour);

    QString url() const;
    int connectionCount() const { return m_connectionCount; }
    /// How many complete requests came, and all bytes of all connections.
    int requestCount() const { return m_requestCount; }
    QByteArray received() const { return m_received; }

    /// Writes the bytes as they are, then ends the connection.
    static Behaviour answering(const QByteArray &bytes);
    /// Writes them and leaves the connection open.
    static Behaviour keepingOpenAfter(const QByteArray &bytes);
    /// Writes them one by one, for ever from the beginning.
    static Behaviour dripping(const QByteArray &bytes);
    /// Writes them, then breaks the connection off.
    static Behaviour resettingAfter(const QByteArray &bytes);

private:
    void accept();
    void read(QTcpSocket *socket, QByteArray &request);

    std::unique_ptr<QTcpServer> m_server;
    When m_when;
    Behaviour m_behaviour;
    int m_connectionCount = 0;
    int m_requestCount = 0;
    QByteArray m_received;
};

} // namespace hourpass::test
