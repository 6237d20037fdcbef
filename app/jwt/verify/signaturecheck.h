// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/jsonwebtoken.h"
#include "jwt/verify/checkresult.h"
#include "jwt/verify/keyset.h"

namespace hourpass {

/// Whose keys a token is checked with, which is also by which rules.
enum class KeyRules {
    None,      ///< there are none
    Published, ///< by IBM's IAM: RSA and RS256 alone, the key named by "kid"
    Own,       ///< the user's: the key names its algorithm, else its type's are allowed
};

struct KeyChoice {
    KeyRules rules = KeyRules::None;
    KeySet keys;
    /// Why there are no keys, where they could not be had or read.
    std::optional<KeyFault> fault;
};

/// The keys of a text, as importKeys() reads it; by those rules too where it holds none.
KeyChoice chooseKeys(KeyRules rules, QByteArrayView text);

/// Whether the token was signed with one of the keys, and what that was found out by.
struct SignatureCheck {
    Q_GADGET
public:
    enum class Code {
        Genuine,
        // Fail.
        WrongSignature,
        WrongLength,       ///< as where a token was cut off
        Unsigned,          ///< "none", in any spelling
        AlgorithmRejected, ///< not one that these keys are for
        KeyRejected,       ///< KeyFault says why
        // Unknown.
        NoKeys,
        KeySetUnusable, ///< KeyFault says why, where it is known
        KeyUnknown,
        KeyIdMissing, ///< and there is more than one key
        Unsupported,
        // Not applicable.
        Malformed,
    };
    Q_ENUM(Code)

    CheckResult result = CheckResult::NotApplicable;
    Code code = Code::Malformed;
    QString algorithm; ///< "alg" of the token's header. From outside, as the next
    QString keyId;     ///< "kid" of the token's header
    /// The one that it was checked with, or that was refused.
    std::optional<VerificationKey> key{};
    std::optional<KeyFault> keyFault{};
};

/// Looks at the signature alone: what is signed need not be JSON.
SignatureCheck checkSignature(const DecodedToken &token, const KeyChoice &choice);

} // namespace hourpass
