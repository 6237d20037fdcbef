// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// What is told beside the window. Plain text, safe to show, and never a secret: notifications are
/// kept in histories, shown on locked screens and read aloud.
struct Notification {
    /// One of a channel replaces the one before: what is told is how it is now.
    QString channel;
    QString title;
    QString text;
    QString action;        ///< what a button says, or empty for none
    bool isPassing = true; ///< of no use later, so that histories leave it out

    bool operator==(const Notification &) const = default;
};

} // namespace hourpass
