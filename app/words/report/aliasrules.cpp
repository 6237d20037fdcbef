// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/report/aliasrules.h"

#include "jwt/find/tokenfinder.h"
#include "words/claims/claimvocabulary.h"

#include <QRegularExpression>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QString lastName(const ClaimLeaf &leaf)
{
    for (qsizetype i = leaf.steps.size() - 1; i >= 0; --i) {
        if (leaf.steps.at(i).startsWith(u'.'))
            return leaf.steps.at(i).sliced(1);
    }
    return {};
}

bool isHarmless(const QString &name, const JsonValue &value)
{
    static const QRegularExpression small(u"^-?[0-9]{1,3}$"_s);
    static const QRegularExpression time(u"^-?[0-9.eE+-]{1,24}$"_s);
    const QString text = QString::fromUtf8(value.utf8);
    if (isTimeClaim(name))
        return time.match(text).hasMatch();
    if (value.type == JsonValue::Type::String)
        return isOfVocabulary(name, text);
    return value.type != JsonValue::Type::Number || small.match(text).hasMatch();
}

void addIdentity(Aliases &aliases, const NamedValue &named, const QString &text)
{
    // The beginning says what kind of identity it is, and stays.
    static const QRegularExpression form(u"^(IBMid-|iam-ServiceId-|ServiceId-|iam-Profile-|"
                                         "Profile-|BSS-|crn-(?=crn:)|iam-)(.+)$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    if (named.name == "sub"_L1 && text.contains(u'@'))
        return aliases.add(AliasKind::Person, "email"_L1, text);
    const auto match = form.match(text);
    aliases.add(named.kind, named.word, match.hasMatch() ? match.captured(2) : text);
}

// Takes out of the text what it finds: it is not to be found again as something else.
void addEach(Aliases &aliases, AliasKind kind, QLatin1StringView word,
             const QRegularExpression &form, QString &text)
{
    for (auto matches = form.globalMatch(text); matches.hasNext();)
        aliases.add(kind, word, matches.next().captured(1));
    text.replace(form, u" "_s);
}

// crn:v1:cname:ctype:service:region:a/ACCOUNT:INSTANCE:type:RESOURCE
void addCrn(Aliases &aliases, const QString &crn)
{
    constexpr qsizetype scopePart = 6;
    constexpr qsizetype instancePart = 7;
    constexpr qsizetype resourcePart = 9;
    constexpr qsizetype shortestId = 4;
    const QStringList parts = crn.split(u':');
    if (const QString scope = parts.value(scopePart); scope.startsWith("a/"_L1))
        aliases.add(AliasKind::Account, "account"_L1, scope.sliced(2));
    aliases.add(AliasKind::Crn, "crn"_L1, crn);
    for (const QString &id : {parts.value(instancePart), parts.value(resourcePart)}) {
        // Ids of identities and keys are found by their form.
        if (id.size() >= shortestId && !id.contains("Id-"_L1) && !id.contains("Profile-"_L1)
            && !id.startsWith("ApiKey-"_L1))
            aliases.add(AliasKind::OtherValue, "value"_L1, id);
    }
}

bool namesASecret(const QString &name)
{
    static const QRegularExpression form(u"(passw|secret|credential|api_?-?key$|_token$|^token$)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(name).hasMatch();
}

void addScope(Aliases &aliases, const QString &text)
{
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (!isOfVocabulary(u"scope"_s, word))
            aliases.add(AliasKind::OtherValue, "value"_L1, word);
    }
}

void addNamed(Aliases &aliases, const NamedValue &named, const QString &text)
{
    if (text.startsWith("crn:"_L1))
        addCrn(aliases, text);
    else if (named.kind == AliasKind::Identity)
        addIdentity(aliases, named, text);
    else if (named.kind != AliasKind::OtherValue || !isPublicValue(text))
        aliases.add(named.kind, named.word, text);
}

// A token within a token opens doors as well.
void addSecrets(Aliases &aliases, const QString &text, bool (*isMeant)(const FoundToken &))
{
    const QByteArray utf8 = text.toUtf8();
    for (const FoundToken &found : findTokens(utf8).tokens) {
        if (isMeant(found))
            aliases.addSecret(QString::fromUtf8(utf8.sliced(found.offset, found.length)));
    }
}

void addForms(Aliases &aliases, const QString &text, bool isNamed)
{
    constexpr qsizetype longest = 4096;
    // Bounded repetitions: a text of one kind of letter must not take long.
    static const QRegularExpression mail(
        u"([\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8})"_s);
    static const QRegularExpression crn(u"(crn:v[0-9]:[^\\s\"'<>,;|]{1,1024})"_s);
    static const QRegularExpression identity(
        u"(?:IBMid|ServiceId|Profile|BSS)-([A-Za-z0-9-]{4,64})"_s);
    static const QRegularExpression session(u"(C-[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})"_s);
    static const QRegularExpression keyId(u"(ApiKey-[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})"_s);
    static const QRegularExpression account(u"\\ba/([0-9a-f]{32})\\b"_s);
    static const QRegularExpression other(
        u"([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|"
        "\\b[0-9a-fA-F]{32}\\b|\\b[0-9]{1,3}(?:\\.[0-9]{1,3}){3}\\b)"_s);
    const QString part = text.first(qMin(text.size(), longest));
    for (auto matches = crn.globalMatch(part); matches.hasNext();)
        addCrn(aliases, matches.next().captured(1));
    QString rest = part;
    addEach(aliases, AliasKind::Person, "email"_L1, mail, rest);
    addEach(aliases, AliasKind::Account, "account"_L1, account, rest);
    addEach(aliases, AliasKind::Identity, "identity"_L1, identity, rest);
    addEach(aliases, AliasKind::Session, "session"_L1, session, rest);
    addEach(aliases, AliasKind::KeyId, "key-id"_L1, keyId, rest);
    if (!isNamed)
        addEach(aliases, AliasKind::OtherValue, "value"_L1, other, rest);
    addSecrets(aliases, part, [](const FoundToken &found) { return found.isJwtShaped(); });
    // Without the ids: a profile's is as long as an API key.
    addSecrets(aliases, rest, [](const FoundToken &found) { return !found.isJwtShaped(); });
}

} // namespace

