// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/inspectwords.h"

#include "core/isotime.h"
#include "core/visibletext.h"
#include "words/keyfaultwords.h"
#include "words/spanwords.h"
#include "words/tokenwords.h"

#include <QCoreApplication>
#include <QMetaEnum>

namespace hourpass {

using namespace Qt::StringLiterals;
using Verdict = Verification::Verdict;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::InspectWords)
};

QString shown(const QString &text)
{
    constexpr qsizetype longest = 120;
    return shortenedMiddle(visibleText(text), longest);
}

QString partName(TokenPart part)
{
    switch (part) {
    case TokenPart::Header:
        return Words::tr("Header");
    case TokenPart::Claims:
        return Words::tr("Claims");
    case TokenPart::Signature:
        return Words::tr("Signature");
    case TokenPart::Whole:
        break;
    }
    return Words::tr("Token");
}

QString faultText(const TokenProblem &problem)
{
    const QString place = QString::number(problem.offset + 1);
    switch (problem.fault) {
    case TokenFault::TooLarge:
        return Words::tr("longer than 128 KiB");
    case TokenFault::NotThreeParts:
        return Words::tr("not three parts with dots between");
    case TokenFault::JsonSerialization:
        return Words::tr("in the JSON form of a signed token, which is not checked here");
    case TokenFault::Encrypted:
        return Words::tr("encrypted (JWE): only its receiver can read it");
    case TokenFault::CriticalHeader:
        return Words::tr("asks for extensions (\"crit\") that are not understood here");
    case TokenFault::UnencodedPayload:
        return Words::tr("asks for an unencoded payload (\"b64\"), which is not checked here");
    case TokenFault::Padding:
        return Words::tr("padded with \"=\" at character %1").arg(place);
    case TokenFault::Character:
        return Words::tr("a character that base64url does not have, at %1").arg(place);
    case TokenFault::Length:
        return Words::tr("one character too many or too few; it may be cut off");
    case TokenFault::LeftoverBits:
        return Words::tr("a last character that no encoder writes");
    case TokenFault::CutOff:
        return Words::tr("cut off: its JSON ends too early");
    case TokenFault::Syntax:
        return Words::tr("no JSON from byte %1 on").arg(place);
    case TokenFault::DuplicateName:
        return Words::tr("the same name twice, at byte %1").arg(place);
    case TokenFault::TooDeep:
        return Words::tr("nested too deeply");
    case TokenFault::ByteOrderMark:
        return Words::tr("begins with a byte order mark");
    case TokenFault::NotObject:
        return Words::tr("no JSON object");
    case TokenFault::AlgorithmMissing:
        return Words::tr("does not name the algorithm (\"alg\")");
    case TokenFault::AlgorithmNotText:
        return Words::tr("names an algorithm (\"alg\") that is no text");
    case TokenFault::KeyIdNotText:
        return Words::tr("names a key (\"kid\") that is no text");
    case TokenFault::TypeNotText:
        break;
    }
    return Words::tr("names a type (\"typ\") that is no text");
}

QString problemText(const TokenProblem &problem)
{
    return Words::tr("%1: %2.", "part of the token: what is wrong with it")
        .arg(partName(problem.part), faultText(problem));
}

QString lifeText(const TimeCheck &time)
{
    if (!time.expiresAt)
        return {};
    const Seconds left = *time.expiresAt - time.now;
    return left > Seconds(0) ? Words::tr("%1 left").arg(spanWords(left))
                             : Words::tr("expired %1 ago").arg(spanWords(left));
}

// What the issuer says of tokens that are none of IAM's.
QString strangerText(AddresseeCheck::Environment environment)
{
    using Environment = AddresseeCheck::Environment;
    switch (environment) {
    case Environment::ProductionLegacy:
        return Words::tr("It is of IBM Cloud's former address, iam.bluemix.net.");
    case Environment::Test:
        return Words::tr("It is of IBM Cloud's test environment.");
    case Environment::SaasPlatform:
        return Words::tr("It is of IBM's SaaS platform (MCSP), not of IBM Cloud IAM.");
    case Environment::CloudPakForData:
        return Words::tr("It is of Cloud Pak for Data, not of IBM Cloud IAM.");
    case Environment::LegacyUaa:
        return Words::tr("It is of the former Cloud Foundry login (UAA), not of IBM Cloud IAM.");
    case Environment::Production:
    case Environment::Unknown:
        break;
    }
    return {};
}

QString foundText(const FoundToken &found)
{
    switch (found.kind) {
    case FoundToken::Kind::CutOff:
        return Words::tr("The end of the token is missing where it was copied from.");
    case FoundToken::Kind::Jwe:
        return Words::tr("This is an encrypted token (JWE): only its receiver can read it.");
    case FoundToken::Kind::RefreshToken:
        return Words::tr("This is a refresh token: it gets access tokens and is none.");
    case FoundToken::Kind::CrToken:
        return Words::tr("This is a compute resource token: it is traded for an access token.");
    case FoundToken::Kind::Jwt:
    case FoundToken::Kind::ApiKey:
        break;
    }
    return {};
}

