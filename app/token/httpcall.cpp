// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/httpcall.h"

#include "core/files.h"
#include "token/httpheaders.h"
#include "token/networkerror.h"
#include "token/oneshotbody.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 answerLimit = 256 * 1024;
constexpr qint64 caFileLimit = 1024 * 1024;

Result<QSslConfiguration> tlsConfiguration(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty())
        return configuration;
    const auto pem = readSmallFile(caFile, caFileLimit);
    // "Not found" is kept for keys.
    if (!pem && pem.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::FileUnreadable, pem.error().detail, caFile);
    if (!pem)
        return Failure(pem.error());
    const QList<QSslCertificate> roots = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (roots.isEmpty())
        return failure(ErrorCode::CaFileInvalid, {}, caFile);
    configuration.addCaCertificates(roots);
    return configuration;
}

QNetworkRequest networkRequest(const HttpRequest &request, const QSslConfiguration &tls)
{
    using Request = QNetworkRequest;
    Request result(request.url);
    result.setSslConfiguration(tls);
    result.setRawHeader("Accept", "application/json");
    // Answers are small. Naming an encoding also keeps Qt from unpacking what comes compressed all
    // the same: nothing that grows is let in, and what is no plain JSON cannot be read.
    result.setRawHeader("Accept-Encoding", "identity");
    result.setRawHeader("User-Agent", "Hourpass/" HOURPASS_VERSION);
    // IBM translates its messages by this; Qt would tell the user's whole locale.
    result.setRawHeader("Accept-Language", QLocale().bcp47Name().section(u'-', 0, 0).toLatin1());
    for (const HttpHeader &header : request.headers)
        result.setRawHeader(header.name, header.value.reveal().toByteArray());
    result.setAttribute(Request::RedirectPolicyAttribute, Request::ManualRedirectPolicy);
    result.setAttribute(Request::CookieLoadControlAttribute, Request::Manual);
    result.setAttribute(Request::CookieSaveControlAttribute, Request::Manual);
    result.setAttribute(Request::AuthenticationReuseAttribute, Request::Manual);
    result.setAttribute(Request::CacheLoadControlAttribute, Request::AlwaysNetwork);
    result.setAttribute(Request::CacheSaveControlAttribute, false);
    // Before 6.5.7 Qt may speak HTTP/2 before encryption is up (CVE-2024-39936).
    result.setAttribute(Request::Http2AllowedAttribute, false);
    // Buffering would make a copy of the body that can be sent again: see OneShotBody.
    result.setAttribute(Request::DoNotBufferUploadDataAttribute, true);
    return result;
}

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

HttpCall::HttpCall(Route route, const NetworkTools &tools, QObject *parent)
    : QObject(parent)
    , m_route(std::move(route))
    , m_tools(tools)
    , m_sendTimer(tools.clock)
    , m_overallTimer(tools.clock)
{
    connect(&m_sendTimer, &DeadlineTimer::timeout, this, [this] { stop(ErrorCode::TimedOut); });
    connect(&m_overallTimer, &DeadlineTimer::timeout, this, [this] { stop(ErrorCode::TimedOut); });
}

HttpCall::~HttpCall() = default;

// Whoever comes first reads the CA file, once for each call.
Result<void> HttpCall::prepare()
{
    if (m_manager)
        return {};
    const auto tls = tlsConfiguration(m_route.caFile);
    if (!tls)
        return Failure(tls.error());
    m_tls = *tls;
    m_manager = std::make_unique<QNetworkAccessManager>();
    // The manager's and not the reply's: where the early connection fails so does the request that
    // waits for it, without saying why.
    connect(m_manager.get(), &QNetworkAccessManager::sslErrors, this,
            [this](QNetworkReply *, const QList<QSslError> &errors) { m_tlsErrors = errors; });
    return {};
}

void HttpCall::connectEarly(const QUrl &url)
{
    if (!prepare())
        return; // send() will say so
    m_manager->connectToHostEncrypted(url.host(), quint16(url.port(443)), m_tls);
}

Future<HttpAnswer> HttpCall::send(const HttpRequest &request)
{
    m_request = {request.purpose, request.url, {}, {}};
    m_sent = m_tools.clock();
    if (const auto prepared = prepare(); !prepared) {
        m_reporter.report(Failure(prepared.error()));
        return m_reporter.future();
    }
    QNetworkRequest wire = networkRequest(request, m_tls);
    if (request.form.isEmpty()) {
        // A GET without a body would be sent again where the server closes: see OneShotBody.
        wire.setHeader(QNetworkRequest::ContentLengthHeader, 0);
        m_reply =
            m_manager->sendCustomRequest(wire, "GET", new OneShotBody(Secret(), m_manager.get()));
    } else {
        m_bytesSent = request.form.size();
        wire.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
        wire.setHeader(QNetworkRequest::ContentLengthHeader, m_bytesSent);
        m_reply = m_manager->post(wire, new OneShotBody(request.form, m_manager.get()));
    }
    connectReply();
    m_sendTimer.start(m_tools.limits.toSend);
    m_overallTimer.start(m_tools.limits.overall);
    return m_reporter.future();
}

void HttpCall::connectReply()
{
    connect(m_reply, &QNetworkReply::requestSent, &m_sendTimer, &DeadlineTimer::stop);
    // Which Qt does not tell of a body that is empty; but what is left to send then is small.
    if (m_bytesSent == 0)
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
        report(failure(why));
}

HttpAnswer HttpCall::answer()
{
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = m_reply->rawHeader("Content-Type");
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
    if (m_reply->isOpen())
        answer.body = m_reply->read(answerLimit);
    return answer;
}

Result<HttpAnswer> HttpCall::outcome()
{
    if (m_stoppedBy)
        return failure(*m_stoppedBy);
    if (!isHttpAnswer(*m_reply))
        return Failure(networkError(*m_reply, m_tlsErrors));
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
    if (!result) {
        result.error().subject = m_request.url.host(QUrl::FullyEncoded);
        result.error().certificate.checkedAt =
            QDateTime::fromMSecsSinceEpoch(m_tools.clock().utc.count());
    }
    m_tls = m_reply->sslConfiguration();
    log(result);
    report(std::move(result));
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
    entry.tlsVersion = tlsName(m_tls.sessionProtocol());
    entry.issuer = issuerOf(m_tls.peerCertificate());
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
    m_sendTimer.stop();
    m_overallTimer.stop();
    m_reply = nullptr;
    // Not now: this is a slot of the reply.
    if (m_manager)
        m_manager.release()->deleteLater();
    m_reporter.report(std::move(result));
}

} // namespace hourpass
