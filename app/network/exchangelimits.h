// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

namespace hourpass {

/// How long an exchange may take (security rules, P6).
struct ExchangeLimits {
    Milliseconds toSend{10'000}; ///< until the request is out: name, connection, TLS
    Milliseconds overall{30'000};
};

} // namespace hourpass
