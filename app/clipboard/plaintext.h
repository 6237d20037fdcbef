// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// For texts that hold no secret; they stay on the clipboard, and managers may keep them. Secrets
/// go through SecretClipboard.
void copyPlainText(const QString &text);

/// What is on the clipboard, as text; empty where there is none or it cannot be had. Qt waits for
/// the program that has it, for 5 seconds at most where that one hangs.
QString clipboardText();

} // namespace hourpass
