// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/behaviour.h"
#include "support/iamemulator/emulatedkey.h"
#include "support/iamemulator/emulatedprofile.h"
#include "support/iamemulator/formbody.h"
#include "support/iamemulator/tokenrequestrules.h"

#include <QUrl>

namespace hourpass::emulator {

class TokenSigner;

/// A token that was made, delivered or not.
struct IssuedToken {
    QByteArray token;
    QString keyLabel;
    QString accountId;
    qint64 issuedAt = 0; ///< epoch seconds, as in the token
    qint64 expiresAt = 0;
    QString profileLabel = {}; ///< of the trusted profile, where one was assumed
};

/// What the endpoints work with; all of it outlives them.
struct Service {
    const KeyRing &keys;
    const QList<EmulatedProfile> &profiles;
    const TokenSigner &signer;
    const QUrl &url;

    QString issuer() const;
};

/// `POST /identity/token`. Knows the API-key grant and the assume grant; a further grant is a
/// further branch of honestAnswer().
class TokenEndpoint final
{
public:
    TokenEndpoint(Service service, Strictness strictness);

    BehaviourPlan &plan() { return m_plan; }
    const BehaviourPlan &plan() const { return m_plan; }
    const QList<IssuedToken> &issued() const { return m_issued; }

    /// Uses up one planned behaviour, also where the request breaks the rules.
    Answer answer(const HttpRequest &request, const Transaction &transaction,
                  const Behaviour &behaviour);

private:
    Answer honestAnswer(const HttpRequest &request, const FormBody &form,
                        const Transaction &transaction, const Behaviour &behaviour);
    Answer assumedAnswer(const FormBody &form, const Transaction &transaction,
                         const Behaviour &behaviour);
    struct Grant;
    HttpResponse issue(const Grant &grant, const Transaction &transaction,
                       const Behaviour &behaviour);

    Service m_service;
    Strictness m_strictness;
    BehaviourPlan m_plan;
    QList<IssuedToken> m_issued;
};

} // namespace hourpass::emulator
