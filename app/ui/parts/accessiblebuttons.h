// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hourpass {

/// Assistive programs are told of hidden widgets too, and Qt lets them press a hidden button. From
/// now on one that is not on the screen offers no action and does none. Once, after the
/// QApplication is there.
void keepHiddenButtonsFromAccessibility();

} // namespace hourpass
