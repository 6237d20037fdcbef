// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/json.h"
#include "jwt/verify/checkresult.h"

#include <optional>
#include <QObject>

namespace hourpass {

/// Whether it is now a time that the token is for (RFC 7519, section 4.1). Times are in seconds
/// since 1970, rounded to the shorter life.
struct TimeCheck {
    Q_GADGET
public:
    enum class Code {
        InTime,
        // Fail.
        Expired,
        NotYetValid,    ///< "nbf" is to come
        IssuedInFuture, ///< "iat" is to come
        ExpiryMissing,
        ExpiryUnusable, ///< no number, negative or beyond the year 9999; so the next two
        NotBeforeUnusable,
        IssuedAtUnusable,
        // Unknown.
        ClaimsMissing,
        ClaimsDamaged, ///< and what could be read of them does not say, or says it twice
    };
    Q_ENUM(Code)

    CheckResult result = CheckResult::Unknown;
    Code code = Code::ClaimsMissing;
    Seconds now{}; ///< that it was compared with
    std::optional<Seconds> expiresAt{};
    std::optional<Seconds> notBefore{};
    std::optional<Seconds> issuedAt{};
};

/// How far the issuer's clock may be ahead for "nbf" and "iat". "exp" has no such grace.
inline constexpr Seconds clockLeeway{60};

/// `claims` may be null; `isDamaged` says that they are not whole or not unambiguous.
TimeCheck checkTime(const JsonValue *claims, bool isDamaged, Seconds now);

} // namespace hourpass
