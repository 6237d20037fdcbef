// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "core/future.h"
#include "core/proxy.h"
#include "core/secret.h"
#include "network/httpanswer.h"
#include "network/networktools.h"

#include <QList>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace hourpass {

class ProxyRelay;

struct HttpHeader {
    QByteArray name;
    Secret value;
};

/// A GET where the body is empty, else a POST of a form.
struct HttpRequest {
    RequestPurpose purpose = RequestPurpose::ApiKeyGrant;
    QUrl url;
    Secret form;
    QList<HttpHeader> headers; ///< beside those that every request has
};

/// One request over checked TLS, sent once, to that host and no other, through the proxy that the
/// user set and never around it. It has network objects of its own that go with it, since those
/// keep copies of what they sent.
///
/// Errors: all of the network and TLS groups, CaFileInvalid and file errors, AnswerTooLarge,
/// AnswerIncomplete; those of ProxyChooser; Cancelled after cancel().
class HttpCall final : public QObject
{
    Q_OBJECT

public:
    HttpCall(Route route, const NetworkTools &tools, QObject *parent = nullptr);
    ~HttpCall() override;

    /// Sets up the connection while what is to be sent is not there yet. No request is made.
    void connectEarly(const QUrl &url);
    /// Once for each object.
    Future<HttpAnswer> send(const HttpRequest &request);
    void cancel();

private:
    struct Tls;

    Future<void> findWay(const QUrl &url);
    Result<void> prepare(const Proxy &proxy);
    Result<void> useProxy(const Proxy &proxy);
    void lookUp(const QUrl &url);
    void endWay(const Result<void> &found);
    void post(const HttpRequest &request);
    void connectReply();
    void checkSize();
    void finish();
    void stop(ErrorCode why);
    QString whatWasWaitedFor() const;
    Result<HttpAnswer> outcome();
    HttpAnswer answer();
    Error described(Error error) const;
    void probeProxyBecauseOf(const Error &error);
    void conclude(const Result<HttpAnswer> &result);
    void log(const Result<HttpAnswer> &result);
    void report(Result<HttpAnswer> result);

    Route m_route;
    NetworkTools m_tools;
    HttpRequest m_request; ///< what may be kept of it
    Proxy m_proxy;
    std::unique_ptr<ProxyRelay> m_relay; ///< where there is an HTTP proxy
    std::optional<Error> m_relayFault;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::shared_ptr<Reporter<void>> m_way; ///< null before it is looked for and where there is none
    QNetworkReply *m_reply = nullptr;      ///< the manager's child
    std::unique_ptr<Tls> m_tls;            ///< never null
    std::optional<ErrorCode> m_stoppedBy;
    Instant m_sent;
    bool m_hasBegun = false;  ///< something went out, if only for a name
    qint64 m_bytesToSend = 0; ///< of the body
    qint64 m_bytesSent = 0;
    DeadlineTimer m_sendTimer;
    DeadlineTimer m_overallTimer;
    Reporter<HttpAnswer> m_reporter;
};

} // namespace hourpass
