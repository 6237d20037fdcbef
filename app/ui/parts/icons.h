// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>

namespace hourpass {

/// The desktop theme's icon of that name, else our own of the same name, drawn in the palette's
/// text colour so that it fits light and dark.
QIcon namedIcon(const QString &name);

/// The program's mark.
QIcon applicationIcon();

} // namespace hourpass
