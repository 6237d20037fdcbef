// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/verificationkey.h"

namespace hourpass {

bool canDo(KeyType type, int bits, const SignatureAlgorithm &algorithm)
{
    using Family = SignatureAlgorithm::Family;
    switch (type) {
    case KeyType::Rsa:
        return algorithm.family == Family::Pkcs1 || algorithm.family == Family::Pss;
    case KeyType::RsaPss:
        return algorithm.family == Family::Pss;
    case KeyType::P256:
        return algorithm.family == Family::Ecdsa && algorithm.hashBits == 256;
    case KeyType::P384:
        return algorithm.family == Family::Ecdsa && algorithm.hashBits == 384;
    case KeyType::P521:
        return algorithm.family == Family::Ecdsa && algorithm.hashBits == 512;
    case KeyType::Ed25519:
    case KeyType::Ed448:
        return algorithm.family == Family::Eddsa;
    case KeyType::Symmetric: // RFC 7518, section 3.2: as long as the hash
        return algorithm.family == Family::Hmac && bits >= algorithm.hashBits;
    case KeyType::Unknown:
        break;
    }
    return false;
}

bool VerificationKey::allows(const SignatureAlgorithm &wanted) const
{
    return !fault && (algorithm.isEmpty() || algorithm == wanted.name) && canDo(type, bits, wanted);
}

} // namespace hourpass
