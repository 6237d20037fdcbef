// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/exchange.h"

#include "core/files.h"
#include "token/networkerror.h"
#include "token/oneshotbody.h"
#include "token/tokenrequest.h"

#include <QDateTime>
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

QNetworkRequest tokenRequest(const ExchangeTarget &target, const QSslConfiguration &tls)
{
    using Request = QNetworkRequest;
    Request request(target.endpoint.tokenUrl());
    request.setSslConfiguration(tls);
    request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Hourpass/" HOURPASS_VERSION);
    // IBM translates its messages by this; Qt would tell the user's whole locale.
    request.setRawHeader("Accept-Language", QLocale().bcp47Name().section(u'-', 0, 0).toLatin1());
    request.setAttribute(Request::RedirectPolicyAttribute, Request::ManualRedirectPolicy);
    request.setAttribute(Request::CookieLoadControlAttribute, Request::Manual);
    request.setAttribute(Request::CookieSaveControlAttribute, Request::Manual);
    request.setAttribute(Request::AuthenticationReuseAttribute, Request::Manual);
    request.setAttribute(Request::CacheLoadControlAttribute, Request::AlwaysNetwork);
    request.setAttribute(Request::CacheSaveControlAttribute, false);
    // Before 6.5.7 Qt may speak HTTP/2 before encryption is up (CVE-2024-39936).
    request.setAttribute(Request::Http2AllowedAttribute, false);
    // Buffering would make a copy of the body that can be sent again: see OneShotBody.
    request.setAttribute(Request::DoNotBufferUploadDataAttribute, true);
    request.setDecompressedSafetyCheckThreshold(answerLimit);
    return request;
}

std::optional<Seconds> dateOf(const QNetworkReply &reply)
{
    // Qt reads no names of time zones here.
    const QByteArray text = reply.rawHeader("Date").replace("GMT", "+0000");
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(text), Qt::RFC2822Date);
    return date.isValid() ? std::optional(Seconds(date.toSecsSinceEpoch())) : std::nullopt;
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
    return length.isEmpty() || reply.hasRawHeader("Content-Encoding")
        || reply.hasRawHeader("Transfer-Encoding") || reply.error() != QNetworkReply::NoError
        || length == QByteArray::number(body.size());
}

} // namespace

Exchange::Exchange(ExchangeTarget target, Clock clock, ExchangeLimits limits, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_clock(std::move(clock))
    , m_limits(limits)
{
    m_sendTimer.setSingleShot(true);
    m_overallTimer.setSingleShot(true);
    connect(&m_sendTimer, &QTimer::timeout, this, [this] { stop(ErrorCode::TimedOut); });
    connect(&m_overallTimer, &QTimer::timeout, this, [this] { stop(ErrorCode::TimedOut); });
}

Exchange::~Exchange() = default;

// Whoever comes first reads the CA file, once for each exchange.
Result<void> Exchange::prepare()
{
    if (m_manager)
        return {};
    const auto tls = tlsConfiguration(m_target.caFile);
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

void Exchange::connectEarly()
{
    if (!prepare())
        return; // send() will say so
    const QUrl url = m_target.endpoint.tokenUrl();
    m_manager->connectToHostEncrypted(url.host(), quint16(url.port(443)), m_tls);
}

Future<TokenSet> Exchange::send(const Secret &key)
{
    if (const auto prepared = prepare(); !prepared) {
        m_reporter.report(Failure(prepared.error()));
        return m_reporter.future();
    }
    const Secret form = apiKeyGrant(key);
    QNetworkRequest request = tokenRequest(m_target, m_tls);
    request.setHeader(QNetworkRequest::ContentLengthHeader, form.size());
    auto *body = new OneShotBody(form, m_manager.get());
    m_sent = m_clock();
    m_reply = m_manager->post(request, body);
    connectReply();
    m_sendTimer.start(m_limits.toSend);
    m_overallTimer.start(m_limits.overall);
    return m_reporter.future();
}

void Exchange::connectReply()
{
    connect(m_reply, &QNetworkReply::requestSent, &m_sendTimer, &QTimer::stop);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::checkSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::checkSize);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
}

void Exchange::checkSize()
{
    if (!m_reply)
        return;
    qint64 size = m_reply->bytesAvailable();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        size += name.size() + value.size();
    if (size > answerLimit)
        stop(ErrorCode::AnswerTooLarge);
}

void Exchange::cancel()
{
    stop(ErrorCode::Cancelled);
}

void Exchange::stop(ErrorCode why)
{
    m_stoppedBy = m_stoppedBy.value_or(why);
    if (m_reply)
        m_reply->abort(); // leads to finish()
    else
        report(failure(why));
}

HttpAnswer Exchange::answer()
{
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = m_reply->rawHeader("Content-Type");
    answer.transactionId = m_reply->rawHeader("Transaction-Id");
    answer.date = dateOf(*m_reply);
    if (m_reply->isOpen())
        answer.body = m_reply->read(answerLimit);
    return answer;
}

void Exchange::finish()
{
    if (m_stoppedBy) {
        report(failure(*m_stoppedBy, {}, m_target.endpoint.host()));
        return;
    }
    if (!isHttpAnswer(*m_reply)) {
        report(Failure(networkError(*m_reply, m_tlsErrors)));
        return;
    }
    const HttpAnswer whole = answer();
    auto token = hasAnnouncedLength(*m_reply, whole.body)
        ? parseTokenResponse(whole, m_sent, m_clock())
        : failure(ErrorCode::AnswerUnusable, u"its length is not the one that it announced"_s);
    if (!token)
        token.error().subject = m_target.endpoint.host();
    report(std::move(token));
}

void Exchange::report(Result<TokenSet> result)
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
