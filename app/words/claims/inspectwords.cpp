// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/inspectwords.h"

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

struct InspectWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::InspectWords)
};

QString shownFinding(const QString &text)
{
    constexpr qsizetype longest = 120;
    return shortenedMiddle(visibleText(text), longest);
}

QString partName(TokenPart part)
{
    switch (part) {
    case TokenPart::Header:
        return InspectWords::tr("Header");
    case TokenPart::Claims:
        return InspectWords::tr("Claims");
    case TokenPart::Signature:
        return InspectWords::tr("Signature");
    case TokenPart::Whole:
        break;
    }
    return InspectWords::tr("Token");
}

QString faultText(const TokenProblem &problem)
{
    const QString place = QString::number(problem.offset + 1);
    switch (problem.fault) {
    case TokenFault::TooLarge:
        return InspectWords::tr("longer than 128 KiB");
    case TokenFault::NotThreeParts:
        return InspectWords::tr("not three parts with dots between");
    case TokenFault::JsonSerialization:
        return InspectWords::tr("in the JSON form of a signed token, which is not checked here");
    case TokenFault::Encrypted:
        return InspectWords::tr("encrypted (JWE): only its receiver can read it");
    case TokenFault::CriticalHeader:
        return InspectWords::tr("asks for extensions (\"crit\") that are not understood here");
    case TokenFault::UnencodedPayload:
        return InspectWords::tr(
            "asks for an unencoded payload (\"b64\"), which is not checked here");
    case TokenFault::Padding:
        return InspectWords::tr("padded with \"=\" at character %1").arg(place);
    case TokenFault::Character:
        return InspectWords::tr("a character that base64url does not have, at %1").arg(place);
    case TokenFault::Length:
        return InspectWords::tr("one character too many or too few; it may be cut off");
    case TokenFault::LeftoverBits:
        return InspectWords::tr("a last character that no encoder writes");
    case TokenFault::CutOff:
        return InspectWords::tr("cut off: its JSON ends too early");
    case TokenFault::Syntax:
        return InspectWords::tr("no JSON from byte %1 on").arg(place);
    case TokenFault::DuplicateName:
        return InspectWords::tr("the same name twice, at byte %1").arg(place);
    case TokenFault::TooDeep:
        return InspectWords::tr("nested too deeply");
    case TokenFault::ByteOrderMark:
        return InspectWords::tr("begins with a byte order mark");
    case TokenFault::NotObject:
        return InspectWords::tr("no JSON object");
    case TokenFault::AlgorithmMissing:
        return InspectWords::tr("does not name the algorithm (\"alg\")");
    case TokenFault::AlgorithmNotText:
        return InspectWords::tr("names an algorithm (\"alg\") that is no text");
    case TokenFault::KeyIdNotText:
        return InspectWords::tr("names a key (\"kid\") that is no text");
    case TokenFault::TypeNotText:
        break;
    }
    return InspectWords::tr("names a type (\"typ\") that is no text");
}

QString problemText(const TokenProblem &problem)
{
    return InspectWords::tr("%1: %2.", "part of the token: what is wrong with it")
        .arg(partName(problem.part), faultText(problem));
}

QString lifeText(const TimeCheck &time)
{
    if (!time.expiresAt)
        return {};
    const Seconds left = *time.expiresAt - time.now;
    return left > Seconds(0) ? InspectWords::tr("%1 left").arg(spanWords(left))
                             : InspectWords::tr("expired %1 ago").arg(spanWords(left));
}

// What the issuer says of tokens that are none of IAM's.
QString strangerText(AddresseeCheck::Environment environment)
{
    using Environment = AddresseeCheck::Environment;
    switch (environment) {
    case Environment::ProductionLegacy:
        return InspectWords::tr("It is of IBM Cloud's former address, iam.bluemix.net.");
    case Environment::Test:
        return InspectWords::tr("It is of IBM Cloud's test environment.");
    case Environment::SaasPlatform:
        return InspectWords::tr("It is of IBM's SaaS platform (MCSP), not of IBM Cloud IAM.");
    case Environment::CloudPakForData:
        return InspectWords::tr("It is of Cloud Pak for Data, not of IBM Cloud IAM.");
    case Environment::LegacyUaa:
        return InspectWords::tr(
            "It is of the former Cloud Foundry login (UAA), not of IBM Cloud IAM.");
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
        return InspectWords::tr("The end of the token is missing where it was copied from.");
    case FoundToken::Kind::Jwe:
        return InspectWords::tr("This is an encrypted token (JWE): only its receiver can read it.");
    case FoundToken::Kind::RefreshToken:
        return InspectWords::tr("This is a refresh token: it gets access tokens and is none.");
    case FoundToken::Kind::CrToken:
        return InspectWords::tr(
            "This is a compute resource token: it is traded for an access token.");
    case FoundToken::Kind::Jwt:
    case FoundToken::Kind::ApiKey:
        break;
    }
    return {};
}

