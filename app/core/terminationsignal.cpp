// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/terminationsignal.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace hourpass {

#ifdef Q_OS_UNIX

namespace {

// A signal handler can reach nothing but what is static, and may do little more than write().
int pipeEnds[2] = {-1, -1};
constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP};

extern "C" void onTerminationSignal(int signal)
{
    const int before = errno;
    const auto number = static_cast<unsigned char>(signal);
    static_cast<void>(!::write(pipeEnds[1], &number, 1));
    errno = before;
}

} // namespace

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
    if (::pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        unsigned char number = 0;
        if (::read(pipeEnds[0], &number, 1) == 1)
            Q_EMIT received(number);
    });
    struct sigaction action {
    };
    action.sa_handler = onTerminationSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : signals)
        ::sigaction(signal, &action, nullptr);
}

TerminationSignal::~TerminationSignal()
{
    for (const int signal : signals)
        ::signal(signal, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds)
        ::close(std::exchange(end, -1));
}

#else

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
}

TerminationSignal::~TerminationSignal() = default;

#endif

} // namespace hourpass
