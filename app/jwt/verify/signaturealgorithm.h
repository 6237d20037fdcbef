// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// A signature algorithm of JOSE (RFC 7518 section 3, RFC 8037), without "none" and without those
/// that nobody should use.
struct SignatureAlgorithm {
    enum class Family { Pkcs1, Pss, Ecdsa, Eddsa, Hmac };

    QLatin1String name;
    Family family = Family::Pkcs1;
    int hashBits = 0; ///< of SHA-2; 0 where the key decides
};

/// Null for any other name. Names are compared letter for letter.
const SignatureAlgorithm *findAlgorithm(QStringView name);

} // namespace hourpass
