// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/program/programend.h"

#include <QSocketNotifier>

#include <array>

#include <pthread.h>
#include <unistd.h>

namespace hourpass::emulator {

namespace {

constexpr int wakeUp = SIGUSR1;

} // namespace

SignalWatch::SignalWatch()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGTERM);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, wakeUp);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_thread = std::thread([this] {
        int signal = 0;
        sigwait(&m_signals, &signal);
        if (signal != wakeUp)
            Q_EMIT endRequested();
    });
}

SignalWatch::~SignalWatch()
{
    // The thread still waits where the program ends for another reason.
    pthread_kill(m_thread.native_handle(), wakeUp);
    m_thread.join();
}

StdinWatch::StdinWatch()
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &StdinWatch::drain);
}

void StdinWatch::drain()
{
    std::array<char, 256> bytes;
    if (read(STDIN_FILENO, bytes.data(), bytes.size()) <= 0)
        Q_EMIT endRequested();
}

} // namespace hourpass::emulator
