// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;

namespace hourpass {

/// Qt's own theme for KDE sets all colours but that of placeholders and captions, which stays
/// black in a dark scheme. From now on it is a dimmer one of the text's, also when the desktop
/// changes its colours.
void keepPlaceholdersReadable(QApplication &application);

} // namespace hourpass
