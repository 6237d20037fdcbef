// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"

namespace hourpass {

/// The form of an API-key grant (fact sheet, section 1.1): every byte of a value outside RFC 3986's
/// unreserved set is percent-encoded. QUrlQuery would leave '+' as it is, which form parsers read
/// as a blank.
Secret apiKeyGrant(const Secret &key);

} // namespace hourpass
