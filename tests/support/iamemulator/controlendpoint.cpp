// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/controlendpoint.h"

#include "support/iamemulator/behaviourjson.h"
#include "support/iamemulator/iamemulator.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

QJsonObject toJson(const IssuedToken &token)
{
    return {{u"token"_s, QString::fromLatin1(token.token)},
            {u"key"_s, token.keyLabel},
            {u"profile"_s, token.profileLabel},
            {u"issued_at"_s, token.issuedAt},
            {u"expires_at"_s, token.expiresAt}};
}

QJsonObject toJson(const RequestRecord &record)
{
    return record.toJson();
}

template <typename T>
QJsonArray toArray(const QList<T> &list)
{
    QJsonArray array;
    for (const T &entry : list)
        array.append(toJson(entry));
    return array;
}

} // namespace

bool ControlEndpoint::owns(const HttpRequest &request) const
{
    return !request.fault && request.target.startsWith("/emulator/");
}

Answer ControlEndpoint::answer(const HttpRequest &request, const Transaction &transaction)
{
    const QByteArray call = request.method + ' ' + request.target;
    if (call == "POST /emulator/behaviour")
        return {setBehaviour(request, transaction)};
    if (call == "POST /emulator/key-details")
        return {setKeyDetails(request, transaction)};
    if (call == "GET /emulator/requests")
        return {transaction.json(200, {{u"requests"_s, toArray(m_emulator.requests())}})};
    if (call == "GET /emulator/issued")
        return {transaction.json(200, {{u"issued"_s, toArray(m_emulator.issuedTokens())}})};
    return {transaction.json(404, {{u"problem"_s, u"there is no such control"_s}})};
}

HttpResponse ControlEndpoint::setBehaviour(const HttpRequest &request,
                                           const Transaction &transaction)
{
    const BehaviourOrder order = readBehaviour(request.body, m_emulator.behaviour());
    if (!order.problem.isEmpty())
        return transaction.json(400, {{u"problem"_s, order.problem}});
    if (order.next)
        m_emulator.setBehaviourForNext(*order.next, order.behaviour);
    else
        m_emulator.setBehaviour(order.behaviour);
    return transaction.json(200, {});
}

HttpResponse ControlEndpoint::setKeyDetails(const HttpRequest &request,
                                            const Transaction &transaction)
{
    const BehaviourOrder order = readBehaviour(request.body, m_emulator.keyDetailsBehaviour());
    if (!order.problem.isEmpty())
        return transaction.json(400, {{u"problem"_s, order.problem}});
    if (order.next)
        m_emulator.setKeyDetailsBehaviourForNext(*order.next, order.behaviour);
    else
        m_emulator.setKeyDetailsBehaviour(order.behaviour);
    return transaction.json(200, {});
}

} // namespace hourpass::emulator
