// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/trial.h"

#include "jwt/inspection.h"

namespace hourpass::test {

using namespace Qt::StringLiterals;
using Kind = FoundToken::Kind;

namespace {

bool isSame(const FoundTokens &a, const FoundTokens &b)
{
    return a.hasMore == b.hasMore && a.isCancelled == b.isCancelled
        && std::equal(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(),
                      [](const FoundToken &one, const FoundToken &other) {
                          return one.kind == other.kind && one.offset == other.offset
                              && one.length == other.length && one.text == other.text;
                      });
}

// Of one token, where the one before it ended at `behind`.
Breach breachOfPlace(QByteArrayView text, const FoundToken &token, qsizetype behind)
{
    if (token.offset < behind)
        return u"tokens overlap, or are not in the order of the text"_s;
    if (token.length <= 0 || token.length > text.size() - token.offset)
        return u"a token is not inside of the text"_s;
    return {};
}

Breach breachOfText(QByteArrayView text, const FoundToken &token)
{
    const QByteArrayView clean = token.text.reveal();
    if (clean.size() > tokenLimit + 1)
        return u"more is kept of a token than what can be looked into"_s;
    if (clean.isEmpty() && token.kind != Kind::ApiKey && token.kind != Kind::RefreshToken)
        return u"a token without a text"_s;
    if (!clean.isEmpty() && token.kind == Kind::ApiKey)
        return u"an API key is kept"_s;
    if (clean.size() > token.length)
        return u"a token is longer than its place"_s;
    if (token.isJwtShaped() && !token.wasCleaned()
        && clean != text.sliced(token.offset, token.length))
        return u"the text of a token is not what stands in its place"_s;
    return {};
}

Breach breachOfFinding(QByteArrayView text, const FoundTokens &found)
{
    if (found.isCancelled)
        return u"cancelled, and nobody asked for it"_s;
    if (found.tokens.size() > mostTokensFound)
        return u"more tokens than may be found"_s;
    qsizetype behind = 0;
    for (const FoundToken &token : found.tokens) {
        if (Breach breach = breachOfPlace(text, token, behind); !breach.isEmpty())
            return breach;
        if (Breach breach = breachOfText(text, token); !breach.isEmpty())
            return breach;
        behind = token.offset + token.length;
    }
    return {};
}

// Looked at before anything is read: nothing is found.
Breach breachOfCancelling(QByteArrayView text)
{
    const std::atomic_bool cancelled = true;
    const FoundTokens found = findTokens(text, {&cancelled, {}});
    if (!found.isCancelled && !text.isEmpty())
        return u"cancelling does not end the search"_s;
    return found.tokens.isEmpty() ? Breach() : u"cancelled before it began, and found something"_s;
}

Breach breachOfProgress(QByteArrayView text, const FoundTokens &expected)
{
    std::atomic_bool cancelled = false;
    qsizetype last = -1;
    bool isInOrder = true;
    const FoundTokens found = findTokens(text, {&cancelled, [&](qsizetype at) {
                                                    isInOrder =
                                                        isInOrder && at > last && at <= text.size();
                                                    last = at;
                                                }});
    if (!isInOrder)
        return u"progress goes back, or beyond the text"_s;
    return isSame(found, expected) ? Breach() : u"who is watched finds something else"_s;
}

} // namespace

Breach tryFinder(QByteArrayView text)
{
    const FoundTokens found = findTokens(text);
    if (Breach breach = breachOfFinding(text, found); !breach.isEmpty())
        return breach;
    if (Breach breach = breachOfFinding(text, tokensToInspect(text)); !breach.isEmpty())
        return breach;
    if (Breach breach = breachOfCancelling(text); !breach.isEmpty())
        return breach;
    return breachOfProgress(text, found);
}

} // namespace hourpass::test
