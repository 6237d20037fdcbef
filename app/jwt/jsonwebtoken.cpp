// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/jsonwebtoken.h"

#include "jwt/base64url.h"

#include <algorithm>

namespace hourpass {

namespace {

TokenFault faultOf(Base64UrlProblem::Kind kind)
{
    switch (kind) {
    case Base64UrlProblem::Kind::Padding:
        return TokenFault::Padding;
    case Base64UrlProblem::Kind::Character:
        return TokenFault::Character;
    case Base64UrlProblem::Kind::Length:
        return TokenFault::Length;
    case Base64UrlProblem::Kind::Leftover:
        break;
    }
    return TokenFault::LeftoverBits;
}

TokenFault faultOf(const JsonProblem &problem, qsizetype size)
{
    switch (problem.kind) {
    case JsonProblem::Kind::DuplicateName:
        return TokenFault::DuplicateName;
    case JsonProblem::Kind::TooDeep:
        return TokenFault::TooDeep;
    case JsonProblem::Kind::ByteOrderMark:
        return TokenFault::ByteOrderMark;
    case JsonProblem::Kind::Syntax:
        break;
    }
    return problem.offset >= size && size > 0 ? TokenFault::CutOff : TokenFault::Syntax;
}

bool isAtEnd(const Base64UrlProblem &problem)
{
    return problem.kind == Base64UrlProblem::Kind::Length
        || problem.kind == Base64UrlProblem::Kind::Leftover;
}

// Reads a part that holds a JSON object. One problem of a part is enough: what follows in it comes
// of the first. Where the token ends with the part, so may the part in the middle of a character.
std::optional<JsonValue> readObject(QByteArrayView text, TokenPart part, bool isCut,
                                    QList<TokenProblem> &problems)
{
    const Base64UrlReading decoded = readBase64Url(text);
    JsonReading json = readJson(decoded.bytes);
    if (decoded.problem && !(isCut && isAtEnd(*decoded.problem)))
        problems.append({faultOf(decoded.problem->kind), part, decoded.problem->offset});
    else if (json.problem)
        problems.append({faultOf(*json.problem, decoded.bytes.size()), part, json.problem->offset});
    else if (!json.value.isObject())
        problems.append({TokenFault::NotObject, part, 0});
    if (!json.value.isObject() || (json.problem && json.value.items.empty()))
        return {};
    return std::move(json.value);
}

void checkHeader(const JsonValue &header, QList<TokenProblem> &problems)
{
    const auto add = [&](TokenFault fault) { problems.append({fault, TokenPart::Header, 0}); };
    const JsonValue *algorithm = header.find(u"alg");
    if (!algorithm)
        add(TokenFault::AlgorithmMissing);
    else if (!algorithm->isString())
        add(TokenFault::AlgorithmNotText);
    if (const JsonValue *keyId = header.find(u"kid"); keyId && !keyId->isString())
        add(TokenFault::KeyIdNotText);
    if (const JsonValue *type = header.find(u"typ"); type && !type->isString())
        add(TokenFault::TypeNotText);
    if (header.find(u"crit"))
        add(TokenFault::CriticalHeader);
    // Without "crit" others ignore it and check another signing input than the signer's.
    const JsonValue *encoded = header.find(u"b64");
    if (encoded && (encoded->type != JsonValue::Type::Bool || encoded->utf8 != "true"))
        add(TokenFault::UnencodedPayload);
}

bool isJsonSerialization(QByteArrayView text)
{
    if (!text.startsWith('{'))
        return false;
    const JsonValue value = readJson(text).value; // be it cut off
    return value.find(u"payload") || value.find(u"signatures") || value.find(u"ciphertext");
}

QList<QByteArrayView> split(QByteArrayView text)
{
    QList<QByteArrayView> parts;
    qsizetype from = 0;
    // A sixth part is enough to know that there are too many.
    for (qsizetype point = text.indexOf('.'); point >= 0 && parts.size() < 5;
         point = text.indexOf('.', from)) {
        parts.append(text.sliced(from, point - from));
        from = point + 1;
    }
    parts.append(text.sliced(from));
    return parts;
}

// Of a number of parts other than three: where the fourth begins, or where more should follow.
qsizetype placeOfMiscount(QByteArrayView text, const QList<QByteArrayView> &parts)
{
    return parts.size() < 3 ? text.size() : parts[3].begin() - text.begin();
}

} // namespace

bool isUnsupported(TokenFault fault)
{
    return fault == TokenFault::JsonSerialization || fault == TokenFault::Encrypted
        || fault == TokenFault::CriticalHeader || fault == TokenFault::UnencodedPayload;
}

bool DecodedToken::isDamaged(TokenPart part) const
{
    return std::any_of(problems.begin(), problems.end(), [part](const TokenProblem &problem) {
        return problem.part == part && !isUnsupported(problem.fault);
    });
}

DecodedToken decodeToken(QByteArrayView token)
{
    DecodedToken decoded;
    QList<TokenProblem> &problems = decoded.problems;
    if (token.size() > tokenLimit) {
        problems.append({TokenFault::TooLarge, TokenPart::Whole, tokenLimit});
        return decoded;
    }
    if (isJsonSerialization(token)) {
        problems.append({TokenFault::JsonSerialization, TokenPart::Whole, 0});
        return decoded;
    }
    const QList<QByteArrayView> parts = split(token);
    const bool hasThree = parts.size() == 3;
    if (!hasThree)
        problems.append(
            {TokenFault::NotThreeParts, TokenPart::Whole, placeOfMiscount(token, parts)});
    decoded.header = readObject(parts[0], TokenPart::Header, parts.size() == 1, problems);
    if (!hasThree && decoded.header && !decoded.header->string(u"enc").isEmpty()) {
        problems = {{TokenFault::Encrypted, TokenPart::Whole, 0}};
        return decoded;
    }
    if (!decoded.isDamaged(TokenPart::Header))
        checkHeader(*decoded.header, problems);
    if (parts.size() < 2)
        return decoded;
    decoded.claims = readObject(parts[1], TokenPart::Claims, parts.size() == 2, problems);
    if (!hasThree)
        return decoded;
    decoded.signingInput = Secret(token.first(parts[2].begin() - token.begin() - 1));
    Base64UrlReading signature = readBase64Url(parts[2]);
    if (signature.problem)
        problems.append(
            {faultOf(signature.problem->kind), TokenPart::Signature, signature.problem->offset});
    decoded.signature = Secret(std::move(signature.bytes));
    return decoded;
}

} // namespace hourpass
