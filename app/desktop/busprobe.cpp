// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/busprobe.h"

#include <QFile>

#include <algorithm>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// Empty where the address has another form. Escapes (%20) are not undone: no bus has such a path.
QByteArray pathIn(const QString &address)
{
    constexpr auto beginning = "unix:path="_L1;
    if (!address.startsWith(beginning))
        return {};
    const QString path = address.sliced(beginning.size());
    const auto end =
        std::find_if(path.begin(), path.end(), [](QChar c) { return c == u',' || c == u';'; });
    return QFile::encodeName(path.first(end - path.begin()));
}

// A local socket answers at once whether anybody listens.
int connected(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || size_t(path.size()) >= sizeof address.sun_path)
        return -1;
    std::copy(path.begin(), path.end(), address.sun_path);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    ::fcntl(fd, F_SETFL, O_NONBLOCK);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

} // namespace

BusProbe::BusProbe(Milliseconds patience)
    : m_patience(patience)
    , m_deadline(systemNow)
{
    connect(&m_deadline, &DeadlineTimer::timeout, this,
            [this] { end(failure(ErrorCode::TimedOut)); });
}

BusProbe::~BusProbe()
{
    m_notifier.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

Future<void> BusProbe::ask(const QString &address)
{
    // The bus answers with a list of ways to log in; any answer will do.
    constexpr char question[] = "\0AUTH\r\n";
    m_socket = connected(pathIn(address));
    if (m_socket < 0 || ::send(m_socket, question, sizeof question - 1, MSG_NOSIGNAL) < 0)
        return readyFuture<void>(failure(ErrorCode::NotFound));
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &BusProbe::onAnswer);
    m_deadline.start(m_patience);
    return m_done.future();
}

void BusProbe::onAnswer()
{
    char byte = 0;
    if (::recv(m_socket, &byte, 1, 0) == 1)
        end({});
    else
        end(failure(ErrorCode::NotFound));
}

void BusProbe::end(const Result<void> &result)
{
    m_notifier->setEnabled(false);
    m_deadline.stop();
    m_done.report(result);
}

} // namespace hourpass
