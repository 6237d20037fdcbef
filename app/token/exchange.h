// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/endpoint.h"
#include "core/trustedprofile.h"
#include "network/httpcall.h"
#include "token/tokenset.h"

#include <QObject>

#include <functional>

namespace hourpass {

/// Where a key goes, and the token that is traded for another one.
struct ExchangeTarget {
    Endpoint endpoint;
    Route route;
};

/// One exchange for a token set, of a key or of a token: one POST, sent once, over checked TLS, to
/// that host and no other.
///
/// Errors: those of HttpCall and parseTokenResponse().
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(ExchangeTarget target, const NetworkTools &tools, QObject *parent = nullptr);

    /// Sets up the connection while the key is still being read. No request is made.
    void connectEarly();
    /// The API-key grant. One grant for each object.
    Future<TokenSet> send(const Secret &key);
    /// The assume grant, by the key's own token. The token set ends no later than that one; errors
    /// have RequestStep::Assume.
    Future<TokenSet> assume(const TokenSet &keyToken, const TrustedProfile &profile);
    void cancel();

private:
    void post(RequestPurpose purpose, const Secret &form,
              const std::function<void(Result<TokenSet> &)> &refine);

    ExchangeTarget m_target;
    Reporter<TokenSet> m_reporter;
    HttpCall m_call; ///< last, since it reports to the one before as it goes
};

} // namespace hourpass
