// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/tokenclaims.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

void insertAll(QJsonObject &target, const QJsonObject &source)
{
    for (auto it = source.begin(); it != source.end(); ++it)
        target.insert(it.key(), it.value());
}

/// Who the holder is, as told both at the top level and in `authn`.
QJsonObject holder(const EmulatedKey &key)
{
    QJsonObject claims{{u"iam_id"_s, key.iamId()}, {u"name"_s, key.holderName}};
    if (key.kind == KeyKind::User) {
        insertAll(claims,
                  {{u"sub"_s, key.email},
                   {u"given_name"_s, key.givenName},
                   {u"family_name"_s, key.familyName},
                   {u"email"_s, key.email}});
    } else {
        insertAll(claims, {{u"sub"_s, key.identifier}, {u"sub_type"_s, u"ServiceId"_s}});
    }
    return claims;
}

QJsonObject account(const EmulatedKey &key)
{
    QJsonObject account{{u"boundary"_s, u"global"_s},
                        {u"valid"_s, true},
                        {u"bss"_s, key.accountId},
                        {u"frozen"_s, true}};
    if (key.kind == KeyKind::User) {
        insertAll(
            account,
            {{u"ims_user_id"_s, QString::number(classicUserNumber)}, {u"ims"_s, u"7654321"_s}});
    }
    return account;
}

QJsonObject termClaims(const TokenTerms &terms)
{
    return {{u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
            {u"iat"_s, terms.issuedAt},
            {u"exp"_s, terms.expiresAt},
            {u"iss"_s, terms.issuer},
            {u"grant_type"_s, terms.grantType},
            {u"scope"_s, u"ibm openid"_s},
            {u"client_id"_s, terms.clientId},
            {u"acr"_s, 1},
            {u"amr"_s, QJsonArray{u"pwd"_s}}};
}

} // namespace

QJsonObject makeClaims(const EmulatedKey &key, const TokenTerms &terms)
{
    QJsonObject claims = holder(key);
    claims.insert(u"authn"_s, holder(key));
    claims.insert(u"account"_s, account(key));
    if (key.kind == KeyKind::ServiceId) {
        const QString instance = u"crn:v1:bluemix:public:cloud-object-storage:global:a/"_s
            + key.accountId + u":99999999-0000-4000-8000-000000000009::"_s;
        claims.insert(u"unique_instance_crns"_s, QJsonArray{instance});
    }
    insertAll(claims,
              {{u"id"_s, key.iamId()},
               {u"realmid"_s, key.kind == KeyKind::User ? u"IBMid"_s : u"iam"_s},
               {u"identifier"_s, key.identifier}});
    insertAll(claims, termClaims(terms));
    return claims;
}

QJsonObject makeClaims(const EmulatedProfile &profile, const EmulatedKey &key,
                       const TokenTerms &terms)
{
    QJsonObject claims{{u"iam_id"_s, profile.iamId()},
                       {u"id"_s, profile.iamId()},
                       {u"realmid"_s, u"iam"_s},
                       {u"identifier"_s, profile.id},
                       {u"name"_s, profile.name},
                       {u"sub"_s, profile.id},
                       {u"sub_type"_s, u"Profile"_s},
                       {u"authn"_s, holder(key)},
                       {u"account"_s,
                        QJsonObject{{u"boundary"_s, u"global"_s},
                                    {u"valid"_s, true},
                                    {u"bss"_s, profile.accountId},
                                    {u"frozen"_s, true}}}};
    insertAll(claims, termClaims(terms));
    return claims;
}

} // namespace hourpass::emulator
