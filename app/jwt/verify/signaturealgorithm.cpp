// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/signaturealgorithm.h"

#include <algorithm>
#include <array>

namespace hourpass {

using namespace Qt::StringLiterals;

const SignatureAlgorithm *findAlgorithm(QStringView name)
{
    using Family = SignatureAlgorithm::Family;
    static constexpr std::array<SignatureAlgorithm, 13> algorithms{{
        {"RS256"_L1, Family::Pkcs1, 256},
        {"RS384"_L1, Family::Pkcs1, 384},
        {"RS512"_L1, Family::Pkcs1, 512},
        {"PS256"_L1, Family::Pss, 256},
        {"PS384"_L1, Family::Pss, 384},
        {"PS512"_L1, Family::Pss, 512},
        {"ES256"_L1, Family::Ecdsa, 256},
        {"ES384"_L1, Family::Ecdsa, 384},
        {"ES512"_L1, Family::Ecdsa, 512},
        {"EdDSA"_L1, Family::Eddsa, 0},
        {"HS256"_L1, Family::Hmac, 256},
        {"HS384"_L1, Family::Hmac, 384},
        {"HS512"_L1, Family::Hmac, 512},
    }};
    const auto *const found =
        std::find_if(algorithms.begin(), algorithms.end(),
                     [name](const SignatureAlgorithm &each) { return each.name == name; });
    return found == algorithms.end() ? nullptr : found;
}

} // namespace hourpass
