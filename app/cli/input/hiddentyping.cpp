// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/input/hiddentyping.h"

#include "core/terminationsignal.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <termios.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <qt_windows.h>
#endif

namespace hourpass {

#ifdef Q_OS_WIN

struct HiddenTyping::Mode {
    DWORD flags = 0;
};

HiddenTyping::HiddenTyping()
{
    Mode mode;
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    if (GetConsoleMode(input, &mode.flags)
        && SetConsoleMode(input, mode.flags & ~DWORD(ENABLE_ECHO_INPUT)))
        m_before = std::make_unique<const Mode>(mode);
}

HiddenTyping::~HiddenTyping()
{
    if (m_before)
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), m_before->flags);
}

#else

struct HiddenTyping::Mode {
    termios settings;
};

namespace {

// For the end from within a signal handler, which reaches nothing but what is static.
termios shownAgain;

// Without waiting for what is still to be printed, and from the background, too.
void showTyping()
{
    ::signal(SIGTTOU, SIG_IGN);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &shownAgain);
}

} // namespace

HiddenTyping::HiddenTyping()
{
    Mode mode{};
    if (::tcgetattr(STDIN_FILENO, &mode.settings) != 0)
        return;
    termios hidden = mode.settings;
    hidden.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL);
    // Stopped with Ctrl+Z, the shell would be left without echo.
    hidden.c_cc[VSUSP] = _POSIX_VDISABLE;
    shownAgain = mode.settings;
    TerminationSignal::setLastAct(&showTyping);
    if (::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0)
        m_before = std::make_unique<const Mode>(mode);
    else
        TerminationSignal::setLastAct(nullptr);
}

HiddenTyping::~HiddenTyping()
{
    if (!m_before)
        return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before->settings);
    TerminationSignal::setLastAct(nullptr);
}

#endif

} // namespace hourpass
