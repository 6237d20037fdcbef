// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/bussocket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace hourpass {

BusSocket::~BusSocket()
{
    close();
}

void BusSocket::close()
{
    if (const int fd = std::exchange(m_fd, -1); fd >= 0)
        ::close(fd);
}

BusSocket::Opening BusSocket::open(const QByteArray &name)
{
    close();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || std::size_t(name.size()) >= sizeof address.sun_path)
        return Opening::Refused;
    std::copy(name.begin(), name.end(), address.sun_path);
    // The whole of an abstract name counts, and a path ends with a NUL.
    const auto size =
        offsetof(sockaddr_un, sun_path) + std::size_t(name.size()) + (name.front() == '\0' ? 0 : 1);
    m_fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (m_fd < 0)
        return Opening::Refused;
    ::fcntl(m_fd, F_SETFD, FD_CLOEXEC);
    ::fcntl(m_fd, F_SETFL, O_NONBLOCK);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), socklen_t(size)) == 0)
        return Opening::Done;
    const bool isFull = errno == EAGAIN; // a local socket says nothing once there is room
    close();
    return isFull ? Opening::Later : Opening::Refused;
}

bool BusSocket::send(const QByteArray &bytes) const
{
    return ::send(m_fd, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

std::optional<QByteArray> BusSocket::receive() const
{
    std::array<char, 4096> piece;
    const auto count = ::recv(m_fd, piece.data(), piece.size(), 0);
    if (count > 0)
        return QByteArray(piece.data(), qsizetype(count));
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return QByteArray();
    return {};
}

} // namespace hourpass
