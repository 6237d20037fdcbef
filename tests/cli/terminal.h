// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

namespace hourpass::test {

/// A terminal with a test in place of the user.
class Terminal final
{
public:
    Terminal() { m_isOpen = ::openpty(&m_controller, &m_user, nullptr, nullptr, nullptr) == 0; }
    ~Terminal()
    {
        ::close(m_controller);
        ::close(m_user);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    bool isOpen() const { return m_isOpen; }
    int userEnd() const { return m_user; }
    bool showsTyping() const
    {
        termios settings{};
        return ::tcgetattr(m_user, &settings) == 0 && (settings.c_lflag & tcflag_t(ECHO)) != 0;
    }
    bool type(const QByteArray &text)
    {
        return ::write(m_controller, text.constData(), std::size_t(text.size())) == text.size();
    }
    /// What came up on the screen, so far.
    QByteArray screen()
    {
        ::fcntl(m_controller, F_SETFL, O_NONBLOCK);
        QByteArray shown(4096, '\0');
        const auto count = ::read(m_controller, shown.data(), std::size_t(shown.size()));
        return shown.first(qMax<qsizetype>(count, 0));
    }

private:
    int m_controller = -1;
    int m_user = -1;
    bool m_isOpen = false;
};

} // namespace hourpass::test
