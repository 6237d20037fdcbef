// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/proxy.h"

#include <QByteArray>
#include <QJsonObject>

namespace hourpass {

/// Which proxy to use.
struct ProxySettings {
    enum class Mode {
        System,      ///< what the desktop is set to
        Environment, ///< proxyFromEnvironment()
        Manual,
        None, ///< straight to the server
    };

    Mode mode = Mode::System;
    /// Kept in the other modes too. Never has its password, which is in the keychain: see
    /// ProxyKeeper.
    Proxy manual;

    bool operator==(const ProxySettings &) const = default;
};

inline constexpr Seconds shortestClipboardLife{5};
inline constexpr Seconds longestClipboardLife{600};
inline constexpr Minutes longestIdleTime{240};

/// What settings.json holds (contracts, section 1). Everything has a default; a value out of its
/// range is brought into it.
struct Settings {
    ProxySettings proxy;
    /// Until a copied secret is cleared; in the range below.
    Seconds clipboardLife{60};
    bool showTray = true; ///< an icon, where the desktop has a tray
    /// Closing the window leaves the program in the tray, if there is one. So by default: who
    /// copies tokens all day has closed a window that was in the way, and tokens are in memory
    /// alone.
    bool closeToTray = true;
    bool notifications = true;     ///< of copies from the tray, and of tokens about to end
    bool dropTokensOnLock = false; ///< else they are only hidden, and taken off the clipboard
    bool keepLedger = false;       ///< between runs: see Ledger
    /// The desktop was asked for shortcuts that work from anywhere, and gave them: it has to be
    /// asked again at each start.
    bool globalShortcuts = false;
    /// What the portal of a sandbox was last asked for and granted: it does not tell by itself.
    bool sandboxAutostart = false;
    /// Without a touch, until it is as if the screen had been locked; 0: never.
    Minutes lockAfterIdle{0};
    QJsonObject unknown; ///< members of a newer version, kept as they are

    bool operator==(const Settings &) const = default;
};

/// Errors: SettingsDamaged, SettingsFromNewerVersion. A proxy that cannot be read is damage: the
/// default in its place could mean a connection that goes around it.
Result<Settings> parseSettings(const QByteArray &json);
QByteArray toJson(const Settings &settings);

} // namespace hourpass
