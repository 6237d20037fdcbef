// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "token/tokenset.h"

namespace hourpass {

/// The forms in which people need a token (fact sheet, section 6.5).
enum class TokenFormat { Raw, Bearer, Header, EnvSh, EnvFish, EnvPowerShell, EnvCmd, Curl, Json };

/// The token in that form, without a line end. `profileName` and `now` serve Json alone
/// (contracts, section 2), which is ASCII.
Secret formatToken(const TokenSet &token, TokenFormat format, const QString &profileName,
                   const Instant &now);

} // namespace hourpass
