// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/jsonwebtoken.h"

#include "jwt/base64url.h"

namespace hourpass {

namespace {

std::optional<JsonValue> decodeObject(QByteArrayView part, TokenProblem notBase64,
                                      TokenProblem notObject, QList<TokenProblem> &problems)
{
    const auto bytes = decodeBase64Url(part);
    if (!bytes) {
        problems.append(notBase64);
        return {};
    }
    auto value = parseJson(*bytes);
    if (!value || !value->isObject()) {
        problems.append(notObject);
        return {};
    }
    return std::move(*value);
}

bool hasValidMembers(const JsonValue &header)
{
    const JsonValue *algorithm = header.find(u"alg");
    const JsonValue *keyId = header.find(u"kid");
    return algorithm && algorithm->isString() && (!keyId || keyId->isString());
}

} // namespace

DecodedToken decodeToken(QByteArrayView token)
{
    DecodedToken decoded;
    if (token.size() > tokenLimit) {
        decoded.problems.append(TokenProblem::TooLarge);
        return decoded;
    }
    const QList<QByteArray> parts = QByteArray::fromRawData(token.data(), token.size()).split('.');
    if (parts.size() != 3) {
        decoded.problems.append(TokenProblem::NotThreeParts);
        return decoded;
    }
    decoded.header = decodeObject(parts[0], TokenProblem::HeaderNotBase64Url,
                                  TokenProblem::HeaderNotJsonObject, decoded.problems);
    if (decoded.header && !hasValidMembers(*decoded.header))
        decoded.problems.append(TokenProblem::HeaderMembersInvalid);
    decoded.claims = decodeObject(parts[1], TokenProblem::ClaimsNotBase64Url,
                                  TokenProblem::ClaimsNotJsonObject, decoded.problems);
    if (!decodeBase64Url(parts[2]))
        decoded.problems.append(TokenProblem::SignatureNotBase64Url);
    return decoded;
}

} // namespace hourpass
