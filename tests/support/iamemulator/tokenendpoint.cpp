// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/tokenendpoint.h"

#include "support/iamemulator/assumption.h"
#include "support/iamemulator/faults.h"
#include "support/iamemulator/randomtext.h"
#include "support/iamemulator/tokenclaims.h"
#include "support/iamemulator/tokensigner.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

constexpr QByteArrayView basicScheme = "Basic ";
constexpr QByteArrayView apiKeyGrant = "urn:ibm:params:oauth:grant-type:apikey";
constexpr QByteArrayView assumeGrant = "urn:ibm:params:oauth:grant-type:assume";

IamError brokenRules(const QStringList &violations)
{
    return {400, u"BXNIM0109E"_s, u"Property missing or empty."_s, violations.join(u"; "_s)};
}

IamError unknownGrant()
{
    return {400, u"BXNIM0106E"_s, u"Property failed validation."_s,
            u"grant_type is not supported."_s};
}

/// There is no code of its own for a key that has expired (fact sheet, section 2.4).
std::optional<IamError> refusal(const EmulatedKey *key, const QDateTime &now)
{
    if (!key || (key->expires && *key->expires <= now)) {
        return IamError{400, u"BXNIM0415E"_s, u"Provided API key could not be found."_s};
    }
    switch (key->state) {
    case KeyState::Active:
        return {};
    case KeyState::Disabled:
        return IamError{400, u"BXNIM0462E"_s, u"Provided API key is disabled."_s};
    case KeyState::AddressRefused:
        return IamError{401, u"BXNIM0430E"_s, u"IP address is not allowed."_s,
                        u"The IP address 192.0.2.17 is not allowed to access account %1."_s.arg(
                            key->accountId)};
    }
    Q_UNREACHABLE();
}

/// The client that a Basic authorization names; `default` without one.
QByteArray clientIdOf(const HttpRequest &request)
{
    const QByteArray authorization = request.header("Authorization");
    if (authorization.isEmpty())
        return "default"_ba;
    const QByteArray pair = QByteArray::fromBase64(authorization.sliced(basicScheme.size()));
    return pair.split(':').first();
}

} // namespace

/// Whose token is to be made.
struct TokenEndpoint::Grant {
    QByteArrayView type;
    QByteArray clientId;
    const EmulatedKey &key;
    const EmulatedProfile *profile = nullptr; ///< that the key's holder assumes, or null
    qint64 latestEnd = std::numeric_limits<qint64>::max(); ///< epoch seconds
};

QString Service::issuer() const
{
    return url.toString() + u"/identity"_s;
}

TokenEndpoint::TokenEndpoint(Service service, Strictness strictness)
    : m_service(service)
    , m_strictness(strictness)
{
}

Answer TokenEndpoint::answer(const HttpRequest &request, const Transaction &transaction,
                             const Behaviour &behaviour)
{
    const FormBody form = parseForm(request.body);
    const TokenRequestVerdict verdict = judgeTokenRequest(request, form, m_strictness);
    Answer answer;
    if (verdict.refused) {
        // Not spoiled by a planned fault, which would hide the slip from the test.
        answer.response = transaction.error(brokenRules(verdict.violations));
    } else if (auto replaced = replacedAnswer(behaviour, transaction, m_service.url)) {
        answer = spoiledAnswer(behaviour, *replaced, transaction);
    } else {
        answer = spoiledAnswer(behaviour, honestAnswer(request, form, transaction, behaviour),
                               transaction);
    }
    answer.violations = verdict.violations;
    return answer;
}

Answer TokenEndpoint::honestAnswer(const HttpRequest &request, const FormBody &form,
                                   const Transaction &transaction, const Behaviour &behaviour)
{
    const QByteArray grant = form.values("grant_type").constFirst();
    if (grant == assumeGrant)
        return assumedAnswer(form, transaction, behaviour);
    if (grant != apiKeyGrant)
        return {transaction.error(unknownGrant())};
    const EmulatedKey *key = m_service.keys.withSecret(form.values("apikey").constFirst());
    if (const std::optional<IamError> error = refusal(key, transaction.start()))
        return {transaction.error(*error)};
    return {issue({apiKeyGrant, clientIdOf(request), *key}, transaction, behaviour)};
}

Answer TokenEndpoint::assumedAnswer(const FormBody &form, const Transaction &transaction,
                                    const Behaviour &behaviour)
{
    const Assumption assumption =
        findAssumption(form, m_service, m_issued, transaction.start().toSecsSinceEpoch());
    if (assumption.refusal)
        return {transaction.error(*assumption.refusal)};
    const EmulatedKey *key = m_service.keys.withLabel(assumption.source.keyLabel);
    return {
        issue({assumeGrant, "default"_ba, *key, &assumption.profile, assumption.source.expiresAt},
              transaction, behaviour)};
}

HttpResponse TokenEndpoint::issue(const Grant &grant, const Transaction &transaction,
                                  const Behaviour &behaviour)
{
    const EmulatedKey &key = grant.key;
    const qint64 now = transaction.start().toSecsSinceEpoch();
    const qint64 end = std::min<qint64>(now + behaviour.lifetime.count(), grant.latestEnd);
    const TokenTerms terms{m_service.issuer(), QString::fromLatin1(grant.clientId),
                           QString::fromLatin1(grant.type), now, end};
    const QJsonObject claims =
        grant.profile ? makeClaims(*grant.profile, key, terms) : makeClaims(key, terms);
    const QByteArray token = m_service.signer.sign(claims);
    m_issued.append({token, key.label, grant.profile ? grant.profile->accountId : key.accountId,
                     now, end, grant.profile ? grant.profile->label : QString()});

    const bool hasClient = grant.clientId != "default";
    const QByteArray refreshToken = hasClient ? randomKeyText(200) + "+/=" : "not_supported"_ba;
    QJsonObject body{{u"access_token"_s, QString::fromLatin1(token)},
                     {u"refresh_token"_s, QString::fromLatin1(refreshToken)},
                     {u"token_type"_s, u"Bearer"_s},
                     {u"expires_in"_s, end - now},
                     {u"expiration"_s, end},
                     {u"scope"_s, u"ibm openid"_s}};
    if (key.kind == KeyKind::User && !grant.profile)
        body.insert(u"ims_user_id"_s, classicUserNumber);
    for (auto it = behaviour.set.begin(); it != behaviour.set.end(); ++it)
        body.insert(it.key(), it.value());
    for (const QString &name : behaviour.drop)
        body.remove(name);

    HttpResponse response = transaction.json(200, body);
    response.setHeader("Set-Cookie"_ba,
                       "sessioncookie=" + randomHex(32) + "; Path=/; Secure; HttpOnly");
    return response;
}

} // namespace hourpass::emulator
