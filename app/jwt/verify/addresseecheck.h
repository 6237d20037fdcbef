// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"
#include "jwt/verify/checkresult.h"

#include <QObject>

namespace hourpass {

/// Whether the token is of the expected issuer and for the expected account.
struct AddresseeCheck {
    Q_GADGET
public:
    enum class Code {
        Expected,
        // Fail.
        OtherIssuer, ///< Environment may tell whose it is
        IssuerMissing,
        IssuerUnusable, ///< no text
        OtherAccount,
        AccountMissing, ///< a token of no account
        // Unknown.
        ClaimsMissing,
        ClaimsDamaged,
        // Not applicable: nothing was expected.
        NotAsked,
    };
    Q_ENUM(Code)

    /// Whose a token is, by its issuer (fact sheet, sections 3.5 and 4.3).
    enum class Environment {
        Unknown,
        Production,
        ProductionLegacy, ///< iam.bluemix.net
        Test,
        SaasPlatform, ///< MCSP
        CloudPakForData,
        LegacyUaa,
    };
    Q_ENUM(Environment)

    CheckResult result = CheckResult::NotApplicable;
    Code code = Code::NotAsked;
    Environment environment = Environment::Unknown;
    QString issuer;          ///< "iss". From outside, as the next
    QString account;         ///< account.bss
    QString expectedAccount; ///< or empty
};

struct Expectation {
    QStringList issuers; ///< compared letter for letter; empty: any
    QString account;     ///< empty: any
};

/// `claims` may be null; `isDamaged` says that they are not whole or not unambiguous.
AddresseeCheck checkAddressee(const JsonValue *claims, bool isDamaged,
                              const Expectation &expectation);

} // namespace hourpass
