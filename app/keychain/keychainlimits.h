// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

namespace hourpass {

/// How long the keychain may take (security rules, section 3).
struct KeychainLimits {
    Milliseconds answer{5'000};   ///< for one step in which nobody is asked anything
    Milliseconds prompt{120'000}; ///< for the user to answer a question of the keychain
};

} // namespace hourpass
