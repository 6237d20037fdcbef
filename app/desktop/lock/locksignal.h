// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace hourpass {

class LoginWatch;
class ScreenSaverWatch;

/// Tells when the user's screen is locked and when the computer is about to sleep: what must not be
/// seen or left on the clipboard then is hidden by whoever listens. Hears the screen savers of the
/// session bus (freedesktop's, which KDE has too, GNOME's, Cinnamon's, MATE's) and logind on the
/// system bus. A lock may be told more than once. Where there is no such bus or service nothing is
/// told, and nothing waits. On Windows and macOS nothing is told.
class LockSignal final : public QObject
{
    Q_OBJECT

public:
    /// Addresses of buses; empty: the usual ones.
    struct Buses {
        QString session;
        QString system;
    };

    LockSignal();
    explicit LockSignal(Buses buses);
    ~LockSignal() override;

    /// From now on. Once.
    void start();

Q_SIGNALS:
    void locked();
    /// What listens has a moment before the computer sleeps: until it returns, and a little more.
    void suspending();

private:
    Buses m_buses;
    std::unique_ptr<ScreenSaverWatch> m_screenSavers;
    std::unique_ptr<LoginWatch> m_login;
};

} // namespace hourpass
