// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/identity.h"

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QString firstOf(const JsonValue &object, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const QString text = object.string(name); !text.isEmpty())
            return text;
    }
    return {};
}

Identity::Kind kindOf(const QString &iamId, const QString &subType)
{
    if (iamId.startsWith("iam-Profile-"_L1) || subType == "Profile"_L1)
        return Identity::Kind::TrustedProfile;
    if (iamId.startsWith("iam-ServiceId-"_L1) || subType == "ServiceId"_L1)
        return Identity::Kind::ServiceId;
    if (iamId.startsWith("crn-"_L1) || subType == "CRN"_L1)
        return Identity::Kind::Service;
    // Users come from IBMid and from any realm that a company attached.
    return iamId.isEmpty() ? Identity::Kind::Unknown : Identity::Kind::User;
}

QString callerOf(const JsonValue &claims, const QString &iamId)
{
    const JsonValue *authn = claims.find(u"authn");
    if (!authn || authn->string(u"iam_id") == iamId)
        return {};
    return firstOf(*authn, {u"name", u"email", u"sub", u"iam_id"});
}

} // namespace

Identity identityOf(const JsonValue &claims)
{
    Identity identity;
    identity.iamId = firstOf(claims, {u"iam_id", u"id"});
    identity.kind = kindOf(identity.iamId, claims.string(u"sub_type"));
    identity.name = firstOf(claims, {u"name", u"email", u"sub", u"iam_id", u"id"});
    if (const JsonValue *account = claims.find(u"account"))
        identity.account = account->string(u"bss");
    identity.grant = claims.string(u"grant_type").section(u':', -1);
    identity.caller = callerOf(claims, identity.iamId);
    return identity;
}

} // namespace hourpass
