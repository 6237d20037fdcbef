// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/wayland/pipes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace hourpass {

namespace {

constexpr auto pipePatience = std::chrono::seconds(10);
// Of what is a secret of ours; what people inspect may be larger.
constexpr qsizetype usualSize = 64 * 1024;

std::pair<int, int> openPipe()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return {-1, -1};
    // What is set on our end is not set on the other: that program may expect to wait.
    ::fcntl(ends[1], F_SETFL, ::fcntl(ends[1], F_GETFL) & ~O_NONBLOCK);
    return {ends[0], ends[1]};
}

bool mustWait()
{
    return errno == EAGAIN || errno == EINTR;
}

} // namespace

OpenFile::OpenFile(int file)
    : m_file(file)
{
}

OpenFile::~OpenFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

PipeWriter::PipeWriter(int file, Secret secret, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_secret(std::move(secret))
    , m_notifier(file, QSocketNotifier::Write)
{
    // Whoever pastes may stop reading at any time; the failed write says so, as well.
    std::signal(SIGPIPE, SIG_IGN);
    ::fcntl(file, F_SETFL, ::fcntl(file, F_GETFL) | O_NONBLOCK);
    connect(&m_notifier, &QSocketNotifier::activated, this, &PipeWriter::write);
    connect(&m_timeout, &QTimer::timeout, this, &QObject::deleteLater);
    m_timeout.start(pipePatience);
    write();
}

void PipeWriter::write()
{
    const QByteArrayView rest = m_secret.reveal().sliced(m_written);
    const ssize_t count = ::write(m_file.number(), rest.data(), size_t(rest.size()));
    if (count > 0)
        m_written += count;
    if (m_written < m_secret.size() && (count > 0 || (count < 0 && mustWait())))
        return;
    m_notifier.setEnabled(false);
    deleteLater();
}

PipeReader::PipeReader(qsizetype limit)
    : PipeReader(limit, openPipe())
{
}

PipeReader::PipeReader(qsizetype limit, std::pair<int, int> ends)
    : m_file(ends.first)
    , m_writingEnd(std::make_unique<OpenFile>(ends.second))
    , m_limit(limit)
    , m_notifier(ends.first, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &PipeReader::read);
}

void PipeReader::read()
{
    m_text.reserve(std::min(m_limit, usualSize)); // so that no half-read copy is left behind
    char buffer[4096];
    const qsizetype wanted = std::min<qsizetype>(sizeof buffer, m_limit - m_text.size());
    const ssize_t count = ::read(m_file.number(), buffer, size_t(wanted));
    if (count > 0)
        m_text.append(buffer, count);
    wipe(buffer, sizeof buffer);
    if (m_text.size() < m_limit && (count > 0 || (count < 0 && mustWait()))) {
        if (count > 0)
            Q_EMIT progressed();
        return;
    }
    m_notifier.setEnabled(false);
    m_reporter.report(Secret(std::move(m_text)));
}

} // namespace hourpass
