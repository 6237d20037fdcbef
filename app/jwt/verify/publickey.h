// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/verify/verificationkey.h"

namespace hourpass {

/// The members of a JWK that make up a public key (RFC 7518 section 6, RFC 8037), decoded.
struct RsaMembers {
    QByteArray modulus;
    QByteArray exponent;
};
struct PointMembers {
    QByteArray x;
    QByteArray y; ///< empty for Ed25519 and Ed448
};

/// Fills in type, bits, thumbprint and the key itself, or the fault.
void setRsaKey(VerificationKey &key, const RsaMembers &members);
/// The type says the curve.
void setPointKey(VerificationKey &key, KeyType type, const PointMembers &members);
/// Of a key that OpenSSL has read; takes it over. Nothing is believed of it: its members are taken
/// out and go through the functions above.
void setOpenSslKey(VerificationKey &key, evp_pkey_st *publicKey);

} // namespace hourpass
