// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/verification.h"

#include <algorithm>

namespace hourpass {

using Verdict = Verification::Verdict;

namespace {

bool hasFault(const DecodedToken &token, TokenFault fault)
{
    return std::any_of(token.problems.begin(), token.problems.end(),
                       [fault](const TokenProblem &problem) { return problem.fault == fault; });
}

CheckResult checkForm(const DecodedToken &token)
{
    if (hasFault(token, TokenFault::JsonSerialization) || hasFault(token, TokenFault::Encrypted))
        return CheckResult::Unknown;
    const bool isSound =
        std::all_of(token.problems.begin(), token.problems.end(),
                    [](const TokenProblem &problem) { return isUnsupported(problem.fault); });
    return isSound ? CheckResult::Pass : CheckResult::Fail;
}

// There were keys, which were not taken; the token's may be among them.
bool wasRefused(std::optional<KeyFault> keySet)
{
    return keySet == KeyFault::PrivateKey || keySet == KeyFault::TooManyKeys
        || keySet == KeyFault::TooLarge;
}

Verdict verdictOn(const SignatureCheck &signature)
{
    using Code = SignatureCheck::Code;
    switch (signature.code) {
    case Code::Genuine:
        return Verdict::Valid;
    case Code::WrongSignature:
    case Code::WrongLength:
        return Verdict::BadSignature;
    case Code::Unsigned:
    case Code::AlgorithmRejected:
        return Verdict::AlgRejected;
    case Code::KeyRejected:
        return Verdict::KeyRejected;
    case Code::NoKeys:
        return Verdict::Unverified;
    case Code::KeySetUnusable:
        return wasRefused(signature.keyFault) ? Verdict::KeyRejected : Verdict::UnknownKey;
    case Code::KeyUnknown:
    case Code::KeyIdMissing:
        return Verdict::UnknownKey;
    case Code::Unsupported:
        return Verdict::Unsupported;
    case Code::Malformed:
        break;
    }
    return Verdict::Malformed;
}

Verdict verdictOn(const TimeCheck &time)
{
    using Code = TimeCheck::Code;
    switch (time.code) {
    case Code::InTime:
        return Verdict::Valid;
    case Code::Expired:
        return Verdict::Expired;
    case Code::NotYetValid:
    case Code::IssuedInFuture:
        return Verdict::NotYetValid;
    case Code::ExpiryMissing:
    case Code::ExpiryUnusable:
    case Code::NotBeforeUnusable:
    case Code::IssuedAtUnusable:
    case Code::ClaimsMissing:
    case Code::ClaimsDamaged:
        break;
    }
    return Verdict::ClaimsRejected;
}

Verdict verdictOn(const AddresseeCheck &addressee)
{
    if (addressee.result == CheckResult::Pass || addressee.result == CheckResult::NotApplicable)
        return Verdict::Valid;
    return addressee.code == AddresseeCheck::Code::OtherIssuer ? Verdict::UntrustedIssuer
                                                               : Verdict::ClaimsRejected;
}

Verdict verdictOn(const DecodedToken &token, const Verification &checks)
{
    if (hasFault(token, TokenFault::TooLarge))
        return Verdict::TooLarge;
    if (checks.wellFormed == CheckResult::Fail)
        return Verdict::Malformed;
    // Of those of a genuine signature the first of the list counts.
    const Verdict signature = verdictOn(checks.signature);
    if (signature != Verdict::Valid)
        return signature;
    return std::min(verdictOn(checks.addressee), verdictOn(checks.time));
}

} // namespace

Verification verify(const DecodedToken &token, const KeyChoice &choice,
                    const VerifyOptions &options)
{
    Verification checks;
    checks.wellFormed = checkForm(token);
    checks.signature = checkSignature(token, choice);
    const JsonValue *claims = token.claims ? &*token.claims : nullptr;
    const bool isDamaged = token.isDamaged(TokenPart::Claims);
    checks.time = checkTime(claims, isDamaged, options.now + options.clockOffset);
    const bool hasIssuerRule = choice.rules != KeyRules::Own || options.isIssuerAskedFor;
    checks.addressee = checkAddressee(
        claims, isDamaged, {hasIssuerRule ? options.issuers : QStringList(), options.account});
    if (checks.wellFormed == CheckResult::Fail) {
        checks.signature.result = CheckResult::NotApplicable;
        checks.signature.code = SignatureCheck::Code::Malformed;
    }
    checks.verdict = verdictOn(token, checks);
    return checks;
}

} // namespace hourpass
