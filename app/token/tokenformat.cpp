// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokenformat.h"

#include "core/asciijson.h"

#include <QJsonObject>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

Secret around(const char *before, const Secret &token, const char *after = "")
{
    QByteArray text;
    const QByteArrayView bytes = token.reveal();
    text.reserve(bytes.size() + 64); // in one piece: growing would leave copies behind
    text.append(before).append(bytes).append(after);
    return Secret(std::move(text));
}

QString asText(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

Secret asJson(const TokenSet &token, const QString &profileName, const Instant &now)
{
    QJsonObject object{
        {u"access_token"_s, asText(token.accessToken)},
        {u"token_type"_s, token.tokenType},
        {u"expires_in"_s, qint64(token.expiresIn.count())},
        {u"profile"_s, profileName},
        {u"seconds_left"_s,
         qint64(std::chrono::duration_cast<Seconds>(timeLeft(token, now)).count())},
    };
    if (!token.refreshToken.isEmpty())
        object["refresh_token"_L1] = asText(token.refreshToken);
    if (token.expiration)
        object["expiration"_L1] = qint64(token.expiration->count());
    if (!token.scope.isEmpty())
        object["scope"_L1] = token.scope;
    if (!token.transactionId.isEmpty())
        object["transaction_id"_L1] = token.transactionId;
    return Secret(asciiJson(object));
}

} // namespace

Secret formatToken(const TokenSet &token, TokenFormat format, const QString &profileName,
                   const Instant &now)
{
    const Secret &raw = token.accessToken;
    switch (format) {
    case TokenFormat::Raw:
        return raw;
    case TokenFormat::Bearer:
        return around("Bearer ", raw);
    case TokenFormat::Header:
        return around("Authorization: Bearer ", raw);
    case TokenFormat::EnvSh:
        return around("export IAM_TOKEN='", raw, "'");
    case TokenFormat::EnvFish:
        return around("set -gx IAM_TOKEN '", raw, "'");
    case TokenFormat::EnvPowerShell:
        return around("$env:IAM_TOKEN = '", raw, "'");
    case TokenFormat::EnvCmd:
        return around("set \"IAM_TOKEN=", raw, "\"");
    case TokenFormat::Curl:
        // The address is the user's: a token is not sent anywhere by a guess of ours.
        return around("curl --header 'Authorization: Bearer ", raw, "' \"$URL\"");
    case TokenFormat::Json:
        return asJson(token, profileName, now);
    }
    return {};
}

} // namespace hourpass
