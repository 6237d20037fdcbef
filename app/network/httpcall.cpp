// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/httpcall.h"

#include "network/httpheaders.h"
#include "network/namelookup.h"
#include "network/networkerror.h"
#include "network/networkrequest.h"
#include "network/oneshotbody.h"
#include "network/proxychooser.h"
#include "network/proxyprobe.h"
#include "network/proxyrelay.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 answerLimit = 256 * 1024;
constexpr Seconds proxyPatience{3};

// Qt makes errors above 200 of HTTP answers: of a redirect to which it cannot send the body again,
// and of all from 400. Where an answer that began well has an error, a part of it is missing or
// damaged, even if the rest can be read.
bool isHttpAnswer(const QNetworkReply &reply)
{
    using Code = QNetworkReply::NetworkError;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() == Code::NoError)
        return status != 0;
    return status >= 300 && reply.error() >= Code::ContentAccessDenied;
}

// Qt ignores a length that is no number, and takes what came until the connection ended.
bool hasAnnouncedLength(const QNetworkReply &reply, const QByteArray &body)
{
    const QByteArray length = reply.rawHeader("Content-Length");
    return length.isEmpty() || reply.hasRawHeader("Transfer-Encoding")
        || reply.error() != QNetworkReply::NoError || length == QByteArray::number(body.size());
}

QString tlsName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return {};
    }
}

QString hostAndPort(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return url.port(443) == 443 ? host : u"%1:%2"_s.arg(host, QString::number(url.port()));
}

} // namespace

struct HttpCall::Tls {
    QSslConfiguration configuration; ///< set by prepare(), then what was agreed on
    QList<QSslError> errors;
};

HttpCall::HttpCall(Route route, const NetworkTools &tools, QObject *parent)
    : QObject(parent)
    , m_route(std::move(route))
    , m_tools(tools)
    , m_tls(std::make_unique<Tls>())
    , m_sendTimer(tools.clock)
    , m_overallTimer(tools.clock)
{
    connect(&m_sendTimer, &DeadlineTimer::timeout, this, [this] { stop(ErrorCode::TimedOut); });
    connect(&m_overallTimer, &DeadlineTimer::timeout, this, [this] { stop(ErrorCode::TimedOut); });
}

// The way's own report comes back here: while all members are still there, and to no effect.
HttpCall::~HttpCall()
{
    m_reporter.report(failure(ErrorCode::Cancelled));
    m_way.reset();
}

// Once for whoever needs it, or again where it failed.
Future<void> HttpCall::findWay(const QUrl &url)
{
    if (m_way)
        return m_way->future();
    m_way = std::make_shared<Reporter<void>>();
    auto found = m_way->future();
    chosenProxy(m_tools.proxies, url).then(this, [this, url](const Result<Proxy> &proxy) {
        const auto prepared = proxy ? prepare(*proxy) : Failure(proxy.error());
        if (prepared)
            lookUp(url);
        else
            endWay(prepared);
    });
    return found;
}

Result<void> HttpCall::prepare(const Proxy &proxy)
{
    if (m_manager)
        return {};
    const auto tls = tlsConfiguration(m_route.caFile);
    if (!tls)
        return Failure(tls.error());
    m_tls->configuration = *tls;
    m_proxy = proxy;
    m_manager = std::make_unique<QNetworkAccessManager>();
    if (const auto used = useProxy(proxy); !used) {
        m_manager.reset();
        return used;
    }
    // The manager's and not the reply's: where the early connection fails so does the request that
    // waits for it, without saying why.
    connect(m_manager.get(), &QNetworkAccessManager::sslErrors, this,
            [this](QNetworkReply *, const QList<QSslError> &errors) { m_tls->errors = errors; });
    return {};
}

Result<void> HttpCall::useProxy(const Proxy &proxy)
{
    QNetworkProxy way = networkProxy(proxy);
    if (proxy.kind == Proxy::Kind::Http) {
        m_relay = std::make_unique<ProxyRelay>(proxy);
        const auto port = m_relay->listen();
        if (!port)
            return Failure(port.error());
        way.setHostName(QHostAddress(QHostAddress::LocalHost).toString());
        way.setPort(*port);
        // Queued: what follows from it may destroy this, and the relay in the middle of its work.
        connect(
            m_relay.get(), &ProxyRelay::failed, this,
            [this](const Error &error) {
                m_relayFault = m_relayFault.value_or(error);
                if (m_reply)
                    m_reply->abort();
            },
            Qt::QueuedConnection);
    }
    m_manager->setProxy(way);
    return {};
}

