// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/metadataendpoints.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

/// As the service writes it: no seconds, no colon in the offset.
QString managementTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm'+0000'"_s);
}

const IssuedToken *bearerOf(const HttpRequest &request, const Transaction &transaction,
                            const QList<IssuedToken> &issued)
{
    const QByteArray authorization = request.header("Authorization");
    const qint64 now = transaction.start().toSecsSinceEpoch();
    const auto found = std::find_if(issued.cbegin(), issued.cend(), [&](const IssuedToken &token) {
        return authorization == "Bearer " + token.token && token.expiresAt > now;
    });
    return found == issued.cend() ? nullptr : &*found;
}

QJsonObject describe(const EmulatedKey &key)
{
    QJsonObject object{
        {u"id"_s, key.id},
        {u"entity_tag"_s, u"1-0123456789abcdef"_s},
        {u"crn"_s,
         u"crn:v1:bluemix:public:iam-identity::a/%1::apikey:%2"_s.arg(key.accountId, key.id)},
        {u"locked"_s, key.locked},
        {u"disabled"_s, key.state == KeyState::Disabled},
        {u"created_at"_s, managementTime(key.created)},
        {u"created_by"_s, key.iamId()},
        {u"modified_at"_s, managementTime(key.created)},
        {u"name"_s, key.name},
        {u"description"_s, u"made up by the emulator"_s},
        {u"support_sessions"_s, false},
        {u"action_when_leaked"_s, u"disable"_s},
        {u"iam_id"_s, key.iamId()},
        {u"account_id"_s, key.accountId},
        {u"apikey"_s, QString()}};
    if (key.expires)
        object.insert(u"expires_at"_s, managementTime(*key.expires));
    return object;
}

} // namespace

QJsonObject discoveryDocument(const QUrl &serviceUrl, const QString &issuer)
{
    const QString identity = serviceUrl.toString() + u"/identity"_s;
    return {{u"issuer"_s, issuer},
            {u"authorization_endpoint"_s, identity + u"/authorize"_s},
            {u"token_endpoint"_s, identity + u"/token"_s},
            {u"passcode_endpoint"_s, identity + u"/passcode"_s},
            {u"userinfo_endpoint"_s, identity + u"/userinfo"_s},
            {u"jwks_uri"_s, identity + u"/keys"_s},
            {u"response_types_supported"_s, QJsonArray{u"code"_s, u"cloud_iam"_s}},
            {u"grant_types_supported"_s, QJsonArray{u"urn:ibm:params:oauth:grant-type:apikey"_s}},
            {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
            {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_basic"_s}},
            {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
            {u"scopes_supported"_s, QJsonArray{u"openid"_s}},
            {u"claims_supported"_s,
             QJsonArray{u"sub"_s, u"iss"_s, u"iat"_s, u"exp"_s, u"iam_id"_s, u"account"_s}}};
}

HttpResponse keyDetails(const HttpRequest &request, const Transaction &transaction,
                        const KeyRing &keys, const QList<IssuedToken> &issued)
{
    if (request.header("Authorization").isEmpty()) {
        return transaction.managementError(
            {401, u"BXNIM0308E"_s, u"Authorization header missing."_s});
    }
    const IssuedToken *bearer = bearerOf(request, transaction, issued);
    if (!bearer) {
        return transaction.managementError(
            {401, u"BXNIM0401E"_s, u"Provided token is not valid or expired."_s});
    }
    const EmulatedKey *key = keys.withSecret(request.header("IAM-ApiKey"));
    if (!key) {
        return transaction.managementError(
            {404, u"BXNIM0415E"_s, u"Provided API key could not be found."_s});
    }
    if (key->accountId != bearer->accountId) {
        return transaction.managementError(
            {403, u"BXNIM0513E"_s, u"You are not authorized to use this API."_s});
    }
    QJsonObject body = describe(*key);
    if (request.query() == "include_history=true")
        body.insert(u"history"_s, QJsonArray());
    return transaction.json(200, body);
}

} // namespace hourpass::emulator
