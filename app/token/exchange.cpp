// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/exchange.h"

#include "token/assumerequest.h"
#include "token/tokenrequest.h"

#include <algorithm>

namespace hourpass {

namespace {

void endNoLater(TokenSet &token, Milliseconds deadline, std::optional<Seconds> expiration)
{
    token.deadline = std::min(token.deadline, deadline);
    if (token.expiration && expiration)
        token.expiration = std::min(*token.expiration, *expiration);
}

} // namespace

Exchange::Exchange(ExchangeTarget target, const NetworkTools &tools, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_call(m_target.route, tools)
{
}

void Exchange::connectEarly()
{
    m_call.connectEarly(m_target.endpoint.tokenUrl());
}

Future<TokenSet> Exchange::send(const Secret &key)
{
    post(RequestPurpose::ApiKeyGrant, apiKeyGrant(key), [](Result<TokenSet> &) {});
    return m_reporter.future();
}

Future<TokenSet> Exchange::assume(const TokenSet &keyToken, const TrustedProfile &profile)
{
    post(RequestPurpose::AssumeGrant, assumeGrant(keyToken.accessToken, profile),
         [deadline = keyToken.deadline, expiration = keyToken.expiration](Result<TokenSet> &token) {
             if (!token)
                 token.error().step = RequestStep::Assume;
             else
                 endNoLater(*token, deadline, expiration);
         });
    return m_reporter.future();
}

// `refine` has the last word on what is reported.
void Exchange::post(RequestPurpose purpose, const Secret &form,
                    const std::function<void(Result<TokenSet> &)> &refine)
{
    m_call.send({purpose, m_target.endpoint.tokenUrl(), form, {}})
        .then(this, [this, refine](const Result<HttpAnswer> &answer) {
            auto token = answer ? parseTokenResponse(*answer) : Failure(answer.error());
            if (!token && token.error().subject.isEmpty())
                token.error().subject = m_target.endpoint.host();
            refine(token);
            m_reporter.report(std::move(token));
        });
}

void Exchange::cancel()
{
    m_call.cancel();
    m_reporter.report(failure(ErrorCode::Cancelled, {}, m_target.endpoint.host()));
}

} // namespace hourpass
