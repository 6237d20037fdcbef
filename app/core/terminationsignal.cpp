// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/terminationsignal.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>
#endif

namespace hourpass {

#ifdef Q_OS_UNIX

namespace {

// A signal handler can reach nothing but what is static, and may do little more than write().
int pipeEnds[2] = {-1, -1};
std::atomic<qint64> firstAt{0}; // in ms; 0: none has come
std::atomic<qint64> tidyingMs{0};
std::atomic<void (*)()> lastAct{nullptr};
static_assert(std::atomic<qint64>::is_always_lock_free);

constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP};
constexpr int interruptedStatus = 130; // as shells say it
constexpr qint64 sameRequestMs = 250;

qint64 nowMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

// The timer runs in the kernel, so that it fires whatever this process waits for. 0: never.
void endIn(qint64 ms)
{
    itimerval time{};
    time.it_value.tv_sec = time_t(ms / 1000);
    time.it_value.tv_usec = suseconds_t(ms % 1000 * 1000);
    ::setitimer(ITIMER_REAL, &time, nullptr); // a system call and no more
}

extern "C" void endNow(int /*signal*/)
{
    if (const auto act = lastAct.load())
        act();
    ::_exit(interruptedStatus);
}

extern "C" void onTerminationSignal(int signal)
{
    const int before = errno;
    qint64 first = 0;
    if (firstAt.compare_exchange_strong(first, nowMs())) {
        endIn(tidyingMs);
        const auto number = static_cast<unsigned char>(signal);
        static_cast<void>(!::write(pipeEnds[1], &number, 1));
    } else if (nowMs() - first >= sameRequestMs) {
        endNow(signal);
    }
    errno = before;
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action {
    };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

void unblockAlarm()
{
    sigset_t alarm;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    ::pthread_sigmask(SIG_UNBLOCK, &alarm, nullptr);
}

} // namespace

TerminationSignal::TerminationSignal(Milliseconds tidying, QObject *parent)
    : QObject(parent)
{
    endIn(0);
    firstAt = 0;
    tidyingMs = tidying.count();
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
    unblockAlarm();
    handle(SIGALRM, endNow);
    for (const int signal : signals)
        handle(signal, onTerminationSignal);
}

// Where a signal has come the time runs on: what is left to do may hang, too.
TerminationSignal::~TerminationSignal()
{
    for (const int signal : signals)
        ::signal(signal, SIG_DFL);
    if (firstAt == 0)
        ::signal(SIGALRM, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds)
        ::close(std::exchange(end, -1));
}

void TerminationSignal::giveTime(Milliseconds more) const
{
    if (firstAt != 0)
        endIn(more.count());
}

void TerminationSignal::setLastAct(void (*act)())
{
    lastAct = act;
}

#else

TerminationSignal::TerminationSignal(Milliseconds /*tidying*/, QObject *parent)
    : QObject(parent)
{
}

TerminationSignal::~TerminationSignal() = default;

void TerminationSignal::giveTime(Milliseconds /*more*/) const { }

void TerminationSignal::setLastAct(void (* /*act*/)()) { }

#endif

} // namespace hourpass
