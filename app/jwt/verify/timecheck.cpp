// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/timecheck.h"

#include <cmath>

namespace hourpass {

using TimeCode = TimeCheck::Code;

namespace {

constexpr double yearTenThousand = 253402300800.0;

struct Reading {
    bool isThere = false;
    std::optional<Seconds> time;
};

enum class Rounding { Down, Up };

// Fractions are allowed (RFC 7519, section 2: NumericDate).
Reading readTime(const JsonValue &claims, QStringView name, Rounding rounding)
{
    const JsonValue *value = claims.find(name);
    if (!value)
        return {};
    bool ok = value->type == JsonValue::Type::Number;
    const double seconds = ok ? value->utf8.toDouble(&ok) : 0;
    if (!ok || !(seconds >= 0 && seconds < yearTenThousand))
        return {true, {}};
    return {true,
            Seconds(qint64(rounding == Rounding::Up ? std::ceil(seconds) : std::floor(seconds)))};
}

TimeCode codeOf(const Reading &expiry, const Reading &notBefore, const Reading &issued, Seconds now)
{
    if (!expiry.isThere)
        return TimeCode::ExpiryMissing;
    if (!expiry.time)
        return TimeCode::ExpiryUnusable;
    if (notBefore.isThere && !notBefore.time)
        return TimeCode::NotBeforeUnusable;
    if (issued.isThere && !issued.time)
        return TimeCode::IssuedAtUnusable;
    if (*expiry.time <= now)
        return TimeCode::Expired;
    if (notBefore.time && *notBefore.time > now + clockLeeway)
        return TimeCode::NotYetValid;
    if (issued.time && *issued.time > now + clockLeeway)
        return TimeCode::IssuedInFuture;
    return TimeCode::InTime;
}

} // namespace

TimeCheck checkTime(const JsonValue *claims, bool isDamaged, Seconds now)
{
    TimeCheck check;
    check.now = now;
    if (!claims)
        return check;
    const Reading expiry = readTime(*claims, u"exp", Rounding::Down);
    const Reading notBefore = readTime(*claims, u"nbf", Rounding::Up);
    const Reading issued = readTime(*claims, u"iat", Rounding::Up);
    check.expiresAt = expiry.time;
    check.notBefore = notBefore.time;
    check.issuedAt = issued.time;
    check.code = codeOf(expiry, notBefore, issued, now);
    check.result = check.code == TimeCode::InTime ? CheckResult::Pass : CheckResult::Fail;
    // What is missing may have been there. That it is past is sure enough to be said.
    const bool isSure = check.code == TimeCode::Expired && claims->names.count(u"exp") == 1;
    if (isDamaged && !isSure) {
        check.code = TimeCode::ClaimsDamaged;
        check.result = CheckResult::Unknown;
    }
    return check;
}

} // namespace hourpass
