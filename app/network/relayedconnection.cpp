// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/relayedconnection.h"

#include <QNetworkProxy>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// What is held of either direction.
constexpr qint64 bufferSize = 64 * 1024;
// The first byte of whatever a client of TLS says (RFC 8446, section 5.1). What it says to a proxy
// is text.
constexpr char handshake = 0x16;

} // namespace

RelayedConnection::RelayedConnection(QTcpSocket *near, qint64 answerLimit, QObject *parent)
    : QObject(parent)
    , m_near(near)
    , m_answerLeft(answerLimit)
{
    m_near->setParent(this);
    for (QTcpSocket *socket : {m_near, &m_far})
        socket->setReadBufferSize(bufferSize);
    m_far.setProxy(QNetworkProxy::NoProxy);
    connect(&m_far, &QTcpSocket::connected, this, [this] {
        m_wasConnected = true;
        send();
    });
    connect(m_near, &QTcpSocket::readyRead, this, &RelayedConnection::send);
    connect(&m_far, &QTcpSocket::bytesWritten, this, &RelayedConnection::send);
    connect(&m_far, &QTcpSocket::readyRead, this, &RelayedConnection::receive);
    connect(m_near, &QTcpSocket::bytesWritten, this, &RelayedConnection::receive);
    connect(m_near, &QTcpSocket::disconnected, this, &RelayedConnection::end);
    connect(&m_far, &QTcpSocket::errorOccurred, this, &RelayedConnection::onProxyError);
}

void RelayedConnection::start(const QString &host, quint16 port)
{
    m_far.connectToHost(host, port);
}

void RelayedConnection::send()
{
    while (m_wasConnected && m_near->bytesAvailable() > 0 && m_far.bytesToWrite() < bufferSize) {
        const QByteArray said = m_near->read(bufferSize);
        m_isTunnel = m_isTunnel || said.startsWith(handshake);
        m_far.write(said);
    }
}

void RelayedConnection::receive()
{
    while (m_far.bytesAvailable() > 0 && m_near->bytesToWrite() < bufferSize) {
        const QByteArray said = m_far.read(bufferSize);
        if (!m_isTunnel)
            m_answerLeft -= said.size();
        if (m_answerLeft < 0) {
            end();
            Q_EMIT failed(
                {ErrorCode::AnswerTooLarge, u"the proxy's answer did not end within 64 KiB"_s, {}});
            return;
        }
        m_near->write(said);
    }
    // What it said last is to be heard.
    if (m_far.state() == QTcpSocket::UnconnectedState && m_far.bytesAvailable() == 0)
        m_near->disconnectFromHost();
}

void RelayedConnection::onProxyError()
{
    if (m_wasConnected) {
        receive();
        return;
    }
    const QString why = m_far.errorString();
    end();
    Q_EMIT failed({ErrorCode::ProxyUnreachable, why, {}});
}

void RelayedConnection::end()
{
    for (QTcpSocket *socket : {m_near, &m_far}) {
        socket->disconnect(this);
        socket->abort();
    }
    deleteLater();
}

} // namespace hourpass
