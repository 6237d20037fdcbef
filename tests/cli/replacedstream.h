// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <fcntl.h>
#include <unistd.h>

namespace hourpass::test {

/// Makes a file descriptor standard input, or another stream, while it lives.
class ReplacedStream final
{
public:
    ReplacedStream(int stream, int fd)
        : m_stream(stream)
        , m_before(::fcntl(stream, F_DUPFD_CLOEXEC, 3))
    {
        ::dup2(fd, stream);
    }
    ~ReplacedStream()
    {
        ::dup2(m_before, m_stream);
        ::close(m_before);
    }
    Q_DISABLE_COPY_MOVE(ReplacedStream)

private:
    int m_stream;
    int m_before;
};

/// A pipe, to stand for a standard stream.
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
    int writeEnd() const { return m_ends[1]; }
    /// What was written, so far.
    QByteArray read()
    {
        ::fcntl(m_ends[0], F_SETFL, O_NONBLOCK);
        QByteArray bytes(4096, '\0');
        const auto count = ::read(m_ends[0], bytes.data(), std::size_t(bytes.size()));
        return bytes.first(qMax<qsizetype>(count, 0));
    }
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
