// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instanceconnection.h"

namespace hourpass {

InstanceConnection::InstanceConnection(std::unique_ptr<QLocalSocket> socket, const Clock &clock,
                                       Milliseconds patience)
    : m_socket(std::move(socket))
    , m_timer(clock)
{
    m_socket->setParent(nullptr); // the server's until now
    m_socket->setReadBufferSize(longestMessage + 1);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &InstanceConnection::read);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &InstanceConnection::ended);
    connect(&m_timer, &DeadlineTimer::timeout, this, &InstanceConnection::ended);
    m_timer.start(patience);
}

InstanceConnection::~InstanceConnection()
{
    // Its end is not news to anybody.
    m_socket->disconnect(this);
    m_socket->abort();
}

void InstanceConnection::read()
{
    if (!m_socket->isOpen())
        return;
    // One byte more than a message has, so that what is too long shows as such.
    m_bytes += m_socket->read(longestMessage + 1 - m_bytes.size());
    const auto message = decode(m_bytes);
    if (!message && message.error() == MessageFault::Incomplete)
        return;
    answer(message ? InstanceAnswer::Accepted : InstanceAnswer::NotUnderstood);
    if (message)
        Q_EMIT understood(*message);
    Q_EMIT ended();
}

// The answer is in the system's hands before anything is done: the message may ask to quit.
void InstanceConnection::answer(InstanceAnswer answer)
{
    m_socket->disconnect(this);
    m_socket->write(encode(answer));
    m_socket->flush();
    m_socket->disconnectFromServer();
}

} // namespace hourpass
