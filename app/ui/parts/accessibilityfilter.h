// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hourpass {

/// Qt tells assistive programs what is typed in a masked field in clear, letter by letter, and the
/// whole key when it is deleted. From now on it does not. Once, after the application exists.
void keepMaskedTextFromAccessibility();

} // namespace hourpass
