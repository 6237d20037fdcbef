// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/verify/verificationkey.h"

#include <QList>
#include <tl/expected.hpp>

namespace hourpass {

/// Longest text that is looked into for keys (security rules, P7).
inline constexpr qsizetype keySetLimit = 256 * 1024;
/// Most keys that are taken of one text.
inline constexpr qsizetype keyCountLimit = 128;

/// The keys of one text, in its order. Single keys that are of no use are in it, with their fault.
struct KeySet {
    QList<VerificationKey> keys;
};

/// Reads a JWK or a set of them (RFC 7517, strict JSON), or PEM: public keys and certificates, of
/// which nothing but the key counts. A text with a private key in it is refused as a whole, and
/// nothing of it is kept.
tl::expected<KeySet, KeyFault> importKeys(QByteArrayView text);

} // namespace hourpass
