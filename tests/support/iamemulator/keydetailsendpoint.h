// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/tokenendpoint.h"

namespace hourpass::emulator {

/// `GET /v1/apikeys/details`: the key of the IAM-ApiKey header, told to a bearer of its account.
/// Has a plan of its own, whose `set` and `drop` change the details; an `error` is told in the
/// shape of the management endpoints. Headers that Hourpass does not send are recorded as
/// violations.
class KeyDetailsEndpoint final
{
public:
    explicit KeyDetailsEndpoint(Service service)
        : m_service(service)
    {
    }

    BehaviourPlan &plan() { return m_plan; }
    const BehaviourPlan &plan() const { return m_plan; }

    Answer answer(const HttpRequest &request, const Transaction &transaction,
                  const Behaviour &behaviour, const QList<IssuedToken> &issued) const;

private:
    HttpResponse honestAnswer(const HttpRequest &request, const Transaction &transaction,
                              const Behaviour &behaviour, const QList<IssuedToken> &issued) const;

    Service m_service;
    BehaviourPlan m_plan;
};

} // namespace hourpass::emulator
