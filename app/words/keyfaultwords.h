// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/verify/verificationkey.h"

namespace hourpass {

/// Why a key, or a text with keys, is of no use: the end of a sentence, without a full stop.
QString keyFaultText(KeyFault fault);

} // namespace hourpass
