// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver/wireserver.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

using Identity = std::optional<emulator::ServerCertificate>;

std::unique_ptr<QTcpServer> serverFor(const Identity &identity)
{
    if (!identity)
        return std::make_unique<QTcpServer>();
    QSslConfiguration configuration;
    configuration.setLocalCertificate(identity->certificate);
    configuration.setPrivateKey(identity->privateKey);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

// Where the first request ends, or 0 where it is not complete. One without a length has no body.
qsizetype endOfRequest(const QByteArray &bytes)
{
    const qsizetype body = bytes.indexOf("\r\n\r\n") + 4;
    if (body < 4)
        return 0;
    const QByteArray head = bytes.first(body).toLower();
    const QByteArray name = "\r\ncontent-length: "_ba;
    const qsizetype at = head.indexOf(name);
    const qsizetype value = at + name.size();
    const qsizetype length =
        at < 0 ? 0 : head.mid(value, head.indexOf('\r', value) - value).toInt();
    return bytes.size() >= body + length ? body + length : 0;
}

void writeAll(QTcpSocket &socket, const QByteArray &bytes)
{
    socket.write(bytes);
    socket.flush();
}

} // namespace

WireServer::WireServer(const Identity &identity, When when, Behaviour behaviour,
                       const QHostAddress &address)
    : m_server(serverFor(identity))
    , m_when(when)
    , m_behaviour(std::move(behaviour))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &WireServer::accept);
    if (!m_server->listen(address))
        qFatal("no port to listen on");
    m_port = m_server->serverPort();
}

WireServer::WireServer(const emulator::CertificateAuthority *authority, When when,
                       Behaviour behaviour)
    : WireServer(authority ? Identity(authority->issue()) : Identity(), when, std::move(behaviour))
{
}

QString WireServer::url(const QString &host) const
{
    return u"https://%1:%2"_s.arg(host).arg(m_port);
}

void WireServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const qsizetype connection = m_record.size();
        m_record.append({qobject_cast<QSslSocket *>(socket) != nullptr, {}, 0});
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, connection] { read(socket, connection); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_when == When::Connected)
            m_behaviour(*socket);
        read(socket, connection); // what came together with the end of the handshake
    }
}

void WireServer::read(QTcpSocket *socket, qsizetype connection)
{
    ConnectionRecord &record = m_record[connection];
    record.received += socket->readAll();
    // Clients of ours wait for an answer before they send more.
    QByteArray request = record.received;
    for (int i = 0; i < record.requestCount; ++i)
        request.remove(0, endOfRequest(request));
    if (request.isEmpty() || endOfRequest(request) == 0)
        return;
    ++record.requestCount;
    if (m_when == When::RequestComplete)
        m_behaviour(*socket);
}

WireServer::Behaviour WireServer::answering(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
}

WireServer::Behaviour WireServer::keepingOpenAfter(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) { socket.write(bytes); };
}

WireServer::Behaviour WireServer::dripping(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        auto *timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&socket, bytes, at = 0]() mutable {
            socket.write(bytes.constData() + at, 1);
            at = (at + 1) % int(bytes.size());
        });
        timer->start(20);
    };
}

WireServer::Behaviour WireServer::resettingAfter(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        writeAll(socket, bytes);
        // Later, or the other side's kernel drops what it has not handed on yet.
        QTimer::singleShot(50, &socket, [&socket] {
            const linger now{1, 0};
            ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
            socket.abort();
        });
    };
}

WireServer::Behaviour WireServer::closingRudelyAfter(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        writeAll(socket, bytes);
        // Behind Qt's back, which would say farewell.
        ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
    };
}

WireServer::Behaviour WireServer::inTurn(QList<Behaviour> behaviours)
{
    return [behaviours = std::move(behaviours),
            at = std::make_shared<qsizetype>(0)](QTcpSocket &socket) {
        const Behaviour &behaviour = behaviours.at(std::min(*at, behaviours.size() - 1));
        ++*at;
        behaviour(socket);
    };
}

WireServer::Behaviour HeldAnswer::holding(WireServer::Behaviour behaviour)
{
    m_behaviour = std::move(behaviour);
    return [this](QTcpSocket &socket) {
        m_socket = &socket;
        if (m_released)
            m_behaviour(socket);
    };
}

void HeldAnswer::release()
{
    m_released = true;
    if (m_socket)
        m_behaviour(*m_socket);
}

} // namespace hourpass::test
