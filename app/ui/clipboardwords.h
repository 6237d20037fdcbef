// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreading.h"

#include <QString>

namespace hourpass {

/// Why there is no text of the clipboard.
QString clipboardFaultText(ClipboardText::Outcome outcome);

} // namespace hourpass
