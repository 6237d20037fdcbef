// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/keydetailsendpoint.h"

#include "support/iamemulator/faults.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

/// As the service writes it: no seconds, no colon in the offset.
QString managementTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm'+0000'"_s);
}

const IssuedToken *bearerOf(const HttpRequest &request, const Transaction &transaction,
                            const QList<IssuedToken> &issued)
{
    const QByteArray authorization = request.header("Authorization");
    const qint64 now = transaction.start().toSecsSinceEpoch();
    const auto found = std::find_if(issued.cbegin(), issued.cend(), [&](const IssuedToken &token) {
        return authorization == "Bearer " + token.token && token.expiresAt > now;
    });
    return found == issued.cend() ? nullptr : &*found;
}

QJsonObject describe(const EmulatedKey &key)
{
    QJsonObject object{
        {u"id"_s, key.id},
        {u"entity_tag"_s, u"1-0123456789abcdef"_s},
        {u"crn"_s,
         u"crn:v1:bluemix:public:iam-identity::a/%1::apikey:%2"_s.arg(key.accountId, key.id)},
        {u"locked"_s, key.locked},
        {u"disabled"_s, key.state == KeyState::Disabled},
        {u"created_at"_s, managementTime(key.created)},
        {u"created_by"_s, key.iamId()},
        {u"modified_at"_s, managementTime(key.created)},
        {u"name"_s, key.name},
        {u"description"_s, u"made up by the emulator"_s},
        {u"support_sessions"_s, false},
        {u"action_when_leaked"_s, u"disable"_s},
        {u"iam_id"_s, key.iamId()},
        {u"account_id"_s, key.accountId},
        {u"apikey"_s, QString()}};
    if (key.expires)
        object.insert(u"expires_at"_s, managementTime(*key.expires));
    return object;
}

QStringList violationsOf(const HttpRequest &request)
{
    QStringList list;
    const auto exactlyOne = [&](QByteArrayView name) {
        if (request.headerValues(name).size() != 1)
            list.append(u"there is not exactly one %1"_s.arg(QString::fromLatin1(name)));
    };
    for (const char *name : {"IAM-ApiKey", "Authorization", "User-Agent"})
        exactlyOne(name);
    if (request.headerValues("Accept") != QByteArrayList{"application/json"_ba})
        list.append(u"Accept is not exactly application/json"_s);
    if (!request.headerValues("Cookie").isEmpty())
        list.append(u"a Cookie is sent"_s);
    if (!request.body.isEmpty())
        list.append(u"there is a body"_s);
    if (request.hasQuery() && request.query() != "include_history=true")
        list.append(u"the query is unknown"_s);
    return list;
}

} // namespace

Answer KeyDetailsEndpoint::answer(const HttpRequest &request, const Transaction &transaction,
                                  const Behaviour &behaviour,
                                  const QList<IssuedToken> &issued) const
{
    Behaviour delivery = behaviour;
    delivery.error.reset(); // of another shape here
    Answer honest{behaviour.error ? transaction.managementError(*behaviour.error)
                                  : honestAnswer(request, transaction, behaviour, issued)};
    const auto replaced = replacedAnswer(delivery, transaction, m_service.url);
    Answer answer = spoiledAnswer(delivery, replaced.value_or(honest), transaction);
    answer.violations = violationsOf(request);
    return answer;
}

HttpResponse KeyDetailsEndpoint::honestAnswer(const HttpRequest &request,
                                              const Transaction &transaction,
                                              const Behaviour &behaviour,
                                              const QList<IssuedToken> &issued) const
{
    if (request.header("Authorization").isEmpty()) {
        return transaction.managementError(
            {401, u"BXNIM0308E"_s, u"Authorization header missing."_s});
    }
    const IssuedToken *bearer = bearerOf(request, transaction, issued);
    if (!bearer) {
        return transaction.managementError(
            {401, u"BXNIM0401E"_s, u"Provided token is not valid or expired."_s});
    }
    const EmulatedKey *key = m_service.keys.withSecret(request.header("IAM-ApiKey"));
    if (!key) {
        return transaction.managementError(
            {404, u"BXNIM0415E"_s, u"Provided API key could not be found."_s});
    }
    if (key->accountId != bearer->accountId) {
        return transaction.managementError(
            {403, u"BXNIM0513E"_s, u"You are not authorized to use this API."_s});
    }
    QJsonObject body = describe(*key);
    if (request.query() == "include_history=true")
        body.insert(u"history"_s, QJsonArray());
    for (auto it = behaviour.set.begin(); it != behaviour.set.end(); ++it)
        body.insert(it.key(), it.value());
    for (const QString &name : behaviour.drop)
        body.remove(name);
    return transaction.json(200, body);
}

} // namespace hourpass::emulator
