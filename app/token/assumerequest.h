// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"
#include "core/trustedprofile.h"

namespace hourpass {

/// The form of an assume grant (fact sheet, section 1.4): the key's own token and the profile,
/// nothing else. Encoded as formEndingWith() does it.
Secret assumeGrant(const Secret &accessToken, const TrustedProfile &profile);

} // namespace hourpass