void addValues(Aliases &aliases, const ClaimLeaf &leaf)
{
    const QString name = lastName(leaf);
    const QString text = QString::fromUtf8(leaf.value.utf8);
    const bool isText = leaf.value.type == JsonValue::Type::String;
    if (text.isEmpty() || !(isText || leaf.value.type == JsonValue::Type::Number))
        return;
    if (isText && namesASecret(name))
        aliases.addSecret(text);
    if (const NamedValue *named = namedValue(name))
        addNamed(aliases, *named, text);
    else if (isText && name == "scope"_L1)
        addScope(aliases, text);
    else if (text.startsWith("crn:"_L1))
        addCrn(aliases, text);
    else if (!isHarmless(name, leaf.value))
        aliases.add(AliasKind::OtherValue, "value"_L1, text);
    if (isText)
        addForms(aliases, text, namedValue(name) != nullptr);
}

namespace {

// A name can be a value: {"ada@example.com": …}.
bool isPlainName(const QString &name)
{
    static const QRegularExpression form(u"^[A-Za-z][A-Za-z_-]{0,31}[0-9]{0,3}$"_s);
    return isPublicName(name) || form.match(name).hasMatch();
}

} // namespace

void addNames(Aliases &aliases, const ClaimLeaf &leaf)
{
    constexpr qsizetype longestName = 80;
    for (const QString &step : leaf.steps) {
        const QString name = step.sliced(1);
        if (step.startsWith(u'[') || isPlainName(name) || aliases.knows(name))
            continue;
        addForms(aliases, name, false);
        aliases.add(AliasKind::OtherValue, "claim"_L1, name);
        // Too long for a name: a token that has none.
        if (name.size() > longestName)
            aliases.addSecret(name);
    }
}

bool isPlainNumber(const ClaimLeaf &leaf)
{
    const QString name = lastName(leaf);
    return (leaf.value.type == JsonValue::Type::Number || isTimeClaim(name)) && !namedValue(name)
        && isHarmless(name, leaf.value);
}

QString publicPath(const ClaimLeaf &leaf)
{
    QString path;
    for (const QString &step : leaf.steps)
        path += step.startsWith(u'[') || isPublicName(step.sliced(1)) ? step : u".\u2026"_s;
    return path.sliced(1);
}

QString safePath(Aliases &aliases, const ClaimLeaf &leaf)
{
    QString path;
    for (const QString &step : leaf.steps) {
        const QString name = step.sliced(1);
        const bool isIndex = step.startsWith(u'[');
        path += isIndex || isPublicName(name) ? step : u'.' + aliases.replaced(name);
    }
    return path.sliced(1);
}

} // namespace hourpass
