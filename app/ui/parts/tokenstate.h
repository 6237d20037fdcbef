// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "token/tokensessions.h"

namespace hourpass {

/// What one word tells of a profile's token.
enum class TokenState { None, Busy, Live, Expired, Failed };

/// A token that is still good counts for more than a renewal that failed.
TokenState tokenStateOf(const TokenSession &session, const Instant &now);

} // namespace hourpass
