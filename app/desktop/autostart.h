// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QString>

namespace hourpass {

/// A Flatpak. The autostart folder is the sandbox's own there: see BackgroundPortal.
bool isInSandbox();

/// Whether the desktop starts the program at login, hidden: a file in the user's autostart folder
/// (Desktop Application Autostart Specification). Windows and macOS have other ways, which are not
/// supported.
class Autostart final
{
public:
    enum class State { Off, On, NotSupported };

    /// This user's, of this program.
    static Autostart ofThisProgram();
    /// `folder` is where the desktop looks, `program` an absolute path.
    Autostart(const QString &folder, QString program);

    State state() const;
    /// A file that the user has edited is kept: it is switched, not replaced or removed. Errors:
    /// WriteFailed (also where it is not supported), and those of readSmallFile() but NotFound.
    Result<void> setEnabled(bool enabled);

private:
    Result<void> enable(const QByteArray &content);
    Result<void> disable(const QByteArray &content);

    bool m_isSupported;
    QString m_path;
    QString m_program;
};

} // namespace hourpass
