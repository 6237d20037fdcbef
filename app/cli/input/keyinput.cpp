// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/input/keyinput.h"

#include "cli/input/hiddentyping.h"
#include "cli/input/standardstreams.h"

#include <QSocketNotifier>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLimit = 16 * 1024;
constexpr int inputFd = int(StandardStream::Input);

auto readOne(char &byte)
{
#ifdef Q_OS_UNIX
    return ::read(inputFd, &byte, 1);
#else
    return ::_read(inputFd, &byte, 1);
#endif
}

bool hasMore()
{
#ifdef Q_OS_UNIX
    pollfd readable{inputFd, POLLIN, 0};
    return ::poll(&readable, 1, 0) > 0;
#else
    return true;
#endif
}

} // namespace

KeyInput::KeyInput(QObject *parent)
    : QObject(parent)
{
    m_line.reserve(lineLimit); // in one piece: growing would leave copies behind
}

KeyInput::~KeyInput()
{
    wipe(m_line);
}

Future<Secret> KeyInput::readLine(const QString &prompt)
{
    if (isTerminal(StandardStream::Input)) {
        m_hidden = std::make_unique<HiddenTyping>();
        if (!m_hidden->isHidden()) {
            m_reporter.report(failure(ErrorCode::FileUnreadable, u"the terminal cannot hide it"_s,
                                      u"standard input"_s));
            return m_reporter.future();
        }
        static_cast<void>(writeAll(StandardStream::Error, prompt.toLocal8Bit()));
    }
#ifdef Q_OS_UNIX
    m_notifier = std::make_unique<QSocketNotifier>(inputFd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &KeyInput::readWhatIsThere);
#else
    readWhatIsThere(); // a console cannot be watched; the system ends the program on Ctrl+C
#endif
    return m_reporter.future();
}

// Byte by byte, so that what follows the line is left for whoever reads next.
KeyInput::Progress KeyInput::readByte()
{
    char byte = 0;
    const auto count = readOne(byte);
    if (count < 0)
        return errno == EINTR || errno == EAGAIN ? Progress::WantsMore : Progress::Failed;
    if (count == 0 || byte == '\n')
        return Progress::LineEnded;
    if (m_line.size() == lineLimit)
        return Progress::TooLong;
    m_line.append(byte);
    return Progress::WantsMore;
}

void KeyInput::readWhatIsThere()
{
    auto progress = Progress::WantsMore;
    do
        progress = readByte();
    while (progress == Progress::WantsMore && hasMore());
    if (progress != Progress::WantsMore)
        finish(progress);
}

void KeyInput::finish(Progress progress)
{
    if (progress == Progress::LineEnded)
        report(Secret(std::move(m_line)));
    else if (progress == Progress::TooLong)
        report(failure(ErrorCode::KeyFileWithoutKey, u"a line of more than 16 KiB"_s,
                       u"standard input"_s));
    else
        report(failure(ErrorCode::FileUnreadable, qt_error_string(errno), u"standard input"_s));
}

void KeyInput::cancel()
{
    report(failure(ErrorCode::Cancelled));
}

void KeyInput::report(Result<Secret> result)
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // this may be a slot of it
    }
    if (m_hidden) {
        m_hidden.reset();
        static_cast<void>(writeAll(StandardStream::Error, "\n")); // the user's was not shown
    }
    m_reporter.report(std::move(result));
}

} // namespace hourpass
