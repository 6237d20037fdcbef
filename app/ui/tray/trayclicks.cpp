// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/trayclicks.h"

namespace hourpass {

namespace {

TrayClicks::Wish meaningOf(QSystemTrayIcon::ActivationReason reason)
{
    switch (reason) {
    case QSystemTrayIcon::Trigger:
#ifdef Q_OS_MACOS
        return TrayClicks::Wish::Nothing; // a click opens the menu there
#else
        return TrayClicks::Wish::ToggleWindow;
#endif
    case QSystemTrayIcon::MiddleClick:
        return TrayClicks::Wish::Copy;
    case QSystemTrayIcon::Context:     // the menu opens by itself
    case QSystemTrayIcon::DoubleClick: // its first press was a Trigger
    case QSystemTrayIcon::Unknown:
        break;
    }
    return TrayClicks::Wish::Nothing;
}

} // namespace

TrayClicks::Wish TrayClicks::wishFor(QSystemTrayIcon::ActivationReason reason, Milliseconds now)
{
    const Wish wish = meaningOf(reason);
    if (wish == Wish::Nothing)
        return wish;
    const bool isOneOfTwo = wish == m_latest && now - m_latestAt < pause;
    m_latest = wish;
    m_latestAt = now;
    return isOneOfTwo ? Wish::Nothing : wish;
}

} // namespace hourpass
