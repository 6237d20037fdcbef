// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/claimvocabulary.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array namedValues{
    NamedValue{"name"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"given_name"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"family_name"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"middle_name"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"nickname"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"display_name"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"preferred_username"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"username"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"user_name"_L1, AliasKind::Person, "name"_L1},
    NamedValue{"email"_L1, AliasKind::Person, "email"_L1},
    NamedValue{"phone_number"_L1, AliasKind::Person, "phone"_L1},
    NamedValue{"bss"_L1, AliasKind::Account, "account"_L1},
    NamedValue{"ims"_L1, AliasKind::Account, "account"_L1},
    NamedValue{"account"_L1, AliasKind::Account, "account"_L1},
    NamedValue{"account_id"_L1, AliasKind::Account, "account"_L1},
    NamedValue{"accountId"_L1, AliasKind::Account, "account"_L1},
    NamedValue{"tenantId"_L1, AliasKind::Account, "account"_L1},
    NamedValue{"tenant_id"_L1, AliasKind::Account, "account"_L1},
    NamedValue{"iam_id"_L1, AliasKind::Identity, "identity"_L1},
    NamedValue{"id"_L1, AliasKind::Identity, "identity"_L1},
    NamedValue{"identifier"_L1, AliasKind::Identity, "identity"_L1},
    NamedValue{"sub"_L1, AliasKind::Identity, "identity"_L1},
    NamedValue{"uid"_L1, AliasKind::Identity, "identity"_L1},
    NamedValue{"user_id"_L1, AliasKind::Identity, "identity"_L1},
    NamedValue{"ims_user_id"_L1, AliasKind::Identity, "identity"_L1},
    NamedValue{"jti"_L1, AliasKind::Session, "token-id"_L1},
    NamedValue{"session_id"_L1, AliasKind::Session, "session"_L1},
    NamedValue{"sid"_L1, AliasKind::Session, "session"_L1},
    NamedValue{"kid"_L1, AliasKind::KeyId, "key-id"_L1},
    NamedValue{"x5t"_L1, AliasKind::KeyId, "key-id"_L1},
    NamedValue{"x5t#S256"_L1, AliasKind::KeyId, "key-id"_L1},
    NamedValue{"iss"_L1, AliasKind::OtherValue, "issuer"_L1},
};

// Names that IAM's tokens, and the others that are named here, are known to have besides.
constexpr std::array publicNames{"alg"_L1,
                                 "typ"_L1,
                                 "cty"_L1,
                                 "crit"_L1,
                                 "b64"_L1,
                                 "jku"_L1,
                                 "jwk"_L1,
                                 "x5u"_L1,
                                 "x5c"_L1,
                                 "kty"_L1,
                                 "use"_L1,
                                 "n"_L1,
                                 "e"_L1,
                                 "enc"_L1,
                                 "zip"_L1,
                                 "realmid"_L1,
                                 "sub_type"_L1,
                                 "authn"_L1,
                                 "account"_L1,
                                 "valid"_L1,
                                 "frozen"_L1,
                                 "boundary"_L1,
                                 "iat"_L1,
                                 "exp"_L1,
                                 "nbf"_L1,
                                 "aud"_L1,
                                 "grant_type"_L1,
                                 "scope"_L1,
                                 "client_id"_L1,
                                 "acr"_L1,
                                 "amr"_L1,
                                 "auth_time"_L1,
                                 "permissions"_L1,
                                 "role"_L1,
                                 "roles"_L1,
                                 "groups"_L1,
                                 "azp"_L1,
                                 "nonce"_L1,
                                 "act"_L1,
                                 "at_hash"_L1,
                                 "email_verified"_L1,
                                 "unique_instance_crns"_L1};

// Values that any token may have.
constexpr std::array publicValues{""_L1,
                                  "true"_L1,
                                  "false"_L1,
                                  "ibm"_L1,
                                  "openid"_L1,
                                  "default"_L1,
                                  "bx"_L1,
                                  "kube"_L1,
                                  "global"_L1,
                                  "IBMid"_L1,
                                  "iam"_L1,
                                  "crn"_L1,
                                  "ServiceId"_L1,
                                  "Profile"_L1,
                                  "CRN"_L1,
                                  "ComputeResource"_L1,
                                  "CRToken"_L1,
                                  "JWT"_L1,
                                  "jwt"_L1,
                                  "at+jwt"_L1,
                                  "RS256"_L1,
                                  "RS384"_L1,
                                  "RS512"_L1,
                                  "PS256"_L1,
                                  "PS384"_L1,
                                  "PS512"_L1,
                                  "ES256"_L1,
                                  "ES384"_L1,
                                  "ES512"_L1,
                                  "HS256"_L1,
                                  "HS384"_L1,
                                  "HS512"_L1,
                                  "EdDSA"_L1,
                                  "none"_L1,
                                  "None"_L1,
                                  "NONE"_L1,
                                  "rt"_L1,
                                  "RSA"_L1,
                                  "EC"_L1,
                                  "sig"_L1,
                                  "pwd"_L1,
                                  "otp"_L1,
                                  "totp"_L1,
                                  "mfa"_L1,
                                  "sms"_L1,
                                  "hwk"_L1,
                                  "swk"_L1,
                                  "fpt"_L1,
                                  "pin"_L1,
                                  "KNOXSSO"_L1,
                                  "DSX"_L1,
                                  "b64"_L1,
                                  "exp"_L1,
                                  "https://iam.cloud.ibm.com/identity"_L1,
                                  "https://iam.bluemix.net/identity"_L1,
                                  "https://iam.ng.bluemix.net/oidc/token"_L1,
                                  "https://iam.test.cloud.ibm.com/identity"_L1,
                                  "https://iam.stage1.bluemix.net/identity"_L1};

bool isAmong(const QString &text, const auto &list)
{
    return std::any_of(list.begin(), list.end(),
                       [&text](QLatin1StringView one) { return one == text; });
}

} // namespace

const NamedValue *namedValue(const QString &name)
{
    const auto found = std::find_if(namedValues.begin(), namedValues.end(),
                                    [&name](const NamedValue &one) { return one.name == name; });
    return found == namedValues.end() ? nullptr : &*found;
}

bool isPublicName(const QString &name)
{
    return isAmong(name, publicNames) || namedValue(name);
}

bool isPublicValue(const QString &text)
{
    return isAmong(text, publicValues);
}

// Words that the vocabulary of these claims is made of, whatever is added to it. None has a digit.
bool isOfVocabulary(const QString &name, const QString &text)
{
    static const QRegularExpression grant(u"^(urn:(ibm|ietf):params:oauth:grant-type:)?"
                                          "[a-z][a-z_-]{0,31}$"_s);
    static const QRegularExpression client(u"^[a-z][a-z-]{0,15}$"_s);
    static const QRegularExpression type(u"^[A-Z][A-Za-z]{1,19}$"_s);
    static const QRegularExpression scope(u"^[a-z][a-z._:-]{0,31}$"_s);
    const QRegularExpression *form = name == "grant_type"_L1 ? &grant
        : name == "client_id"_L1 || name == "boundary"_L1    ? &client
        : name == "sub_type"_L1                              ? &type
        : name == "scope"_L1                                 ? &scope
                                                             : nullptr;
    return isPublicValue(text) || (form && form->match(text).hasMatch());
}

bool isTimeClaim(const QString &name)
{
    return name == "iat"_L1 || name == "exp"_L1 || name == "nbf"_L1 || name == "auth_time"_L1;
}

} // namespace hourpass
