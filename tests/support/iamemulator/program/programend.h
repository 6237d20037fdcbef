// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <csignal>
#include <thread>

namespace hourpass::emulator {

/// Asks for the end of the program on SIGTERM and SIGINT. To be made before any other thread
/// starts: a thread of its own takes the signals, which all others keep blocked.
class SignalWatch final : public QObject
{
    Q_OBJECT

public:
    SignalWatch();
    ~SignalWatch() override;

Q_SIGNALS:
    void endRequested();

private:
    sigset_t m_signals;
    std::thread m_thread;
};

/// Asks for the end of the program when its standard input ends.
class StdinWatch final : public QObject
{
    Q_OBJECT

public:
    StdinWatch();

Q_SIGNALS:
    void endRequested();

private:
    void drain();
};

} // namespace hourpass::emulator
