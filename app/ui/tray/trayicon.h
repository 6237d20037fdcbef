// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tray/traymodel.h"

#include <QIcon>

namespace hourpass {

/// The program's mark with a badge whose shape says the state: none, a disc with a tick (fine), a
/// triangle (ending soon), a square with a bar (expired), a diamond with a cross (failed). Drawn
/// for each size, with an edge of its own so that it is seen on dark and light panels.
QIcon trayIcon(TrayState state);

} // namespace hourpass
