// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instancecall.h"

#include "instance/peer.h"

#include <QLocalSocket>

#include <chrono>

namespace hourpass {

using namespace std::chrono_literals;

InstanceCall::InstanceCall(InstanceLock &lock, QString socketName, const InstanceMessage &message,
                           const Clock &clock, Milliseconds patience)
    : m_lock(lock)
    , m_socketName(std::move(socketName))
    , m_message(encode(message))
    , m_patience(patience)
    , m_deadline(clock)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(50ms);
    connect(&m_retry, &QTimer::timeout, this, &InstanceCall::attempt);
    connect(&m_deadline, &DeadlineTimer::timeout, this, [this] {
        m_retry.stop();
        m_done.report(failure(ErrorCode::TimedOut));
    });
}

InstanceCall::~InstanceCall()
{
    if (m_socket)
        m_socket->disconnect(this);
}

Future<InstanceCall::Outcome> InstanceCall::start()
{
    m_deadline.start(m_patience);
    attempt();
    return m_done.future();
}

void InstanceCall::attempt()
{
    const auto isFirst = m_lock.tryLock();
    if (!isFirst)
        return m_done.report(Failure(isFirst.error()));
    if (*isFirst)
        return m_done.report(Outcome::BecameFirst);
    m_socket = std::make_unique<QLocalSocket>();
    connect(m_socket.get(), &QLocalSocket::connected, this, &InstanceCall::onConnected);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &InstanceCall::onReadyRead);
    // An error that is not followed by the end of a connection is one of connecting.
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, &InstanceCall::attemptLater);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &InstanceCall::attemptLater);
    m_socket->connectToServer(m_socketName);
    // Where too many wait already, Qt would try again without a pause.
    if (m_socket->state() == QLocalSocket::ConnectingState)
        attemptLater();
}

void InstanceCall::onConnected()
{
    if (isOwnPeer(m_socket->socketDescriptor()))
        m_socket->write(m_message);
    else
        attemptLater();
}

void InstanceCall::onReadyRead()
{
    if (m_socket->bytesAvailable() < answerSize)
        return;
    m_retry.stop();
    m_deadline.stop();
    m_socket->disconnect(this);
    const bool isAccepted = decodeAnswer(m_socket->read(answerSize)) == InstanceAnswer::Accepted;
    m_done.report(isAccepted ? Outcome::Accepted : Outcome::NotUnderstood);
}

void InstanceCall::attemptLater()
{
    // The attempt replaces the socket, which is what calls here.
    if (!m_done.hasReported() && !m_retry.isActive())
        m_retry.start();
}

} // namespace hourpass
