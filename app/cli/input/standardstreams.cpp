// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/input/standardstreams.h"

#include <QCoreApplication>
#include <QString>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#else
#include <cstdio>
#include <io.h>
#endif

namespace hourpass {

#ifdef Q_OS_UNIX

void holdStandardStreams()
{
    std::signal(SIGPIPE, SIG_IGN); // writing says so, too
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // The lowest free number is taken, so this is fd itself; opened the wrong way round.
        if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            static_cast<void>(::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
}

bool isTerminal(StandardStream stream)
{
    return ::isatty(int(stream)) == 1;
}

namespace {

// A stream shared with a program that made it non-blocking is waited for.
bool canGoOn(int fd)
{
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN)
        return false;
    pollfd writable{fd, POLLOUT, 0};
    return ::poll(&writable, 1, -1) >= 0 || errno == EINTR;
}

} // namespace

Result<void> writeAll(StandardStream stream, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = ::write(int(stream), bytes.data(), std::size_t(bytes.size()));
        if (written >= 0)
            bytes = bytes.sliced(written);
        else if (!canGoOn(int(stream)))
            return failure(ErrorCode::WriteFailed, qt_error_string(errno));
    }
    return {};
}

#else

void holdStandardStreams() { }

bool isTerminal(StandardStream stream)
{
    return _isatty(int(stream)) != 0;
}

Result<void> writeAll(StandardStream stream, QByteArrayView bytes)
{
    std::FILE *file = stream == StandardStream::Output ? stdout : stderr;
    const auto size = std::size_t(bytes.size());
    if (std::fwrite(bytes.data(), 1, size, file) != size || std::fflush(file) != 0)
        return failure(ErrorCode::WriteFailed, qt_error_string());
    return {};
}

#endif

} // namespace hourpass