QString headOf(const Inspection &inspection)
{
    if (!inspection.decoded.claims)
        return InspectWords::tr("The token cannot be read.");
    QStringList parts{identitySentence(inspection.identity)};
    if (parts.first().endsWith(u'.'))
        parts.first().chop(1);
    if (const QString scope = inspection.decoded.claims->string(u"scope"); !scope.isEmpty())
        parts.append(InspectWords::tr("scope %1").arg(shownFinding(scope)));
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
        return InspectWords::tr("API key, not shown");
    if (found.kind == Kind::RefreshToken)
        return InspectWords::tr("refresh token");
    if (found.kind == Kind::Jwe)
        return InspectWords::tr("encrypted token");
    const QString who = identityLabel(identity);
    return who.isEmpty() ? InspectWords::tr("token without a name") : who;
}

QString verdictLabel(Verdict verdict)
{
    switch (verdict) {
    case Verdict::TooLarge:
        return InspectWords::tr("too large", "verdict");
    case Verdict::Malformed:
        return InspectWords::tr("damaged", "verdict");
    case Verdict::Unsupported:
        return InspectWords::tr("not supported", "verdict");
    case Verdict::AlgRejected:
        return InspectWords::tr("not signed as IAM signs", "verdict");
    case Verdict::Unverified:
        return InspectWords::tr("not verified", "verdict");
    case Verdict::UnknownKey:
    case Verdict::KeyRejected:
        return InspectWords::tr("key not known", "verdict");
    case Verdict::BadSignature:
        return InspectWords::tr("signature wrong", "verdict");
    case Verdict::ClaimsRejected:
        return InspectWords::tr("claims not usable", "verdict");
    case Verdict::UntrustedIssuer:
        return InspectWords::tr("other issuer", "verdict");
    case Verdict::Expired:
        return InspectWords::tr("expired", "verdict");
    case Verdict::NotYetValid:
        return InspectWords::tr("not yet valid", "verdict");
    case Verdict::Valid:
        break;
    }
    return InspectWords::tr("valid", "verdict");
}

QString resultText(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return InspectWords::tr("Pass", "answer of a check");
    case CheckResult::Fail:
        return InspectWords::tr("Fail", "answer of a check");
    case CheckResult::Unknown:
        return InspectWords::tr("Unknown", "answer of a check");
    case CheckResult::NotApplicable:
        break;
    }
    return InspectWords::tr("Not asked", "answer of a check");
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::TooLarge:
        return InspectWords::tr("It is too large to be a token.");
    case Verdict::Malformed:
        return InspectWords::tr("It is damaged: no service takes it.");
    case Verdict::Unsupported:
        return InspectWords::tr("It is of a kind that is not checked here.");
    case Verdict::AlgRejected:
        return InspectWords::tr("It is not signed in a way that IAM signs: do not trust it.");
    case Verdict::Unverified:
        return InspectWords::tr("Whether it is genuine was not checked.");
    case Verdict::UnknownKey:
        return InspectWords::tr(
            "Whether it is genuine is not known: its key is not among the keys.");
    case Verdict::KeyRejected:
        return InspectWords::tr("Whether it is genuine is not known: its key cannot be used.");
    case Verdict::BadSignature:
        return InspectWords::tr("Its signature is wrong: it was changed, cut off or forged.");
    case Verdict::ClaimsRejected:
        return InspectWords::tr("Its signature is genuine, but what it says cannot be used.");
    case Verdict::UntrustedIssuer:
        return InspectWords::tr("Its signature is genuine, but another issuer was expected.");
    case Verdict::Expired:
        return InspectWords::tr("Its signature is genuine, but it has expired.");
    case Verdict::NotYetValid:
        return InspectWords::tr("Its signature is genuine, but its time has not come.");
    case Verdict::Valid:
        break;
    }
    return InspectWords::tr("Its signature is genuine and it has not expired.");
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
        return InspectWords::tr("Three parts, each as it should be.");
    return problems.isEmpty() ? QString() : problemText(problems.first());
}

