// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/verify/verificationkey.h"

namespace hourpass {

enum class SignatureMatch {
    Genuine,
    Other,       ///< of another text or by another key
    WrongLength, ///< no signature of this key and algorithm has that many bytes
};

/// Whether `signature` (as RFC 7518 section 3 writes it) is the key's, of `input`. The key must
/// allow the algorithm. A key pair's check is OpenSSL's alone.
SignatureMatch matchSignature(const VerificationKey &key, const SignatureAlgorithm &algorithm,
                              QByteArrayView input, QByteArrayView signature);

} // namespace hourpass
