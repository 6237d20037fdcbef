// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/addresseecheck.h"

#include "jwt/identity.h"

namespace hourpass {

using namespace Qt::StringLiterals;

using AddresseeCode = AddresseeCheck::Code;
using Environment = AddresseeCheck::Environment;

namespace {

Environment environmentOf(const QString &issuer)
{
    if (issuer == "https://iam.cloud.ibm.com/identity"_L1)
        return Environment::Production;
    if (issuer == "https://iam.bluemix.net/identity"_L1
        || issuer == "https://iam.ng.bluemix.net/oidc/token"_L1)
        return Environment::ProductionLegacy;
    if (issuer == "https://iam.test.cloud.ibm.com/identity"_L1
        || issuer == "https://iam.stage1.bluemix.net/identity"_L1)
        return Environment::Test;
    if (issuer == "KNOXSSO"_L1)
        return Environment::CloudPakForData;
    if (issuer.contains("/siusermgr/"_L1))
        return Environment::SaasPlatform;
    if (issuer.startsWith("https://uaa."_L1))
        return Environment::LegacyUaa;
    return Environment::Unknown;
}

AddresseeCode issuerCode(const JsonValue *issuer, const QStringList &expected)
{
    if (expected.isEmpty())
        return AddresseeCode::Expected;
    if (!issuer)
        return AddresseeCode::IssuerMissing;
    if (!issuer->isString())
        return AddresseeCode::IssuerUnusable;
    return expected.contains(issuer->toString()) ? AddresseeCode::Expected
                                                 : AddresseeCode::OtherIssuer;
}

AddresseeCode accountCode(const QString &account, const QString &expected)
{
    if (expected.isEmpty() || account == expected)
        return AddresseeCode::Expected;
    return account.isEmpty() ? AddresseeCode::AccountMissing : AddresseeCode::OtherAccount;
}

} // namespace

AddresseeCheck checkAddressee(const JsonValue *claims, bool isDamaged,
                              const Expectation &expectation)
{
    AddresseeCheck check;
    check.expectedAccount = expectation.account;
    if (claims) {
        check.issuer = claims->string(u"iss");
        check.account = identityOf(*claims).account;
        check.environment = environmentOf(check.issuer);
    }
    if (expectation.issuers.isEmpty() && expectation.account.isEmpty())
        return check;
    check.result = CheckResult::Unknown;
    check.code = isDamaged ? AddresseeCode::ClaimsDamaged : AddresseeCode::ClaimsMissing;
    if (!claims || isDamaged)
        return check;
    check.code = issuerCode(claims->find(u"iss"), expectation.issuers);
    if (check.code == AddresseeCode::Expected)
        check.code = accountCode(check.account, expectation.account);
    check.result = check.code == AddresseeCode::Expected ? CheckResult::Pass : CheckResult::Fail;
    return check;
}

} // namespace hourpass