void HttpCall::lookUp(const QUrl &url)
{
    m_hasBegun = true;
    const bool isDirect = m_proxy.kind == Proxy::Kind::Direct;
    const QString host = isDirect ? url.host(QUrl::FullyEncoded) : m_proxy.host;
    lookUpName(host, m_tools.limits.toSend)
        .then(this, [this, isDirect](const Result<QStringList> &addresses) {
            if (addresses) {
                endWay({});
                return;
            }
            Error error = addresses.error();
            if (!isDirect)
                error = {ErrorCode::ProxyUnreachable, error.detail, {}};
            endWay(Failure(error));
        });
}

void HttpCall::endWay(const Result<void> &found)
{
    const auto way = found ? m_way : std::exchange(m_way, nullptr);
    way->report(found);
}

void HttpCall::connectEarly(const QUrl &url)
{
    findWay(url).then(this, [this, url](const Result<void> &found) {
        // What went wrong send() will say.
        if (found && !m_reply && !m_reporter.hasReported())
            m_manager->connectToHostEncrypted(url.host(), quint16(url.port(443)),
                                              m_tls->configuration);
    });
}

Future<HttpAnswer> HttpCall::send(const HttpRequest &request)
{
    m_request = {request.purpose, request.url, {}, {}};
    m_sent = m_tools.clock();
    m_sendTimer.start(m_tools.limits.toSend);
    m_overallTimer.start(m_tools.limits.overall);
    findWay(request.url).then(this, [this, request](const Result<void> &found) {
        if (m_reporter.hasReported())
            return;
        if (found && m_relayFault) // of the early connection
            conclude(Failure(described(*m_relayFault)));
        else if (found)
            post(request);
        else
            conclude(m_hasBegun ? Failure(described(found.error())) : Failure(found.error()));
    });
    return m_reporter.future();
}

void HttpCall::post(const HttpRequest &request)
{
    QNetworkRequest wire = networkRequest(request, m_tls->configuration);
    if (request.form.isEmpty()) {
        // A GET without a body would be sent again where the server closes: see OneShotBody.
        wire.setHeader(QNetworkRequest::ContentLengthHeader, 0);
        m_reply =
            m_manager->sendCustomRequest(wire, "GET", new OneShotBody(Secret(), m_manager.get()));
    } else {
        m_bytesToSend = request.form.size();
        wire.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
        wire.setHeader(QNetworkRequest::ContentLengthHeader, m_bytesToSend);
        m_reply = m_manager->post(wire, new OneShotBody(request.form, m_manager.get()));
    }
    connectReply();
}

void HttpCall::connectReply()
{
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sendTimer.stop();
        m_bytesSent = m_bytesToSend;
    });
    // Which Qt does not tell of a body that is empty; but what is left to send then is small.
    if (m_bytesToSend == 0)
        connect(m_reply, &QNetworkReply::encrypted, &m_sendTimer, &DeadlineTimer::stop);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpCall::checkSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::checkSize);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::finish);
}

void HttpCall::checkSize()
{
    if (!m_reply)
        return;
    qint64 size = m_reply->bytesAvailable();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        size += name.size() + value.size();
    if (size > answerLimit)
        stop(ErrorCode::AnswerTooLarge);
}

void HttpCall::cancel()
{
    stop(ErrorCode::Cancelled);
}

void HttpCall::stop(ErrorCode why)
{
    m_stoppedBy = m_stoppedBy.value_or(why);
    if (m_reply)
        m_reply->abort(); // leads to finish()
    else
        conclude(Failure(described({why, u"no connection was tried yet"_s, {}})));
}

HttpAnswer HttpCall::answer()
{
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = m_reply->rawHeader("Content-Type");
    answer.contentEncoding = m_reply->rawHeader("Content-Encoding");
    answer.transactionId = m_reply->rawHeader("Transaction-Id");
    const QByteArray location = m_reply->rawHeader("Location");
    if (answer.status >= 300 && answer.status < 400 && !location.isEmpty())
        answer.redirectHost =
            m_request.url.resolved(QUrl::fromEncoded(location)).host(QUrl::FullyEncoded);
    answer.sent = m_sent;
    answer.received = m_tools.clock();
    answer.date = parseHttpDate(m_reply->rawHeader("Date"));
    const auto ours = std::chrono::duration_cast<Seconds>(answer.received.utc);
    answer.retryAfter =
        parseRetryAfter(m_reply->rawHeader("Retry-After"), answer.date.value_or(ours));
    answer.maxAge = parseMaxAge(m_reply->rawHeader("Cache-Control"));
    if (m_reply->isOpen())
        answer.body = m_reply->read(answerLimit);
    return answer;
}

