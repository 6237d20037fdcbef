// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/inspection.h"

#include <algorithm>

namespace hourpass {

namespace {

QByteArrayView trimmed(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

bool isInJsonSerialization(QByteArrayView text)
{
    if (!text.startsWith('{') || text.size() > tokenLimit)
        return false;
    const auto problems = decodeToken(text).problems;
    return std::any_of(problems.begin(), problems.end(), [](const TokenProblem &problem) {
        return problem.fault == TokenFault::JsonSerialization;
    });
}

} // namespace

TokenFingerprint fingerprintOf(const FoundToken &found)
{
    const bool isWhole = found.text.size() <= tokenLimit;
    return isWhole ? TokenFingerprint::of(found.text.reveal()) : TokenFingerprint();
}

Inspection inspectToken(const FoundToken &found, const KeyChoice &keys,
                        const VerifyOptions &options)
{
    Inspection inspection{found, decodeToken(found.text.reveal()), {}, {}};
    if (inspection.decoded.claims)
        inspection.identity = identityOf(*inspection.decoded.claims);
    inspection.verification = verify(inspection.decoded, keys, options);
    return inspection;
}

FoundTokens tokensToInspect(QByteArrayView text, const SearchControl &control)
{
    const QByteArrayView whole = trimmed(text);
    if (!isInJsonSerialization(whole))
        return findTokens(text, control);
    FoundTokens found;
    found.tokens.append(
        {FoundToken::Kind::Jwt, whole.data() - text.data(), whole.size(), Secret(whole)});
    return found;
}

FoundToken strictToken(QByteArrayView text)
{
    if (text.endsWith('\n'))
        text.chop(text.endsWith("\r\n") ? 2 : 1);
    const QByteArrayView kept = text.first(qMin(text.size(), tokenLimit + 1));
    return {FoundToken::Kind::Jwt, 0, text.size(), Secret(kept)};
}

} // namespace hourpass
