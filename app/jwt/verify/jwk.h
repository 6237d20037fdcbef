// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"
#include "jwt/verify/verificationkey.h"

namespace hourpass {

/// Whether a JWK (an object) has members that only its owner may have. A symmetric key is a secret
/// too, but there is no other half to check with.
bool isPrivateJwk(const JsonValue &jwk);

/// One key of RFC 7517, with its fault if it has one.
VerificationKey keyOfJwk(const JsonValue &jwk);

} // namespace hourpass