QString signatureText(const SignatureCheck &check)
{
    using Code = SignatureCheck::Code;
    const QString algorithm = shownFinding(check.algorithm);
    const QString keyId = shownFinding(check.keyId);
    const QString fault = check.keyFault ? keyFaultText(*check.keyFault) : QString();
    switch (check.code) {
    case Code::Genuine:
        return keyId.isEmpty()
            ? InspectWords::tr("Genuine, by %1.").arg(algorithm)
            : InspectWords::tr("Genuine, by %1 with the key %2.").arg(algorithm, keyId);
    case Code::WrongSignature:
        return InspectWords::tr("It does not fit the token and the key.");
    case Code::WrongLength:
        return InspectWords::tr("It has another length than the key makes: it may be cut off.");
    case Code::Unsigned:
        return InspectWords::tr("The token says that it is not signed.");
    case Code::AlgorithmRejected:
        return InspectWords::tr("The keys are not for the algorithm %1.").arg(algorithm);
    case Code::KeyRejected:
        return InspectWords::tr("The key %1 cannot be used: %2.").arg(keyId, fault);
    case Code::NoKeys:
        return InspectWords::tr("Not checked: there are no keys to check it with.");
    case Code::KeySetUnusable:
        return fault.isEmpty()
            ? InspectWords::tr("Not checked: there are no usable keys.")
            : InspectWords::tr("Not checked: the keys cannot be used: %1.").arg(fault);
    case Code::KeyUnknown:
        return InspectWords::tr("The key %1 is not among the keys.").arg(keyId);
    case Code::KeyIdMissing:
        return InspectWords::tr("The token does not name its key, and there is more than one.");
    case Code::Unsupported:
        return InspectWords::tr("Not checked: a token of this kind is not supported.");
    case Code::Malformed:
        break;
    }
    return InspectWords::tr("Not checked: the token is not well-formed.");
}

QString timeText(const TimeCheck &check)
{
    using Code = TimeCheck::Code;
    const auto moment = [](std::optional<Seconds> time) {
        return time ? isoTime(*time) : QString();
    };
    switch (check.code) {
    case Code::InTime:
        return InspectWords::tr("%1, until %2.", "time left, end")
            .arg(lifeText(check), moment(check.expiresAt));
    case Code::Expired:
        return InspectWords::tr("It expired %1 ago, at %2.")
            .arg(spanWords(check.now - check.expiresAt.value_or(check.now)),
                 moment(check.expiresAt));
    case Code::NotYetValid:
        return InspectWords::tr("It is valid from %1 on.").arg(moment(check.notBefore));
    case Code::IssuedInFuture:
        return InspectWords::tr("It says that it was issued in the future, at %1.")
            .arg(moment(check.issuedAt));
    case Code::ExpiryMissing:
        return InspectWords::tr("It does not say when it expires (\"exp\").");
    case Code::ExpiryUnusable:
        return InspectWords::tr("The time when it expires (\"exp\") cannot be used.");
    case Code::NotBeforeUnusable:
        return InspectWords::tr("The time from which it is valid (\"nbf\") cannot be used.");
    case Code::IssuedAtUnusable:
        return InspectWords::tr("The time when it was issued (\"iat\") cannot be used.");
    case Code::ClaimsMissing:
        return InspectWords::tr("Its claims cannot be read.");
    case Code::ClaimsDamaged:
        break;
    }
    return InspectWords::tr("Its claims are damaged and do not tell.");
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
        return InspectWords::tr("Issued by %1.").arg(shownFinding(check.issuer));
    case Code::OtherIssuer:
        return withStranger(InspectWords::tr("Issued by %1, which is not expected.")
                                .arg(shownFinding(check.issuer)));
    case Code::IssuerMissing:
        return withStranger(InspectWords::tr("It does not say who issued it (\"iss\")."));
    case Code::IssuerUnusable:
        return InspectWords::tr("Who issued it (\"iss\") is no text.");
    case Code::OtherAccount:
        return InspectWords::tr("It is for the account %1, not for %2.")
            .arg(shownFinding(check.account), shownFinding(check.expectedAccount));
    case Code::AccountMissing:
        return InspectWords::tr("It is for no account; %1 was expected.")
            .arg(shownFinding(check.expectedAccount));
    case Code::ClaimsMissing:
        return InspectWords::tr("Its claims cannot be read.");
    case Code::ClaimsDamaged:
        return InspectWords::tr("Its claims are damaged and do not tell.");
    case Code::NotAsked:
        break;
    }
    return withStranger(InspectWords::tr("Nothing in particular was expected."));
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
    return kind == FoundToken::Kind::ApiKey ? InspectWords::tr("an API key")
                                            : InspectWords::tr("a refresh token");
}

QString hiddenFindingAdvice(FoundToken::Kind kind)
{
    return kind == FoundToken::Kind::ApiKey
        ? InspectWords::tr(
            "This is an API key, which never expires by itself. It is not shown here. "
            "Whoever has it can use it: if it was shared, revoke it and make a new one.")
        : InspectWords::tr(
            "This is a refresh token. It is not shown here. Whoever has it can get access "
            "tokens with it: if it was shared, end the session that it is of.");
}

} // namespace hourpass
