// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"

#include <QString>

namespace hourpass {

/// A finding in plain words and the user's language. All of it is safe to show.
struct FindingText {
    QString check; ///< its name
    QString state; ///< one word, so that nobody has to tell states apart by colour
    QString evidence;
    QString nextStep; ///< empty where there is nothing to do; may have several lines
    QString details;  ///< one line for support, or empty
};

/// To be said before anything is deleted: the list of profiles that was set aside is there.
QString damagedListText(const QString &path);
QString checkName(Finding::Check check);
QString stateWord(Finding::State state);
FindingText describe(const Finding &finding);

/// "ok       Keychain     Secret Service, unlocked", and below it, indented, what to do and the
/// details; every line ended. Several of them make a table.
QString asLines(const FindingText &text);

} // namespace hourpass
