// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/profile.h"
#include "token/tokensessions.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace hourpass {

class ProfileUsage;

/// What the tray icon tells of a profile, or of several: the worst. From harmless to bad.
enum class TrayState { None, Fine, EndingSoon, Expired, Failed };

/// From here on a token ends soon.
constexpr Seconds trayEndsSoon{300};
/// So many profiles are in the menu itself, the pinned ones among them.
constexpr int trayEntries = 8;
/// However many are pinned, the menu fits on a screen.
constexpr int trayEntriesAtMost = 16;
/// As many again are in the submenu; who has more finds the rest in the window.
constexpr int trayMoreAtMost = 50;

using SessionLookup = std::function<TokenSession(const ProfileId &)>;

/// The order of the menu.
struct TrayOrder {
    QList<ProfileId> entries; ///< pinned ones in the user's order, then by use
    QList<ProfileId> more;    ///< of the submenu

    bool operator==(const TrayOrder &) const = default;
};
TrayOrder trayOrder(const QList<Profile> &profiles, const ProfileUsage &usage);

/// "prod-admin — 47 min", plain text.
QString trayText(const Profile &profile, const TokenSession &session, const Instant &now);

TrayState trayState(const TokenSession &session, const Instant &now);
/// Of the pinned profiles; where none is pinned, of all.
TrayState worstTrayState(const QList<Profile> &profiles, const SessionLookup &sessionOf,
                         const Instant &now);

/// Several lines. Holds nothing that Qt or a tray could take for markup.
QString trayToolTip(const QList<Profile> &profiles, const SessionLookup &sessionOf,
                    const Instant &now);

/// In how long a text here changes by itself, at most a minute; nothing while none does.
std::optional<Milliseconds> untilTrayChanges(const QList<Profile> &profiles,
                                             const SessionLookup &sessionOf, const Instant &now);

/// Who is copied by a middle click: the one chosen by default, else the one copied last, else the
/// only one. Null: none can be meant.
const Profile *profileForQuickCopy(const ProfileStore &profiles, const ProfileUsage &usage);

} // namespace hourpass
