// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/tokenfingerprint.h"
#include "jwt/find/tokenfinder.h"
#include "jwt/identity.h"
#include "jwt/verify/verification.h"

namespace hourpass {

/// All that is known of one token of a text.
struct Inspection {
    FoundToken found;
    DecodedToken decoded;
    Identity identity; ///< empty where there are no claims
    Verification verification;
};

/// Null where there is no text, or not all of it.
TokenFingerprint fingerprintOf(const FoundToken &found);

/// `found` has a text.
Inspection inspectToken(const FoundToken &found, const KeyChoice &keys,
                        const VerifyOptions &options);

/// What there is in a text to tell of. JSON serialisation (RFC 7515, section 7.2) is one token,
/// which is the whole text.
FoundTokens tokensToInspect(QByteArrayView text, const SearchControl &control = {});
/// The whole text less one line end as one token, whatever it is.
FoundToken strictToken(QByteArrayView text);

} // namespace hourpass
