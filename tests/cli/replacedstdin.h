// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <fcntl.h>
#include <unistd.h>

namespace hourpass::test {

/// Makes a file descriptor standard input while it lives.
class ReplacedStdin final
{
public:
    explicit ReplacedStdin(int fd)
        : m_before(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3))
    {
        ::dup2(fd, STDIN_FILENO);
    }
    ~ReplacedStdin()
    {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
    }
    Q_DISABLE_COPY_MOVE(ReplacedStdin)

private:
    int m_before;
};

/// A pipe to be read from standard input.
class Pipe final
{
public:
    Pipe() { m_isOpen = ::pipe(m_ends) == 0; }
    ~Pipe()
    {
        close();
        ::close(m_ends[0]);
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    bool isOpen() const { return m_isOpen; }
    int readEnd() const { return m_ends[0]; }
    bool write(const QByteArray &bytes)
    {
        return ::write(m_ends[1], bytes.constData(), std::size_t(bytes.size())) == bytes.size();
    }
    void close()
    {
        if (m_ends[1] >= 0)
            ::close(m_ends[1]);
        m_ends[1] = -1;
    }

private:
    int m_ends[2]{-1, -1};
    bool m_isOpen = false;
};

} // namespace hourpass::test
