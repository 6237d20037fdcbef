// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/faultserver/wirerecord.h"
#include "support/iamemulator/certificateauthority.h"

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <optional>

namespace hourpass::test {

/// A server, on loopback unless told otherwise, for what no HTTP server would do: it calls a
/// function with the bare socket. Speaks TLS with the certificate that it is given, or nothing at
/// all where there is none.
class WireServer final : public QObject
{
    Q_OBJECT

public:
    using Behaviour = std::function<void(QTcpSocket &)>;
    /// RequestComplete: the head, and as much of a body as it announces.
    enum class When { Connected, RequestComplete };

    WireServer(const std::optional<emulator::ServerCertificate> &identity, When when,
               Behaviour behaviour, const QHostAddress &address = QHostAddress::LocalHost);
    /// With a good certificate of the authority; null: without TLS.
    WireServer(const emulator::CertificateAuthority *authority, When when, Behaviour behaviour);

    QString url(const QString &host = QStringLiteral("127.0.0.1")) const;
    quint16 port() const { return m_port; }
    /// From now on answers like this, open connections included.
    void setBehaviour(Behaviour behaviour) { m_behaviour = std::move(behaviour); }
    /// Takes no more connections, so that they are refused.
    void stop() { m_server->close(); }

    const WireRecord &record() const { return m_record; }
    int connectionCount() const { return int(m_record.size()); }
    int requestCount() const { return hourpass::test::requestCount(m_record); }
    QByteArray received() const { return allBytes(m_record); }

    /// Writes the bytes as they are, then ends the connection.
    static Behaviour answering(const QByteArray &bytes);
    /// Writes them and leaves the connection open.
    static Behaviour keepingOpenAfter(const QByteArray &bytes);
    /// Writes them one by one, for ever from the beginning.
    static Behaviour dripping(const QByteArray &bytes);
    /// Writes them, then breaks the connection off with a reset.
    static Behaviour resettingAfter(const QByteArray &bytes);
    /// Writes them, then ends the TCP connection without TLS's own farewell.
    static Behaviour closingRudelyAfter(const QByteArray &bytes);
    /// One after the other, then the last one for ever.
    static Behaviour inTurn(QList<Behaviour> behaviours);

private:
    void accept();
    void read(QTcpSocket *socket, qsizetype connection);

    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0; ///< of a stopped one too
    When m_when;
    Behaviour m_behaviour;
    WireRecord m_record;
};

/// Holds answers back until a test has seen what it wanted to see meanwhile.
class HeldAnswer final
{
public:
    /// Must not outlive this.
    WireServer::Behaviour holding(WireServer::Behaviour behaviour);
    bool isWaiting() const { return m_socket && !m_released; }
    void release();

private:
    QPointer<QTcpSocket> m_socket;
    WireServer::Behaviour m_behaviour;
    bool m_released = false;
};

} // namespace hourpass::test
