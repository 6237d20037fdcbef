// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/verify/keyset.h"

namespace hourpass {

/// The public keys of PEM blocks (RFC 7468), of which a text may hold several:
/// SubjectPublicKeyInfo, PKCS#1 and the keys of certificates. They have no id.
tl::expected<KeySet, KeyFault> importPem(QByteArrayView text);

} // namespace hourpass
