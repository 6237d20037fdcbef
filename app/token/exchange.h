// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/endpoint.h"
#include "token/httpcall.h"
#include "token/tokenset.h"

#include <QObject>

namespace hourpass {

/// Where a key goes.
struct ExchangeTarget {
    Endpoint endpoint;
    Route route;
};

/// One exchange of a key for a token set: one POST, sent once, over checked TLS, to that host and
/// no other.
///
/// Errors: those of HttpCall and parseTokenResponse().
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(ExchangeTarget target, const NetworkTools &tools, QObject *parent = nullptr);

    /// Sets up the connection while the key is still being read. No request is made.
    void connectEarly();
    /// Once for each object.
    Future<TokenSet> send(const Secret &key);
    void cancel();

private:
    ExchangeTarget m_target;
    HttpCall m_call;
    Reporter<TokenSet> m_reporter;
};

} // namespace hourpass
