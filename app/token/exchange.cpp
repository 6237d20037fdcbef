// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/exchange.h"

#include "token/tokenrequest.h"

namespace hourpass {

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
    m_call.send({RequestPurpose::ApiKeyGrant, m_target.endpoint.tokenUrl(), apiKeyGrant(key), {}})
        .then(this, [this](const Result<HttpAnswer> &answer) {
            auto token = answer ? parseTokenResponse(*answer) : Failure(answer.error());
            if (!token && token.error().subject.isEmpty())
                token.error().subject = m_target.endpoint.host();
            m_reporter.report(std::move(token));
        });
    return m_reporter.future();
}

void Exchange::cancel()
{
    m_call.cancel();
    m_reporter.report(failure(ErrorCode::Cancelled, {}, m_target.endpoint.host()));
}

} // namespace hourpass
