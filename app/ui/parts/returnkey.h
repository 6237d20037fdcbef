// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QApplication;

namespace hourpass {

/// From now on Return presses the button that has the focus, as Space does, but for dialogs that
/// have a default button, which Return is for. Qt does so only for buttons that could be the
/// default one.
void letReturnPressButtons(QApplication &application);

} // namespace hourpass
