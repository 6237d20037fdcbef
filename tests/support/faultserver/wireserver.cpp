// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "wireserver.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QTcpServer> serverFor(const emulator::CertificateAuthority *authority)
{
    if (!authority)
        return std::make_unique<QTcpServer>();
    const emulator::ServerCertificate identity = authority->issue();
    QSslConfiguration configuration;
    configuration.setLocalCertificate(identity.certificate);
    configuration.setPrivateKey(identity.privateKey);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

// A request of ours is complete with the last byte of its body.
bool isComplete(const QByteArray &request)
{
    const qsizetype body = request.indexOf("\r\n\r\n") + 4;
    const qsizetype length = request.toLower().indexOf("content-length: ") + 16;
    return body >= 4 && length >= 16
        && request.size() - body
        >= request.mid(length, request.indexOf('\r', length) - length).toInt();
}

} // namespace

WireServer::WireServer(const emulator::CertificateAuthority *authority, When when,
                       Behaviour behaviour)
    : m_server(serverFor(authority))
    , m_when(when)
    , m_behaviour(std::move(behaviour))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &WireServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no loopback port to listen on");
}

QString WireServer::url() const
{
    return u"https://127.0.0.1:%1"_s.arg(m_server->serverPort());
}

void WireServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connectionCount;
        const auto request = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, request] { read(socket, *request); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_when == When::Connected)
            m_behaviour(*socket);
        read(socket, *request); // what came together with the end of the handshake
    }
}

void WireServer::read(QTcpSocket *socket, QByteArray &request)
{
    const QByteArray bytes = socket->readAll();
    m_received += bytes;
    request += bytes;
    if (!isComplete(request))
        return;
    request.clear();
    ++m_requestCount;
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
        socket.write(bytes);
        socket.flush();
        QTimer::singleShot(50, &socket, [&socket] {
            const linger now{1, 0};
            ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
            socket.abort();
        });
    };
}

} // namespace hourpass::test
