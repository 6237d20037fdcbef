// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/metadataendpoints.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

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
            {u"grant_types_supported"_s,
             QJsonArray{u"urn:ibm:params:oauth:grant-type:apikey"_s,
                        u"urn:ibm:params:oauth:grant-type:assume"_s}},
            {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
            {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_basic"_s}},
            {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
            {u"scopes_supported"_s, QJsonArray{u"openid"_s}},
            {u"claims_supported"_s,
             QJsonArray{u"sub"_s, u"iss"_s, u"iat"_s, u"exp"_s, u"iam_id"_s, u"account"_s}}};
}

} // namespace hourpass::emulator