// Of a call that took too long.
QString HttpCall::whatWasWaitedFor() const
{
    if (m_reply->sslConfiguration().sessionProtocol() == QSsl::UnknownProtocol)
        return u"there was no secure connection yet"_s;
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()
        ? u"the answer had begun and did not end"_s
        : u"the secure connection was there, the answer had not begun"_s;
}

Result<HttpAnswer> HttpCall::outcome()
{
    if (m_stoppedBy)
        return failure(*m_stoppedBy,
                       m_stoppedBy == ErrorCode::TimedOut ? whatWasWaitedFor() : QString());
    if (m_relayFault)
        return Failure(*m_relayFault);
    if (!isHttpAnswer(*m_reply))
        return Failure(networkError(*m_reply, m_tls->errors));
    // Qt leaves all of them out where they are more than it reads, and with them whatever says
    // where the answer ends.
    if (m_reply->rawHeaderPairs().isEmpty() && m_reply->error() == QNetworkReply::NoError)
        return failure(ErrorCode::AnswerUnusable, u"it has no headers, or too many"_s);
    HttpAnswer whole = answer();
    if (!hasAnnouncedLength(*m_reply, whole.body))
        return failure(ErrorCode::AnswerUnusable, u"its length is not the one that it announced"_s);
    return whole;
}

void HttpCall::finish()
{
    auto result = outcome();
    m_tls->configuration = m_reply->sslConfiguration();
    m_reply = nullptr;
    m_sendTimer.stop();
    m_overallTimer.stop();
    if (result) {
        conclude(result);
        return;
    }
    const Error error = described(result.error());
    // Until TLS is up between here and the server, it may be the proxy that fails.
    const bool isProxyInPlay = m_proxy.kind != Proxy::Kind::Direct
        && m_tls->configuration.sessionProtocol() == QSsl::UnknownProtocol;
    if (isProxyInPlay && mayBeTheProxys(error.code))
        probeProxyBecauseOf(error);
    else
        conclude(Failure(error));
}

Error HttpCall::described(Error error) const
{
    // What a proxy answers for itself is of no server.
    const bool isProxys = m_relayFault && error.code == ErrorCode::AnswerTooLarge;
    error.subject = isProxys ? toString(m_proxy) : m_request.url.host(QUrl::FullyEncoded);
    error.proxy = toString(m_proxy);
    error.certificate.checkedAt = QDateTime::fromMSecsSinceEpoch(m_tools.clock().utc.count());
    return error;
}

void HttpCall::probeProxyBecauseOf(const Error &error)
{
    probeProxy(m_proxy, proxyPatience, m_tools.clock, this)
        .then(this, [this, error](const Result<void> &reached) {
            Error refined = error;
            blameProxy(refined, m_proxy, reached);
            conclude(Failure(refined));
        });
}

void HttpCall::conclude(const Result<HttpAnswer> &result)
{
    if (m_reporter.hasReported())
        return;
    if (m_hasBegun)
        log(result);
    report(result);
}

void HttpCall::log(const Result<HttpAnswer> &result)
{
    if (!m_tools.log)
        return;
    const Instant now = m_tools.clock();
    NetworkLogEntry entry;
    entry.started = m_sent.utc;
    entry.duration = now.boot - m_sent.boot;
    entry.purpose = m_request.purpose;
    entry.host = hostAndPort(m_request.url);
    entry.proxy = toString(m_proxy);
    entry.tlsVersion = tlsName(m_tls->configuration.sessionProtocol());
    entry.issuer = issuerOf(m_tls->configuration.peerCertificate());
    entry.bytesSent = m_bytesSent;
    if (result) {
        entry.bytesReceived = result->body.size();
        entry.httpStatus = result->status;
        entry.transactionId = QString::fromUtf8(result->transactionId);
    } else {
        entry.failure = result.error().code;
    }
    m_tools.log->add(entry);
}

void HttpCall::report(Result<HttpAnswer> result)
{
    m_overallTimer.stop();
    // Not now: this is a slot of the reply.
    if (m_manager)
        m_manager.release()->deleteLater();
    m_reporter.report(std::move(result));
}

} // namespace hourpass
