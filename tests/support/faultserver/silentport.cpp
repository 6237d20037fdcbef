// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver/silentport.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

int newSocket()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (socket < 0 || ::fcntl(socket, F_SETFD, FD_CLOEXEC) != 0
        || ::fcntl(socket, F_SETFL, O_NONBLOCK) != 0)
        qFatal("no socket for a silent port");
    return socket;
}

// Loopback connects at once or, where packets are dropped, not at all.
bool connects(int socket, const sockaddr *address, socklen_t size)
{
    if (::connect(socket, address, size) == 0)
        return true;
    pollfd waiting{socket, POLLOUT, 0};
    return ::poll(&waiting, 1, 200) == 1;
}

} // namespace

SilentPort::SilentPort()
    : m_listener(newSocket())
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 0) != 0
        || ::getsockname(m_listener, generic, &size) != 0)
        qFatal("no silent port to listen on");
    m_port = ntohs(address.sin_port);
    do {
        if (m_queued.size() > 16)
            qFatal("the queue of the silent port has no end");
        m_queued.append(newSocket());
    } while (connects(m_queued.last(), generic, size));
}

SilentPort::~SilentPort()
{
    for (const int socket : std::as_const(m_queued))
        ::close(socket);
    ::close(m_listener);
}

QString SilentPort::url() const
{
    return u"https://127.0.0.1:%1"_s.arg(m_port);
}

} // namespace hourpass::test
