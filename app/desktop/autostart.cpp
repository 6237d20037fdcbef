// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/autostart.h"

#include "desktop/autostartentry.h"
#include "files/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileLimit = 64 * 1024;

bool isSupportedHere()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return !isInSandbox();
#else
    return false;
#endif
}

} // namespace

bool isInSandbox()
{
    return qEnvironmentVariableIsSet("FLATPAK_ID") || QFile::exists(u"/.flatpak-info"_s);
}

Autostart Autostart::ofThisProgram()
{
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                + "/autostart"_L1,
            QCoreApplication::applicationFilePath()};
}

Autostart::Autostart(const QString &folder, QString program)
    : m_isSupported(isSupportedHere())
    , m_path(folder + "/hourpass.desktop"_L1)
    , m_program(std::move(program))
{
}

Autostart::State Autostart::state() const
{
    if (!m_isSupported)
        return State::NotSupported;
    return isAutostartOn(readSmallFile(m_path, fileLimit).value_or(QByteArray())) ? State::On
                                                                                  : State::Off;
}

Result<void> Autostart::setEnabled(bool enabled)
{
    if (!m_isSupported)
        return failure(ErrorCode::WriteFailed, u"autostart is not supported here"_s);
    const auto content = readSmallFile(m_path, fileLimit);
    if (!content && content.error().code != ErrorCode::NotFound)
        return Failure(content.error());
    if (enabled)
        return enable(content.value_or(QByteArray()));
    return content ? disable(*content) : Result<void>();
}

// Ours is written anew where it names another program: that may be gone.
Result<void> Autostart::enable(const QByteArray &content)
{
    const bool isEdited = isAutostartEntry(content) && !isOwnAutostartEntry(content);
    const QByteArray wanted =
        isEdited ? withAutostart(content, true) : autostartEntryFor(m_program);
    return wanted == content ? Result<void>() : writePrivateFile(m_path, wanted);
}

Result<void> Autostart::disable(const QByteArray &content)
{
    if (!isAutostartOn(content))
        return {};
    if (!isOwnAutostartEntry(content))
        return writePrivateFile(m_path, withAutostart(content, false));
    if (!QFile::remove(m_path))
        return failure(ErrorCode::WriteFailed, u"the file cannot be removed"_s, m_path);
    return {};
}

} // namespace hourpass
