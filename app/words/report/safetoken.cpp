// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/report/safetoken.h"

#include "words/claims/claimvocabulary.h"

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLookedAt = 4096;
/// Values of one part of a token whose copies elsewhere are found, too.
constexpr qsizetype mostKnownValues = 5000;

void addPart(Aliases &aliases, const std::optional<JsonValue> &part)
{
    if (!part)
        return;
    for (const ClaimLeaf &leaf : claimLeaves(*part, mostKnownValues).leaves) {
        addValues(aliases, leaf);
        addNames(aliases, leaf);
    }
}

ClaimLeaf leafOf(const QString &name, const QString &text)
{
    return {name, {u'.' + name}, {JsonValue::Type::String, text.toUtf8(), {}, {}}};
}

void addNamesOf(Aliases &aliases, const JsonValue &object)
{
    for (const QString &name : {u"name"_s, u"email"_s, u"sub"_s, u"iam_id"_s, u"id"_s})
        addValues(aliases, leafOf(name, object.string(name)));
}

JsonValue cleaned(const JsonValue &value, const Cleaner &cleaner, bool isKept)
{
    if (isKept || (value.type != JsonValue::Type::String && value.type != JsonValue::Type::Number))
        return value;
    const QString text = QString::fromUtf8(value.utf8).left(longestLookedAt);
    const QString clean = cleaner.value(text);
    const bool isSame = clean == text;
    return {isSame ? value.type : JsonValue::Type::String, clean.toUtf8(), {}, {}};
}

// Flat: the path is the name.
std::optional<JsonValue> cleanedPart(const std::optional<JsonValue> &part, const Cleaner &cleaner,
                                     bool &hasMore)
{
    if (!part)
        return {};
    const ClaimLeaves found = claimLeaves(*part, mostReportedClaims);
    hasMore = hasMore || found.hasMore;
    JsonValue object{JsonValue::Type::Object, {}, {}, {}};
    for (const ClaimLeaf &leaf : found.leaves) {
        object.names.append(cleaner.path(leaf));
        object.items.push_back(cleaned(leaf.value, cleaner, isPlainNumber(leaf)));
    }
    return object;
}

Verification cleanedChecks(Verification checks, const Cleaner &cleaner)
{
    checks.signature.key.reset();
    checks.signature.algorithm = cleaner.text(checks.signature.algorithm);
    checks.signature.keyId = cleaner.text(checks.signature.keyId);
    checks.addressee.issuer = cleaner.text(checks.addressee.issuer);
    checks.addressee.account = cleaner.text(checks.addressee.account);
    checks.addressee.expectedAccount = cleaner.text(checks.addressee.expectedAccount);
    return checks;
}

Identity cleanedIdentity(const Identity &identity, const Cleaner &cleaner)
{
    return {identity.kind,
            cleaner.text(identity.name),
            {}, // no sentence has it
            cleaner.text(identity.account),
            cleaner.text(identity.grant),
            cleaner.text(identity.caller)};
}

SafeToken safeToken(const Inspection &original, const Cleaner &cleaner)
{
    SafeToken token;
    Inspection &inspection = token.inspection;
    inspection.found = {original.found.kind, original.found.offset, original.found.length, {}};
    inspection.identity = cleanedIdentity(original.identity, cleaner);
    inspection.verification = cleanedChecks(original.verification, cleaner);
    inspection.decoded.header = cleanedPart(original.decoded.header, cleaner, token.hasMore);
    inspection.decoded.claims = cleanedPart(original.decoded.claims, cleaner, token.hasMore);
    inspection.decoded.problems = original.decoded.problems;
    return token;
}

} // namespace

// What sentences tell, even where it stands too far behind in the token to have been listed.
void addInspection(Aliases &aliases, const Inspection &inspection)
{
    addPart(aliases, inspection.decoded.header);
    addPart(aliases, inspection.decoded.claims);
    const Verification &checks = inspection.verification;
    const std::pair<QString, QString> named[]{
        {u"iam_id"_s, inspection.identity.iamId}, {u"bss"_s, inspection.identity.account},
        {u"bss"_s, checks.addressee.account},     {u"bss"_s, checks.addressee.expectedAccount},
        {u"iss"_s, checks.addressee.issuer},      {u"alg"_s, checks.signature.algorithm},
        {u"kid"_s, checks.signature.keyId},       {u"grant_type"_s, inspection.identity.grant},
    };
    for (const auto &[name, text] : named)
        addValues(aliases, leafOf(name, text));
    if (inspection.decoded.claims) {
        addNamesOf(aliases, *inspection.decoded.claims);
        if (const JsonValue *authn = inspection.decoded.claims->find(u"authn"))
            addNamesOf(aliases, *authn);
    }
}

Cleaner aliasCleaner(Aliases &aliases)
{
    // What any token may have stays whole, so that a service named "iam" spoils no known issuer.
    const auto stays = [&aliases](const QString &text) {
        return isPublicValue(text) && !aliases.knows(text);
    };
    return {[&aliases, stays](const QString &text) {
                return stays(text) ? text : aliases.counted(text);
            },
            [&aliases, stays](const QString &text) {
                return stays(text) ? text : aliases.replaced(text.left(longestLookedAt));
            },
            [&aliases](const ClaimLeaf &leaf) { return safePath(aliases, leaf); }};
}

Cleaner blankCleaner()
{
    const auto blank = [](const QString &text) { return isPublicValue(text) ? text : u"\u2026"_s; };
    return {blank, blank, publicPath};
}

QList<SafeToken> safeTokens(const QList<Inspection> &inspections, const Cleaner &cleaner)
{
    QList<SafeToken> tokens;
    for (const Inspection &inspection : inspections)
        tokens.append(safeToken(inspection, cleaner));
    return tokens;
}

} // namespace hourpass
