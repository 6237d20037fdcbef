// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/compare/comparison.h"

#include "jwt/compare/claimdifferences.h"

#include <QSet>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

Likeness likenessOf(bool firstSays, bool secondSays, bool areAlike)
{
    if (firstSays && secondSays)
        return areAlike ? Likeness::Same : Likeness::Other;
    if (firstSays)
        return Likeness::FirstOnly;
    return secondSays ? Likeness::SecondOnly : Likeness::Neither;
}

ComparedText compared(const QString &first, const QString &second)
{
    return {likenessOf(!first.isEmpty(), !second.isEmpty(), first == second), first, second};
}

const JsonValue &orNone(const std::optional<JsonValue> &object)
{
    static const JsonValue none;
    return object ? *object : none;
}

const JsonValue &claimsOf(const Inspection &inspection)
{
    return orNone(inspection.decoded.claims);
}

const JsonValue &headerOf(const Inspection &inspection)
{
    return orNone(inspection.decoded.header);
}

// Older tokens have numbers as texts.
QString scalar(const JsonValue &object, QStringView name)
{
    const JsonValue *value = object.find(name);
    return value && value->items.empty() ? QString::fromUtf8(value->utf8) : QString();
}

QString callerId(const JsonValue &claims)
{
    const JsonValue *authn = claims.find(u"authn");
    if (!authn)
        return {};
    const QString id = authn->string(u"iam_id");
    return id.isEmpty() ? authn->string(u"sub") : id;
}

// A text with blanks between, or a list of texts, as older login servers have it.
QStringList wordsOf(const JsonValue &claims, QStringView name)
{
    const JsonValue *value = claims.find(name);
    if (!value)
        return {};
    QStringList words = value->toString().simplified().split(u' ', Qt::SkipEmptyParts);
    if (value->type == JsonValue::Type::Array) {
        for (const JsonValue &item : value->items)
            words.append(item.toString());
    }
    words.removeDuplicates();
    words.removeAll(QString());
    return words;
}

QStringList without(const QStringList &words, const QStringList &others)
{
    const QSet<QString> taken(others.begin(), others.end());
    QStringList left;
    for (const QString &word : words) {
        if (!taken.contains(word))
            left.append(word);
    }
    return left;
}

ComparedWords comparedWords(const JsonValue &first, const JsonValue &second, QStringView name)
{
    const QStringList before = wordsOf(first, name);
    const QStringList after = wordsOf(second, name);
    ComparedWords words;
    words.lost = without(before, after);
    words.gained = without(after, before);
    words.kept = without(before, words.lost);
    words.likeness = likenessOf(first.find(name) != nullptr, second.find(name) != nullptr,
                                words.lost.isEmpty() && words.gained.isEmpty());
    return words;
}

std::optional<Seconds> difference(std::optional<Seconds> end, std::optional<Seconds> begin)
{
    return end && begin ? std::optional(*end - *begin) : std::nullopt;
}

// The same subject at another issuer may be somebody else; the issuer is a question of its own.
ComparedText comparedIdentity(const Inspection &first, const Inspection &second)
{
    if (first.identity.iamId.isEmpty() && second.identity.iamId.isEmpty())
        return compared(claimsOf(first).string(u"sub"), claimsOf(second).string(u"sub"));
    return compared(first.identity.iamId, second.identity.iamId);
}

void compareTimes(Comparison &comparison, const TimeCheck &first, const TimeCheck &second)
{
    comparison.expiresAt = {first.expiresAt, second.expiresAt};
    comparison.issuedAt = {first.issuedAt, second.issuedAt};
    comparison.life = {difference(first.expiresAt, first.issuedAt),
                       difference(second.expiresAt, second.issuedAt)};
    comparison.left = {difference(first.expiresAt, first.now),
                       difference(second.expiresAt, second.now)};
}

void compareMeaning(Comparison &comparison, const Inspection &first, const Inspection &second)
{
    const JsonValue &before = claimsOf(first);
    const JsonValue &after = claimsOf(second);
    const auto scalars = [&before, &after](QStringView name) {
        return compared(scalar(before, name), scalar(after, name));
    };
    comparison.identity = comparedIdentity(first, second);
    comparison.account = compared(first.identity.account, second.identity.account);
    comparison.caller = compared(callerId(before), callerId(after));
    comparison.grant = compared(first.identity.grant, second.identity.grant);
    comparison.issuer = compared(before.string(u"iss"), after.string(u"iss"));
    comparison.keyId = compared(scalar(headerOf(first), u"kid"), scalar(headerOf(second), u"kid"));
    comparison.algorithm =
        compared(scalar(headerOf(first), u"alg"), scalar(headerOf(second), u"alg"));
    comparison.session = scalars(u"session_id");
    comparison.client = scalars(u"client_id");
    comparison.tokenId = scalars(u"jti");
    comparison.assurance = scalars(u"acr");
    comparison.methods = comparedWords(before, after, u"amr");
    comparison.scope = comparedWords(before, after, u"scope");
}

void comparePart(Comparison &comparison, TokenPart part, const std::optional<JsonValue> &first,
                 const std::optional<JsonValue> &second)
{
    const ClaimLeaves before = claimLeaves(orNone(first), mostComparedClaims);
    const ClaimLeaves after = claimLeaves(orNone(second), mostComparedClaims);
    comparison.claims += claimDifferences(part, before.leaves, after.leaves);
    comparison.hasMoreClaims = comparison.hasMoreClaims || before.hasMore || after.hasMore;
}

} // namespace

Likeness ComparedTime::likeness() const
{
    return likenessOf(first.has_value(), second.has_value(), first == second);
}

Comparison compareTokens(const Inspection &first, const Inspection &second)
{
    Comparison comparison;
    comparison.areSameText = first.found.text == second.found.text && !first.found.text.isEmpty();
    comparison.canReadFirst = first.decoded.claims.has_value();
    comparison.canReadSecond = second.decoded.claims.has_value();
    comparison.isFirstDamaged = first.decoded.isDamaged(TokenPart::Claims);
    comparison.isSecondDamaged = second.decoded.isDamaged(TokenPart::Claims);
    comparison.firstVerdict = first.verification.verdict;
    comparison.secondVerdict = second.verification.verdict;
    comparison.firstIdentity = first.identity;
    comparison.secondIdentity = second.identity;
    comparison.firstEnvironment = first.verification.addressee.environment;
    comparison.secondEnvironment = second.verification.addressee.environment;
    compareMeaning(comparison, first, second);
    compareTimes(comparison, first.verification.time, second.verification.time);
    comparePart(comparison, TokenPart::Header, first.decoded.header, second.decoded.header);
    comparePart(comparison, TokenPart::Claims, first.decoded.claims, second.decoded.claims);
    return comparison;
}

} // namespace hourpass
