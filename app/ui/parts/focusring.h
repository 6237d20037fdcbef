// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hourpass {

/// Where the style is Qt's own (Fusion), a combo box that has the focus shows it from now on: that
/// style draws nothing for it. Others do.
void showFocusOfComboBoxes();

} // namespace hourpass
