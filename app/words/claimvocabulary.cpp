// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claimvocabulary.h"

#include <QRegularExpression>
#include <QSet>

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
const QSet<QString> &publicNames()
{
    static const QSet<QString> names{
        u"alg"_s,
        u"typ"_s,
        u"cty"_s,
        u"crit"_s,
        u"b64"_s,
        u"jku"_s,
        u"jwk"_s,
        u"x5u"_s,
        u"x5c"_s,
        u"kty"_s,
        u"use"_s,
        u"n"_s,
        u"e"_s,
        u"enc"_s,
        u"zip"_s,
        u"realmid"_s,
        u"sub_type"_s,
        u"authn"_s,
        u"account"_s,
        u"valid"_s,
        u"frozen"_s,
        u"boundary"_s,
        u"iat"_s,
        u"exp"_s,
        u"nbf"_s,
        u"aud"_s,
        u"grant_type"_s,
        u"scope"_s,
        u"client_id"_s,
        u"acr"_s,
        u"amr"_s,
        u"auth_time"_s,
        u"permissions"_s,
        u"role"_s,
        u"roles"_s,
        u"groups"_s,
        u"azp"_s,
        u"nonce"_s,
        u"act"_s,
        u"at_hash"_s,
        u"email_verified"_s,
        u"unique_instance_crns"_s,
    };
    return names;
}

// Values that any token may have.
const QSet<QString> &publicValues()
{
    static const QSet<QString> values{
        u""_s,
        u"true"_s,
        u"false"_s,
        u"ibm"_s,
        u"openid"_s,
        u"default"_s,
        u"bx"_s,
        u"kube"_s,
        u"global"_s,
        u"IBMid"_s,
        u"iam"_s,
        u"crn"_s,
        u"ServiceId"_s,
        u"Profile"_s,
        u"CRN"_s,
        u"ComputeResource"_s,
        u"CRToken"_s,
        u"JWT"_s,
        u"jwt"_s,
        u"at+jwt"_s,
        u"RS256"_s,
        u"RS384"_s,
        u"RS512"_s,
        u"PS256"_s,
        u"PS384"_s,
        u"PS512"_s,
        u"ES256"_s,
        u"ES384"_s,
        u"ES512"_s,
        u"HS256"_s,
        u"HS384"_s,
        u"HS512"_s,
        u"EdDSA"_s,
        u"none"_s,
        u"None"_s,
        u"NONE"_s,
        u"rt"_s,
        u"RSA"_s,
        u"EC"_s,
        u"sig"_s,
        u"pwd"_s,
        u"otp"_s,
        u"totp"_s,
        u"mfa"_s,
        u"sms"_s,
        u"hwk"_s,
        u"swk"_s,
        u"fpt"_s,
        u"pin"_s,
        u"KNOXSSO"_s,
        u"DSX"_s,
        u"b64"_s,
        u"exp"_s,
        u"https://iam.cloud.ibm.com/identity"_s,
        u"https://iam.bluemix.net/identity"_s,
        u"https://iam.ng.bluemix.net/oidc/token"_s,
        u"https://iam.test.cloud.ibm.com/identity"_s,
        u"https://iam.stage1.bluemix.net/identity"_s,
    };
    return values;
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
    return publicNames().contains(name) || namedValue(name);
}

bool isPublicValue(const QString &text)
{
    return publicValues().contains(text);
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
