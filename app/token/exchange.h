// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/endpoint.h"
#include "core/future.h"
#include "core/secret.h"
#include "token/exchangelimits.h"
#include "token/tokenset.h"

#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace hourpass {

/// Where a key goes.
struct ExchangeTarget {
    Endpoint endpoint;
    QString caFile; ///< PEM, further roots for this exchange alone, or empty
};

/// One exchange of a key for a token set: one POST, sent once, over checked TLS, to that host and
/// no other. It has network objects of its own that go with it, since those keep copies of what
/// they sent.
///
/// Errors: all of the network and server groups, CaFileInvalid and file errors; Cancelled after
/// cancel().
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(ExchangeTarget target, Clock clock, ExchangeLimits limits = {},
             QObject *parent = nullptr);
    ~Exchange() override;

    /// Sets up the connection while the key is still being read. No request is made.
    void connectEarly();
    /// Once for each object.
    Future<TokenSet> send(const Secret &key);
    void cancel();

private:
    Result<void> prepare();
    void connectReply();
    void checkSize();
    void finish();
    void stop(ErrorCode why);
    void report(Result<TokenSet> result);
    HttpAnswer answer();

    ExchangeTarget m_target;
    Clock m_clock;
    ExchangeLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply *m_reply = nullptr; ///< the manager's child
    QSslConfiguration m_tls;          ///< set by prepare()
    QList<QSslError> m_tlsErrors;
    std::optional<ErrorCode> m_stoppedBy;
    Instant m_sent;
    QTimer m_sendTimer;
    QTimer m_overallTimer;
    Reporter<TokenSet> m_reporter;
};

} // namespace hourpass