QString headOf(const Inspection &inspection)
{
    if (!inspection.decoded.claims)
        return Words::tr("The token cannot be read.");
    QStringList parts{identitySentence(inspection.identity)};
    if (parts.first().endsWith(u'.'))
        parts.first().chop(1);
    if (const QString scope = inspection.decoded.claims->string(u"scope"); !scope.isEmpty())
        parts.append(Words::tr("scope %1").arg(shown(scope)));
    if (const QString life = lifeText(inspection.verification.time); !life.isEmpty())
        parts.append(life);
    return parts.join("; "_L1) + u'.';
}

} // namespace

QString summaryText(const Inspection &inspection)
{
    return headOf(inspection) + u' ' + verdictText(inspection.verification.verdict);
}

QString findingLabel(const FoundToken &found, const Identity &identity)
{
    using Kind = FoundToken::Kind;
    if (found.kind == Kind::ApiKey)
        return Words::tr("API key, not shown");
    if (found.kind == Kind::RefreshToken)
        return Words::tr("refresh token");
    if (found.kind == Kind::Jwe)
        return Words::tr("encrypted token");
    const QString who = identityLabel(identity);
    return who.isEmpty() ? Words::tr("token without a name") : who;
}

QString verdictLabel(Verdict verdict)
{
    switch (verdict) {
    case Verdict::TooLarge:
        return Words::tr("too large", "verdict");
    case Verdict::Malformed:
        return Words::tr("damaged", "verdict");
    case Verdict::Unsupported:
        return Words::tr("not supported", "verdict");
    case Verdict::AlgRejected:
        return Words::tr("not signed as IAM signs", "verdict");
    case Verdict::Unverified:
        return Words::tr("not verified", "verdict");
    case Verdict::UnknownKey:
    case Verdict::KeyRejected:
        return Words::tr("key not known", "verdict");
    case Verdict::BadSignature:
        return Words::tr("signature wrong", "verdict");
    case Verdict::ClaimsRejected:
        return Words::tr("claims not usable", "verdict");
    case Verdict::UntrustedIssuer:
        return Words::tr("other issuer", "verdict");
    case Verdict::Expired:
        return Words::tr("expired", "verdict");
    case Verdict::NotYetValid:
        return Words::tr("not yet valid", "verdict");
    case Verdict::Valid:
        break;
    }
    return Words::tr("valid", "verdict");
}

QString resultText(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return Words::tr("Pass", "answer of a check");
    case CheckResult::Fail:
        return Words::tr("Fail", "answer of a check");
    case CheckResult::Unknown:
        return Words::tr("Unknown", "answer of a check");
    case CheckResult::NotApplicable:
        break;
    }
    return Words::tr("Not asked", "answer of a check");
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::TooLarge:
        return Words::tr("It is too large to be a token.");
    case Verdict::Malformed:
        return Words::tr("It is damaged: no service takes it.");
    case Verdict::Unsupported:
        return Words::tr("It is of a kind that is not checked here.");
    case Verdict::AlgRejected:
        return Words::tr("It is not signed in a way that IAM signs: do not trust it.");
    case Verdict::Unverified:
        return Words::tr("Whether it is genuine was not checked.");
    case Verdict::UnknownKey:
        return Words::tr("Whether it is genuine is not known: its key is not among the keys.");
    case Verdict::KeyRejected:
        return Words::tr("Whether it is genuine is not known: its key cannot be used.");
    case Verdict::BadSignature:
        return Words::tr("Its signature is wrong: it was changed, cut off or forged.");
    case Verdict::ClaimsRejected:
        return Words::tr("Its signature is genuine, but what it says cannot be used.");
    case Verdict::UntrustedIssuer:
        return Words::tr("Its signature is genuine, but another issuer was expected.");
    case Verdict::Expired:
        return Words::tr("Its signature is genuine, but it has expired.");
    case Verdict::NotYetValid:
        return Words::tr("Its signature is genuine, but its time has not come.");
    case Verdict::Valid:
        break;
    }
    return Words::tr("Its signature is genuine and it has not expired.");
}

QString verdictName(Verdict verdict)
{
    const QString key =
        QString::fromLatin1(QMetaEnum::fromType<Verdict>().valueToKey(int(verdict)));
    QString name;
    for (const QChar c : key) {
        if (c.isUpper() && !name.isEmpty())
            name += u'_';
        name += c.toLower();
    }
    return name;
}

QString formText(const Inspection &inspection)
{
    const auto &problems = inspection.decoded.problems;
    if (inspection.verification.wellFormed == CheckResult::Pass && problems.isEmpty())
        return Words::tr("Three parts, each as it should be.");
    return problems.isEmpty() ? QString() : problemText(problems.first());
}

