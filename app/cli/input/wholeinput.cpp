// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/input/wholeinput.h"

#include "cli/input/standardstreams.h"
#include "core/secret.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int standardInput = int(StandardStream::Input);
using Piece = std::array<char, 64 * 1024>;

auto readSome(Piece &piece)
{
#ifdef Q_OS_UNIX
    return ::read(standardInput, piece.data(), piece.size());
#else
    return ::_read(standardInput, piece.data(), unsigned(piece.size()));
#endif
}

} // namespace

WholeInput::WholeInput(qint64 limit, QObject *parent)
    : QObject(parent)
    , m_limit(limit)
{
}

WholeInput::~WholeInput()
{
    wipe(m_text);
}

Future<QByteArray> WholeInput::read()
{
#ifdef Q_OS_UNIX
    m_notifier = std::make_unique<QSocketNotifier>(standardInput, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &WholeInput::readWhatIsThere);
#else
    auto progress = Progress::WantsMore; // neither a console nor a pipe can be watched
    while (progress == Progress::WantsMore)
        progress = readPiece();
    finish(progress);
#endif
    return m_reporter.future();
}

WholeInput::Progress WholeInput::readPiece()
{
    Piece piece;
    const auto count = readSome(piece);
    if (count < 0)
        return errno == EINTR || errno == EAGAIN ? Progress::WantsMore : Progress::Failed;
    m_text.append(piece.data(), qsizetype(count));
    wipe(piece.data(), piece.size());
    if (m_text.size() > m_limit)
        return Progress::TooLarge;
    return count == 0 ? Progress::Ended : Progress::WantsMore;
}

void WholeInput::readWhatIsThere()
{
    if (const Progress progress = readPiece(); progress != Progress::WantsMore)
        finish(progress);
}

void WholeInput::finish(Progress progress)
{
    const QString subject = u"standard input"_s;
    if (progress == Progress::Ended)
        report(std::exchange(m_text, {}));
    else if (progress == Progress::TooLarge)
        report(failure(ErrorCode::FileTooLarge, {}, subject));
    else
        report(failure(ErrorCode::FileUnreadable, qt_error_string(errno), subject));
}

void WholeInput::cancel()
{
    report(failure(ErrorCode::Cancelled));
}

void WholeInput::report(Result<QByteArray> result)
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // this may be a slot of it
    }
    m_reporter.report(std::move(result));
}

} // namespace hourpass
