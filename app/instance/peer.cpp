// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/peer.h"

#include <sys/socket.h>
#include <unistd.h>

namespace hourpass {

bool isOwnPeer(qintptr socketDescriptor)
{
    const int fd = int(socketDescriptor);
#ifdef Q_OS_LINUX
    struct ucred credentials {
    };
    socklen_t size = sizeof credentials;
    return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0
        && credentials.uid == ::geteuid();
#else
    uid_t user{};
    gid_t group{};
    return ::getpeereid(fd, &user, &group) == 0 && user == ::geteuid();
#endif
}

} // namespace hourpass
