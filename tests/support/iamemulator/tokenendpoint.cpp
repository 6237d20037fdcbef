// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/tokenendpoint.h"

#include "support/iamemulator/faults.h"
#include "support/iamemulator/randomtext.h"
#include "support/iamemulator/tokenclaims.h"
#include "support/iamemulator/tokensigner.h"

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

constexpr QByteArrayView basicScheme = "Basic ";
constexpr QByteArrayView apiKeyGrant = "urn:ibm:params:oauth:grant-type:apikey";

IamError brokenRules(const QStringList &violations)
{
    return {400, u"BXNIM0109E"_s, u"Property missing or empty."_s, violations.join(u"; "_s)};
}

IamError unknownGrant()
{
    return {400, u"BXNIM0106E"_s, u"Property failed validation."_s,
            u"grant_type is not supported."_s};
}

std::optional<IamError> refusal(const EmulatedKey *key)
{
    if (!key) {
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
    if (form.values("grant_type").constFirst() != apiKeyGrant)
        return {transaction.error(unknownGrant())};
    const EmulatedKey *key = m_service.keys.withSecret(form.values("apikey").constFirst());
    if (const std::optional<IamError> error = refusal(key))
        return {transaction.error(*error)};
    return {issue(*key, clientIdOf(request), transaction, behaviour)};
}

HttpResponse TokenEndpoint::issue(const EmulatedKey &key, const QByteArray &clientId,
                                  const Transaction &transaction, const Behaviour &behaviour)
{
    const qint64 now = transaction.start().toSecsSinceEpoch();
    const qint64 end = now + behaviour.lifetime.count();
    const TokenTerms terms{m_service.issuer(), QString::fromLatin1(clientId),
                           QString::fromLatin1(apiKeyGrant), now, end};
    const QByteArray token = m_service.signer.sign(makeClaims(key, terms));
    m_issued.append({token, key.label, key.accountId, now, end});

    const bool hasClient = clientId != "default";
    const QByteArray refreshToken = hasClient ? randomKeyText(200) + "+/=" : "not_supported"_ba;
    QJsonObject body{{u"access_token"_s, QString::fromLatin1(token)},
                     {u"refresh_token"_s, QString::fromLatin1(refreshToken)},
                     {u"token_type"_s, u"Bearer"_s},
                     {u"expires_in"_s, qint64(behaviour.lifetime.count())},
                     {u"expiration"_s, end},
                     {u"scope"_s, u"ibm openid"_s}};
    if (key.kind == KeyKind::User)
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
