// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// For texts that hold no secret; they stay on the clipboard, and managers may keep them. Secrets
/// go through SecretClipboard.
void copyPlainText(const QString &text);

/// On X11 and some Wayland desktops what is selected in this program can be pasted elsewhere; from
/// now on it cannot.
void releaseSelection();

} // namespace hourpass
