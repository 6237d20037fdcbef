// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardroute.h"

#include <memory>
#include <vector>

class QClipboard;

namespace hourpass {

using ClipboardRoutes = std::vector<std::unique_ptr<ClipboardRoute>>;

/// The routes of this desktop, the best first. Neither needs the next one while it works.
ClipboardRoutes clipboardRoutes(QClipboard &clipboard);

} // namespace hourpass
