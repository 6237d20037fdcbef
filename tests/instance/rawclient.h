// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace hourpass::test {

/// A client that knows nothing of the protocol, straight on the system's socket. Never waits.
class RawClient final
{
public:
    explicit RawClient(const QString &path)
        : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::copy(name.begin(), name.end(), address.sun_path);
        m_isConnected =
            ::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_fd); }
    RawClient(RawClient &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
        , m_isConnected(other.m_isConnected)
    {
    }

    bool isConnected() const { return m_isConnected; }
    /// How many bytes went off; -1: the other end is closed.
    qsizetype write(const QByteArray &bytes)
    {
        const auto sent = ::send(m_fd, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
        return sent < 0 && errno == EAGAIN ? 0 : qsizetype(sent);
    }
    /// All that has come so far.
    QByteArray answer()
    {
        read();
        return m_answer;
    }
    /// Whether the other end is closed.
    bool isClosed()
    {
        read();
        return m_isClosed;
    }

private:
    void read()
    {
        char buffer[64];
        const auto size = ::recv(m_fd, buffer, sizeof buffer, 0);
        m_isClosed = size == 0 || (size < 0 && errno != EAGAIN);
        m_answer.append(buffer, qMax(qsizetype(size), qsizetype(0)));
    }

    int m_fd;
    bool m_isConnected = false;
    bool m_isClosed = false;
    QByteArray m_answer;
};

} // namespace hourpass::test