QString signatureText(const SignatureCheck &check)
{
    using Code = SignatureCheck::Code;
    const QString algorithm = shown(check.algorithm);
    const QString keyId = shown(check.keyId);
    const QString fault = check.keyFault ? keyFaultText(*check.keyFault) : QString();
    switch (check.code) {
    case Code::Genuine:
        return keyId.isEmpty() ? Words::tr("Genuine, by %1.").arg(algorithm)
                               : Words::tr("Genuine, by %1 with the key %2.").arg(algorithm, keyId);
    case Code::WrongSignature:
        return Words::tr("It does not fit the token and the key.");
    case Code::WrongLength:
        return Words::tr("It has another length than the key makes: it may be cut off.");
    case Code::Unsigned:
        return Words::tr("The token says that it is not signed.");
    case Code::AlgorithmRejected:
        return Words::tr("The keys are not for the algorithm %1.").arg(algorithm);
    case Code::KeyRejected:
        return Words::tr("The key %1 cannot be used: %2.").arg(keyId, fault);
    case Code::NoKeys:
        return Words::tr("Not checked: there are no keys to check it with.");
    case Code::KeySetUnusable:
        return fault.isEmpty() ? Words::tr("Not checked: there are no usable keys.")
                               : Words::tr("Not checked: the keys cannot be used: %1.").arg(fault);
    case Code::KeyUnknown:
        return Words::tr("The key %1 is not among the keys.").arg(keyId);
    case Code::KeyIdMissing:
        return Words::tr("The token does not name its key, and there is more than one.");
    case Code::Unsupported:
        return Words::tr("Not checked: a token of this kind is not supported.");
    case Code::Malformed:
        break;
    }
    return Words::tr("Not checked: the token is not well-formed.");
}

QString timeText(const TimeCheck &check)
{
    using Code = TimeCheck::Code;
    const auto moment = [](std::optional<Seconds> time) {
        return time ? isoTime(*time) : QString();
    };
    switch (check.code) {
    case Code::InTime:
        return Words::tr("%1, until %2.", "time left, end")
            .arg(lifeText(check), moment(check.expiresAt));
    case Code::Expired:
        return Words::tr("It expired %1 ago, at %2.")
            .arg(spanWords(check.now - check.expiresAt.value_or(check.now)),
                 moment(check.expiresAt));
    case Code::NotYetValid:
        return Words::tr("It is valid from %1 on.").arg(moment(check.notBefore));
    case Code::IssuedInFuture:
        return Words::tr("It says that it was issued in the future, at %1.")
            .arg(moment(check.issuedAt));
    case Code::ExpiryMissing:
        return Words::tr("It does not say when it expires (\"exp\").");
    case Code::ExpiryUnusable:
        return Words::tr("The time when it expires (\"exp\") cannot be used.");
    case Code::NotBeforeUnusable:
        return Words::tr("The time from which it is valid (\"nbf\") cannot be used.");
    case Code::IssuedAtUnusable:
        return Words::tr("The time when it was issued (\"iat\") cannot be used.");
    case Code::ClaimsMissing:
        return Words::tr("Its claims cannot be read.");
    case Code::ClaimsDamaged:
        break;
    }
    return Words::tr("Its claims are damaged and do not tell.");
}

QString addresseeText(const AddresseeCheck &check)
{
    using Code = AddresseeCheck::Code;
    const QString stranger = strangerText(check.environment);
    const auto withStranger = [&stranger](const QString &text) {
        return stranger.isEmpty() ? text : QString(text + u' ' + stranger);
    };
    switch (check.code) {
    case Code::Expected:
        return Words::tr("Issued by %1.").arg(shown(check.issuer));
    case Code::OtherIssuer:
        return withStranger(
            Words::tr("Issued by %1, which is not expected.").arg(shown(check.issuer)));
    case Code::IssuerMissing:
        return withStranger(Words::tr("It does not say who issued it (\"iss\")."));
    case Code::IssuerUnusable:
        return Words::tr("Who issued it (\"iss\") is no text.");
    case Code::OtherAccount:
        return Words::tr("It is for the account %1, not for %2.")
            .arg(shown(check.account), shown(check.expectedAccount));
    case Code::AccountMissing:
        return Words::tr("It is for no account; %1 was expected.")
            .arg(shown(check.expectedAccount));
    case Code::ClaimsMissing:
        return Words::tr("Its claims cannot be read.");
    case Code::ClaimsDamaged:
        return Words::tr("Its claims are damaged and do not tell.");
    case Code::NotAsked:
        break;
    }
    return withStranger(Words::tr("Nothing in particular was expected."));
}

QStringList problemTexts(const Inspection &inspection)
{
    QStringList texts;
    if (const QString found = foundText(inspection.found); !found.isEmpty())
        texts.append(found);
    for (const TokenProblem &problem : inspection.decoded.problems)
        texts.append(problemText(problem));
    return texts;
}

QString hiddenFindingText(FoundToken::Kind kind)
{
    return kind == FoundToken::Kind::ApiKey ? Words::tr("an API key")
                                            : Words::tr("a refresh token");
}

QString hiddenFindingAdvice(FoundToken::Kind kind)
{
    return kind == FoundToken::Kind::ApiKey
        ? Words::tr("This is an API key, which never expires by itself. It is not shown here. "
                    "Whoever has it can use it: if it was shared, revoke it and make a new one.")
        : Words::tr("This is a refresh token. It is not shown here. Whoever has it can get access "
                    "tokens with it: if it was shared, end the session that it is of.");
}

} // namespace hourpass
