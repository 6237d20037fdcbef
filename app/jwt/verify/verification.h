// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/verify/addresseecheck.h"
#include "jwt/verify/signaturecheck.h"
#include "jwt/verify/timecheck.h"

namespace hourpass {

struct VerifyOptions {
    Seconds now{};         ///< since 1970, by this computer's clock
    Seconds clockOffset{}; ///< what the issuer's clock is known to be ahead of it
    /// Of published keys. The user's own have no such rule unless it is asked for.
    QStringList issuers{QStringLiteral("https://iam.cloud.ibm.com/identity")};
    bool isIssuerAskedFor = false;
    QString account; ///< that the token should be for; empty: any
};

/// Four answers about a token, each with what it rests on, and one word for all of them. Words for
/// people are made of this elsewhere.
struct Verification {
    Q_GADGET
public:
    /// The first of these that fits, in the order of the checks.
    enum class Verdict {
        TooLarge,
        Malformed,
        Unsupported,
        AlgRejected,
        Unverified,  ///< there were no keys
        UnknownKey,  ///< not among the keys, or what was given as keys is none
        KeyRejected, ///< its key, or all of the keys as a set
        BadSignature,
        // The signature is genuine from here on.
        ClaimsRejected, ///< time or addressee cannot be told from the claims, or another account
        UntrustedIssuer,
        Expired,
        NotYetValid,
        Valid,
    };
    Q_ENUM(Verdict)

    Verdict verdict = Verdict::Malformed;
    /// The problems are the token's. Unknown for what is of a kind that is not looked into.
    CheckResult wellFormed = CheckResult::Fail;
    SignatureCheck signature;
    TimeCheck time;
    AddresseeCheck addressee;
};

/// Never asks anything of the network, and never takes a key from the token.
Verification verify(const DecodedToken &token, const KeyChoice &choice,
                    const VerifyOptions &options);

} // namespace hourpass
