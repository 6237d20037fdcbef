// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/exchange.h"

#include "support/capturedlog.h"
#include "support/faultserver/httpbytes.h"
#include "support/faultserver/wireserver.h"
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/tokensigner.h"
#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/resource.h>

namespace tst_exchange {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using emulator::CertificateAuthority;
using emulator::CertificateFault;
using emulator::Fault;
using emulator::IamEmulator;
using test::await;
using test::deflated;
using test::gzipped;
using test::httpBytes;
using test::httpChunked;
using test::httpWithLength;
using test::outcome;
using test::WireServer;
using When = WireServer::When;

const QByteArray canary = "canary-key-that-may-only-be-in-a-body-0123456"_ba;

QByteArray tokenBody()
{
    return R"({"access_token":"a.b.c","token_type":"Bearer","expires_in":3600})"_ba;
}

QByteArray deflatedAnswer(const QByteArray &compressed)
{
    return httpWithLength("200 OK\r\nContent-Type: application/json\r\nContent-Encoding: deflate",
                          compressed);
}

// What a large answer may cost. A sanitizer's heap keeps for a while what was freed.
#if defined(__SANITIZE_ADDRESS__)
constexpr long bearableKiB = 512 * 1024;
#else
constexpr long bearableKiB = 40 * 1024;
#endif

long peakMemoryKiB()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

class ExchangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void token_isTheOneThatWasIssued_data();
    void token_isTheOneThatWasIssued();
    void request_isExactlyTheOneOfTheFactSheet();
    void language_isTheUsersAndNoMore_data();
    void language_isTheUsersAndNoMore();
    void deadline_isInTheIssuersTime_data();
    void deadline_isInTheIssuersTime();
    void endpointWithAPath_isUsed();
    void connectEarly_savesTheHandshake();
    void connectEarly_outlivesAnIdleConnection();
    void connectEarly_makesNoRequest();
    void connectEarly_hidesNoFault();

    void badCertificate_isRefused_data();
    void badCertificate_isRefused();
    void unknownAuthority_isRefusedWithoutCaFile();
    void caFile_countsForItsExchangeAlone();
    void badCaFile_isReported_data();
    void badCaFile_isReported();
    void whatIsNoTls_getsNoKey_data();
    void whatIsNoTls_getsNoKey();

    void serviceFault_isReported_data();
    void serviceFault_isReported();
    void oddAnswer_isNeverHalfUsed_data();
    void oddAnswer_isNeverHalfUsed();
    void serverThatIsDown_isNamed();
    void closedConnection_isNotTriedAgain_data();
    void closedConnection_isNotTriedAgain();
    void redirect_isNotFollowed_data();
    void redirect_isNotFollowed();
    void cookie_isNotSentBack();
    void largeAnswer_isStopped_data();
    void largeAnswer_isStopped();

    void silence_endsInTime_data();
    void silence_endsInTime();
    void cancel_reportsAtOnce_data();
    void cancel_reportsAtOnce();
    void destruction_reportsCancelled();
    void secret_isNowhereButInTheBody_data();
    void secret_isNowhereButInTheBody();

private:
    std::unique_ptr<IamEmulator> startEmulator(CertificateFault fault = CertificateFault::None);
    std::unique_ptr<WireServer> startServer(When when, WireServer::Behaviour behaviour);
    std::unique_ptr<Exchange> exchangeWith(const QString &url, ExchangeLimits limits = {5s, 5s});
    Result<TokenSet> exchanged(const QString &url, QByteArrayView key = canary);

    std::shared_ptr<const emulator::TokenSigner> m_signer;
    CertificateAuthority m_authority;
    test::ManualClock m_clock;
    QTemporaryDir m_folder;
    QString m_caFile; ///< of the server that was started last
};

void ExchangeTest::initTestCase()
{
    m_signer = std::make_shared<const emulator::TokenSigner>();
}

void ExchangeTest::init()
{
    m_caFile = m_folder.filePath(u"ca.pem"_s);
    QFile::remove(m_caFile);
}

std::unique_ptr<IamEmulator> ExchangeTest::startEmulator(CertificateFault fault)
{
    emulator::EmulatorOptions options;
    options.certificateFault = fault;
    options.signer = m_signer;
    auto iam = std::make_unique<IamEmulator>(options);
    if (!iam->listen() || !iam->writeAuthority(m_caFile))
        qFatal("the emulator does not start");
    return iam;
}

std::unique_ptr<WireServer> ExchangeTest::startServer(When when, WireServer::Behaviour behaviour)
{
    QFile file(m_caFile);
    if (!file.open(QFile::WriteOnly) || file.write(m_authority.pem()) <= 0)
        qFatal("the CA file cannot be written");
    return std::make_unique<WireServer>(&m_authority, when, std::move(behaviour));
}

std::unique_ptr<Exchange> ExchangeTest::exchangeWith(const QString &url, ExchangeLimits limits)
{
    return std::make_unique<Exchange>(ExchangeTarget{Endpoint::parse(url).value(), {m_caFile}},
                                      NetworkTools{m_clock.clock(), limits});
}

Result<TokenSet> ExchangeTest::exchanged(const QString &url, QByteArrayView key)
{
    const auto exchange = exchangeWith(url);
    return await(exchange->send(Secret(key)));
}

void ExchangeTest::token_isTheOneThatWasIssued_data()
{
    QTest::addColumn<QString>("label");
    for (const char *label : {"user", "service", "special", "dashed"})
        QTest::newRow(label) << QString::fromLatin1(label);
}

void ExchangeTest::token_isTheOneThatWasIssued()
{
    QFETCH(QString, label);
    const auto iam = startEmulator();
    const auto token = exchanged(iam->url().toString(), iam->key(label).secret);
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(iam->issuedTokens().size(), 1);
    QCOMPARE(token->accessToken.reveal().toByteArray(), iam->issuedTokens().first().token);
    QCOMPARE(iam->tokenRequests().first().violations, QStringList());
    QCOMPARE(token->expiresIn, Seconds(3600));
    QVERIFY(token->refreshToken.isEmpty());
    QVERIFY(!token->transactionId.isEmpty());
    QVERIFY(timeLeft(*token, m_clock.now()) <= Milliseconds(3600s));
}

void ExchangeTest::request_isExactlyTheOneOfTheFactSheet()
{
    const auto iam = startEmulator();
    QVERIFY(exchanged(iam->url().toString(), iam->key(u"special").secret));
    QCOMPARE(iam->requests().size(), 1);
    const auto request = iam->requests().first();
    QCOMPARE(request.method, "POST"_ba);
    QCOMPARE(request.target, "/identity/token"_ba);
    QByteArrayList names;
    for (const auto &header : request.headers)
        names += header.name.toLower();
    std::sort(names.begin(), names.end());
    QCOMPARE(names.join(' '),
             "accept accept-encoding accept-language connection content-length content-type host "
             "user-agent"_ba);
    QCOMPARE(request.header("Accept-Encoding"), "identity"_ba);
    QVERIFY(request.header("User-Agent").startsWith("Hourpass/"));
    QVERIFY(!request.header("User-Agent").endsWith("/"));
    QVERIFY(request.tlsVersion == "TLS 1.2"_L1 || request.tlsVersion == "TLS 1.3"_L1);
}

void ExchangeTest::language_isTheUsersAndNoMore_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QLocale::c() << "en"_ba;
    QTest::newRow("German of Austria") << QLocale(u"de_AT"_s) << "de"_ba;
    QTest::newRow("Chinese in traditional letters") << QLocale(u"zh_Hant_TW"_s) << "zh"_ba;
    QTest::newRow("three letters") << QLocale(u"fil_PH"_s) << "fil"_ba;
}

void ExchangeTest::language_isTheUsersAndNoMore()
{
    QFETCH(QLocale, locale);
    QFETCH(QByteArray, expected);
    const auto iam = startEmulator();
    QLocale::setDefault(locale);
    const auto token = exchanged(iam->url().toString(), iam->key(u"user").secret);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(iam->requests().first().header("Accept-Language"), expected);
}

void ExchangeTest::deadline_isInTheIssuersTime_data()
{
    QTest::addColumn<Seconds>("clockOffset"); // of the whole service
    QTest::addColumn<Seconds>("dateOffset");  // of its Date header alone
    QTest::addColumn<bool>("hasDate");
    QTest::addColumn<Seconds>("left");
    QTest::newRow("same time") << 0s << 0s << true << Seconds(3600);
    QTest::newRow("service 2 h ahead") << Seconds(2h) << 0s << true << Seconds(3600);
    QTest::newRow("service 2 h behind") << Seconds(-2h) << 0s << true << Seconds(3600);
    QTest::newRow("service ahead, no Date") << Seconds(2h) << 0s << false << Seconds(3600);
    // The token was made half an hour before it was sent: this is read off the Date header alone.
    QTest::newRow("old token") << 0s << Seconds(30min) << true << Seconds(1800);
}

void ExchangeTest::deadline_isInTheIssuersTime()
{
    QFETCH(Seconds, clockOffset);
    QFETCH(Seconds, dateOffset);
    QFETCH(bool, hasDate);
    QFETCH(Seconds, left);
    const auto iam = startEmulator();
    emulator::Behaviour behaviour;
    behaviour.clockOffset = clockOffset;
    behaviour.dateOffset = dateOffset;
    behaviour.dateHeader = hasDate;
    iam->setBehaviour(behaviour);
    const Seconds utc(QDateTime::currentSecsSinceEpoch());
    m_clock.changeWallClock(utc - m_clock.now().utc);
    const auto token = exchanged(iam->url().toString(), iam->key(u"user").secret);
    QCOMPARE(outcome(token), u"ok"_s);
    const Milliseconds rest = timeLeft(*token, m_clock.now());
    QVERIFY2(rest <= left && rest >= left - 3s, qPrintable(QString::number(rest.count())));
}

void ExchangeTest::endpointWithAPath_isUsed()
{
    const auto server = startServer(When::RequestComplete,
                                    WireServer::answering(httpWithLength("200 OK", tokenBody())));
    QCOMPARE(outcome(exchanged(server->url() + "/iam%2Fv1/identity/token/"_L1)), u"ok"_s);
    QVERIFY(server->received().startsWith("POST /iam%2Fv1/identity/token HTTP/1.1\r\n"));
}

void ExchangeTest::connectEarly_savesTheHandshake()
{
    const auto iam = startEmulator();
    const auto exchange = exchangeWith(iam->url().toString());
    exchange->connectEarly();
    QTRY_COMPARE(iam->connectionCount(), 1);
    const auto token = await(exchange->send(Secret(QByteArrayView(iam->key(u"user").secret))));
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(iam->connectionCount(), 1);
    QCOMPARE(iam->requests().size(), 1);
    QCOMPARE(iam->requests().first().connection, 1);
    QCOMPARE(iam->requests().first().violations, QStringList());
}

// The keychain may ask the user for a password meanwhile, and the server lose patience.
void ExchangeTest::connectEarly_outlivesAnIdleConnection()
{
    const auto iam = startEmulator();
    const auto exchange = exchangeWith(iam->url().toString());
    exchange->connectEarly();
    QTRY_COMPARE(iam->connectionCount(), 1);
    iam->stop();
    QVERIFY(iam->listen(quint16(iam->url().port())));
    QVERIFY(!QTest::qWaitFor([&] { return iam->connectionCount() > 1; }, 50)); // its end arrives
    const auto token = await(exchange->send(Secret(QByteArrayView(iam->key(u"user").secret))));
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(iam->connectionCount(), 2);
    QCOMPARE(iam->requests().size(), 1);
}

void ExchangeTest::connectEarly_makesNoRequest()
{
    const auto iam = startEmulator();
    auto exchange = exchangeWith(iam->url().toString());
    exchange->connectEarly();
    QTRY_COMPARE(iam->connectionCount(), 1);
    exchange.reset();
    const auto next = exchanged(iam->url().toString(), iam->key(u"user").secret);
    QCOMPARE(outcome(next), u"ok"_s); // by now a request of the first would have come
    QCOMPARE(iam->requests().size(), 1);
    QCOMPARE(iam->requests().first().connection, 2);
}

void ExchangeTest::connectEarly_hidesNoFault()
{
    const auto untrusted = startEmulator(CertificateFault::UnknownAuthority);
    const auto first = exchangeWith(untrusted->url().toString());
    first->connectEarly();
    QVERIFY(!QTest::qWaitFor([&] { return untrusted->connectionCount() > 0; }, 200));
    QCOMPARE(outcome(await(first->send(Secret(canary)))), u"CertificateUntrusted"_s);

    const auto down = startEmulator();
    down->stop();
    const auto second = exchangeWith(down->url().toString());
    second->connectEarly();
    QCoreApplication::processEvents();
    QCOMPARE(outcome(await(second->send(Secret(canary)))), u"ConnectionRefused"_s);

    QFile::remove(m_caFile);
    const auto third = exchangeWith(down->url().toString());
    third->connectEarly();
    QCOMPARE(outcome(await(third->send(Secret(canary)))), u"FileUnreadable"_s);
}

void ExchangeTest::badCertificate_isRefused_data()
{
    QTest::addColumn<CertificateFault>("fault");
    QTest::addColumn<QString>("expected");
    QTest::newRow("expired") << CertificateFault::Expired << u"CertificateExpired"_s;
    QTest::newRow("not yet valid") << CertificateFault::NotYetValid << u"CertificateNotYetValid"_s;
    QTest::newRow("other host") << CertificateFault::OtherHost << u"CertificateForOtherHost"_s;
    QTest::newRow("self-signed") << CertificateFault::SelfSigned << u"CertificateUntrusted"_s;
    QTest::newRow("unknown authority")
        << CertificateFault::UnknownAuthority << u"CertificateUntrusted"_s;
}

void ExchangeTest::badCertificate_isRefused()
{
    QFETCH(CertificateFault, fault);
    QFETCH(QString, expected);
    const auto iam = startEmulator(fault);
    const auto token = exchanged(iam->url().toString());
    QCOMPARE(outcome(token), expected);
    QCOMPARE(token.error().subject, u"127.0.0.1"_s);
    const CertificateEvidence &certificate = token.error().certificate;
    QVERIFY(!certificate.issuer.isEmpty() && !certificate.names.isEmpty());
    QVERIFY(certificate.validFrom.isValid() && certificate.validTo > certificate.validFrom);
    QVERIFY(certificate.checkedAt.isValid());
    QCOMPARE(iam->requests().size(), 0);
}

void ExchangeTest::unknownAuthority_isRefusedWithoutCaFile()
{
    const auto iam = startEmulator();
    m_caFile.clear();
    QCOMPARE(outcome(exchanged(iam->url().toString())), u"CertificateUntrusted"_s);
    QCOMPARE(iam->requests().size(), 0);
}

void ExchangeTest::caFile_countsForItsExchangeAlone()
{
    const auto iam = startEmulator();
    const QByteArray key = iam->key(u"user").secret;
    QCOMPARE(outcome(exchanged(iam->url().toString(), key)), u"ok"_s);
    m_caFile.clear();
    QCOMPARE(outcome(exchanged(iam->url().toString(), key)), u"CertificateUntrusted"_s);
}

void ExchangeTest::badCaFile_isReported_data()
{
    QTest::addColumn<QByteArray>("content"); // null: there is no file
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing") << QByteArray() << u"FileUnreadable"_s;
    QTest::newRow("empty") << ""_ba << u"CaFileInvalid"_s;
    QTest::newRow("no PEM") << "certificate"_ba << u"CaFileInvalid"_s;
    QTest::newRow("PEM of something else")
        << "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"_ba
        << u"CaFileInvalid"_s;
    QTest::newRow("PEM with nonsense")
        << "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"_ba
        << u"CaFileInvalid"_s;
    QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, 'x') << u"FileTooLarge"_s;
}

void ExchangeTest::badCaFile_isReported()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    const auto iam = startEmulator();
    QVERIFY(QFile::remove(m_caFile));
    if (!content.isNull()) {
        QFile file(m_caFile);
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    const auto token = exchanged(iam->url().toString());
    QCOMPARE(outcome(token), expected);
    QCOMPARE(token.error().subject, m_caFile);
    QCOMPARE(iam->connectionCount(), 0);
}

void ExchangeTest::whatIsNoTls_getsNoKey_data()
{
    QTest::addColumn<WireServer::Behaviour>("behaviour");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain HTTP") << WireServer::answering(httpWithLength("200 OK", tokenBody()))
                                << u"TlsFailed"_s;
    // A fatal alert, handshake_failure, as from a server that speaks old versions only.
    QTest::newRow("TLS alert") << WireServer::answering(QByteArray("\x15\x03\x03\0\x02\x02\x28", 7))
                               << u"TlsRefused"_s;
    QTest::newRow("closes at once") << WireServer::answering({}) << u"ConnectionClosed"_s;
}

void ExchangeTest::whatIsNoTls_getsNoKey()
{
    QFETCH(WireServer::Behaviour, behaviour);
    QFETCH(QString, expected);
    WireServer server(nullptr, When::Connected, behaviour);
    m_caFile.clear();
    const auto token = exchanged(server.url());
    QCOMPARE(outcome(token), expected);
    QCOMPARE(token.error().subject, u"127.0.0.1"_s);
    QVERIFY(!server.received().contains("canary") && !server.received().contains("HTTP"));
}

void ExchangeTest::serviceFault_isReported_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *label, Fault fault, const char *expected,
                        int status) {
        QTest::newRow(name) << QString::fromLatin1(label) << fault << QString::fromLatin1(expected)
                            << status;
    };
    row("unknown key", "none", Fault::None, "Refused", 400);
    row("disabled key", "disabled", Fault::None, "Refused", 400);
    row("refused address", "refused", Fault::None, "Refused", 401);
    row("captive portal", "user", Fault::CaptivePortal, "AnswerNotJson", 0);
    row("bad gateway", "user", Fault::BadGateway, "ServerFault", 502);
    row("empty 503", "user", Fault::EmptyUnavailable, "ServerFault", 503);
    row("rate limited", "user", Fault::RateLimited, "RateLimited", 429);
    row("truncated JSON", "user", Fault::TruncatedJson, "AnswerIncomplete", 0);
    row("short body", "user", Fault::ShortBody, "ConnectionClosed", 0);
    row("hostile text", "user", Fault::HostileText, "Refused", 400);
}

void ExchangeTest::serviceFault_isReported()
{
    QFETCH(QString, label);
    QFETCH(Fault, fault);
    QFETCH(QString, expected);
    QFETCH(int, status);
    const auto iam = startEmulator();
    emulator::Behaviour behaviour;
    behaviour.fault = fault;
    iam->setBehaviour(behaviour);
    const emulator::EmulatedKey *known = iam->keys().withLabel(label);
    const auto token = exchanged(iam->url().toString(), known ? known->secret : canary);
    QCOMPARE(outcome(token), expected);
    QCOMPARE(token.error().server.httpStatus, status);
    QCOMPARE(token.error().subject, u"127.0.0.1"_s);
    QCOMPARE(iam->requests().size(), 1);
    if (status == 400 || status == 401)
        QVERIFY(!token.error().server.code.isEmpty()
                && !token.error().server.transactionId.isEmpty());
}

void ExchangeTest::oddAnswer_isNeverHalfUsed_data()
{
    QTest::addColumn<WireServer::Behaviour>("behaviour");
    QTest::addColumn<QStringList>("expected"); // any of them
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << WireServer::answering(bytes)
                            << QString::fromLatin1(expected).split(u' ');
    };
    const QByteArray json = "200 OK\r\nContent-Type: application/json";
    const QByteArray body = tokenBody();
    const QByteArray size = QByteArray::number(body.size(), 16);
    const QByteArray chunked = json + "\r\nTransfer-Encoding: chunked";

    row("right, by its length", httpWithLength(json, body), "ok");
    row("right, in chunks", httpChunked(json, body), "ok");
    row("length is longer, the rest parses",
        httpBytes(json + "\r\nContent-Length: " + QByteArray::number(body.size() + 10), body),
        "ConnectionClosed");
    row("length is shorter",
        httpBytes(json + "\r\nContent-Length: " + QByteArray::number(body.size() - 5), body),
        "AnswerIncomplete");
    row("last chunk is missing, the rest parses", httpBytes(chunked, size + "\r\n" + body + "\r\n"),
        "ConnectionClosed");
    row("chunk is cut", httpBytes(chunked, "100\r\n" + body), "ConnectionClosed");
    row("chunk size is no number", httpBytes(chunked, "xyz\r\n" + body + "\r\n0\r\n\r\n"),
        "AnswerIncomplete");
    row("length and chunks", httpWithLength(chunked, size + "\r\n" + body + "\r\n0\r\n\r\n"),
        "ok AnswerUnusable");
    row("negative length", httpBytes(json + "\r\nContent-Length: -1", body),
        "NetworkFailed AnswerUnusable ConnectionClosed");
    row("length is no number", httpBytes(json + "\r\nContent-Length: many", body),
        "NetworkFailed AnswerUnusable ConnectionClosed");
    row("two lengths",
        httpBytes(
            json + "\r\nContent-Length: 5\r\nContent-Length: " + QByteArray::number(body.size()),
            body),
        "NetworkFailed AnswerUnusable ConnectionClosed");
    row("no status line", body, "NetworkFailed AnswerUnusable ConnectionClosed");
    row("a NUL in a header", httpWithLength(json + QByteArray("\r\nX-Odd: a\0b", 12), body),
        "ok NetworkFailed");
    row("no length, ended by the connection", httpBytes(json, body), "ok ConnectionClosed");
    // None was offered: what is read is what came.
    row("compressed", deflatedAnswer(deflated(body)), "AnswerCompressed");
    row("compressed, which it does not say", httpWithLength(json, gzipped(body)),
        "AnswerCompressed");
    row("said to be compressed", deflatedAnswer(body), "ok");
    row("UTF-16", httpWithLength(json, QByteArray("\xFF\xFE{\0}\0", 6)), "AnswerUnusable");
    row("partial content", httpWithLength("206 Partial Content", body), "AnswerUnusable");
    row("401 that asks for a password",
        httpWithLength("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"", "no"), "Refused");
    row("401 that asks for a ticket",
        httpWithLength("401 Unauthorized\r\nWWW-Authenticate: Negotiate", "no"), "Refused");
    row("407",
        httpWithLength("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic", "no"),
        "Refused ProxyLoginNeeded");
    QTest::newRow("reset in the body")
        << WireServer::resettingAfter(httpBytes(json + "\r\nContent-Length: 1000", body))
        << QStringList{u"ConnectionClosed"_s, u"NetworkFailed"_s};
}

void ExchangeTest::oddAnswer_isNeverHalfUsed()
{
    QFETCH(WireServer::Behaviour, behaviour);
    QFETCH(QStringList, expected);
    const auto server = startServer(When::RequestComplete, behaviour);
    const auto token = exchanged(server->url());
    QVERIFY2(expected.contains(outcome(token)), qPrintable(outcome(token)));
    if (token)
        QCOMPARE(token->accessToken.reveal(), QByteArrayView("a.b.c"));
    QCOMPARE(server->requestCount(), 1);
}

void ExchangeTest::serverThatIsDown_isNamed()
{
    const auto iam = startEmulator();
    iam->stop();
    const auto token = exchanged(iam->url().toString());
    QCOMPARE(outcome(token), u"ConnectionRefused"_s);
    QCOMPARE(token.error().subject, u"127.0.0.1"_s);
}

void ExchangeTest::closedConnection_isNotTriedAgain_data()
{
    QTest::addColumn<bool>("early");
    QTest::addColumn<WireServer::Behaviour>("behaviour");
    for (const bool early : {false, true}) {
        QTest::addRow("no byte%s", early ? ", connected early" : "")
            << early << WireServer::answering({});
        QTest::addRow("half of the status line%s", early ? ", connected early" : "")
            << early << WireServer::answering("HTTP/1.1 2");
        QTest::addRow("half of the headers%s", early ? ", connected early" : "")
            << early << WireServer::answering("HTTP/1.1 200 OK\r\nContent-");
        QTest::addRow("reset%s", early ? ", connected early" : "")
            << early << WireServer::resettingAfter({});
    }
}

// Each request is an event in the customer's audit trail.
void ExchangeTest::closedConnection_isNotTriedAgain()
{
    QFETCH(bool, early);
    QFETCH(WireServer::Behaviour, behaviour);
    const auto server = startServer(When::RequestComplete, behaviour);
    const test::CapturedLog log;
    const auto exchange = exchangeWith(server->url());
    if (early) {
        exchange->connectEarly();
        QTRY_COMPARE(server->connectionCount(), 1);
    }
    const auto token = await(exchange->send(Secret(canary)));
    QCOMPARE(outcome(token), u"ConnectionClosed"_s);
    QVERIFY2(!token.error().detail.contains("nknown"_L1), qPrintable(token.error().detail));
    QCOMPARE(server->requestCount(), 1);
    QCOMPARE(log.text(), QString());
}

void ExchangeTest::redirect_isNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location"); // TARGET and PLAIN stand for two other servers
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d to another port", status) << status << "https://TARGET/x"_ba;
        QTest::addRow("%d to plain HTTP", status) << status << "http://PLAIN/x"_ba;
    }
    QTest::newRow("to itself") << 307 << "/identity/token"_ba;
    QTest::newRow("to nowhere") << 307 << ""_ba;
    QTest::newRow("300") << 300 << "https://TARGET/x"_ba;
}

void ExchangeTest::redirect_isNotFollowed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    const auto target = startServer(When::RequestComplete,
                                    WireServer::answering(httpWithLength("200 OK", tokenBody())));
    WireServer plain(nullptr, When::Connected, WireServer::answering({}));
    location.replace("TARGET", target->url().mid(8).toLatin1());
    location.replace("PLAIN", plain.url().mid(8).toLatin1());
    const QByteArray head = QByteArray::number(status) + " Elsewhere\r\nLocation: " + location;
    const auto server = startServer(When::RequestComplete,
                                    WireServer::answering(httpWithLength(head, tokenBody())));
    const auto token = exchanged(server->url());
    QCOMPARE(outcome(token), u"Redirected"_s);
    QCOMPARE(token.error().server.httpStatus, status);
    QCOMPARE(server->requestCount(), 1);
    QCOMPARE(target->connectionCount() + plain.connectionCount(), 0);
}

void ExchangeTest::cookie_isNotSentBack()
{
    const QByteArray head = "200 OK\r\nSet-Cookie: session=canary; Path=/; Secure"_ba;
    const auto server = startServer(When::RequestComplete,
                                    WireServer::answering(httpWithLength(head, tokenBody())));
    QCOMPARE(outcome(exchanged(server->url())), u"ok"_s);
    QCOMPARE(outcome(exchanged(server->url())), u"ok"_s);
    QCOMPARE(server->requestCount(), 2);
    QVERIFY(!server->received().toLower().contains("cookie"));
}

void ExchangeTest::largeAnswer_isStopped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected"); // any of them
    const QByteArray padding(8 * 1024 * 1024, ' ');
    const QByteArray size = QByteArray::number(padding.size(), 16);
    const QStringList tooLarge{u"AnswerTooLarge"_s};
    QTest::newRow("by its length") << httpWithLength("200 OK", padding + tokenBody()) << tooLarge;
    QTest::newRow("in a chunk") << httpBytes("200 OK\r\nTransfer-Encoding: chunked",
                                             size + "\r\n" + padding + "\r\n0\r\n\r\n")
                                << tooLarge;
    QTest::newRow("without an end") << httpBytes("200 OK", padding) << tooLarge;
    QTest::newRow("an error page") << httpWithLength("500 Fault", padding) << tooLarge;
    QTest::newRow("just too large")
        << httpWithLength("200 OK", tokenBody() + QByteArray(256 * 1024, ' ')) << tooLarge;
    // 64 MiB in 64 KiB, which nobody unpacks.
    QTest::newRow("compressed") << deflatedAnswer(deflated(QByteArray(64 << 20, ' ')))
                                << QStringList{u"AnswerCompressed"_s};
    // Qt leaves out headers that are too many for it, and says nothing of it.
    QTest::newRow("a header") << httpBytes("200 OK\r\nX-Odd: " + QByteArray(padding.size(), 'x'),
                                           tokenBody())
                              << QStringList{u"AnswerUnusable"_s};
    QTest::newRow("headers") << httpBytes("200 OK" + QByteArray("\r\nX-Odd: x").repeated(1 << 20),
                                          tokenBody())
                             << QStringList{u"AnswerUnusable"_s};
}

void ExchangeTest::largeAnswer_isStopped()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, expected);
    const auto server = startServer(When::RequestComplete, WireServer::answering(bytes));
    const long before = peakMemoryKiB();
    const auto token = exchanged(server->url());
    const long grown = peakMemoryKiB() - before;
    QVERIFY2(expected.contains(outcome(token)), qPrintable(outcome(token)));
    QVERIFY2(grown < bearableKiB, qPrintable(u"%1 KiB"_s.arg(grown)));
}

void ExchangeTest::silence_endsInTime_data()
{
    QTest::addColumn<bool>("speaksTls");
    QTest::addColumn<WireServer::Behaviour>("behaviour");
    QTest::addColumn<int>("toSend");
    QTest::addColumn<int>("overall");
    QTest::addColumn<QString>("waitedFor");
    const QString noAnswer = u"the answer had not begun"_s;
    const QString halfAnswer = u"the answer had begun"_s;
    const auto silent = WireServer::keepingOpenAfter({});
    QTest::newRow("no handshake") << false << silent << 200 << 5000 << u"no secure connection"_s;
    QTest::newRow("no answer") << true << silent << 5000 << 300 << noAnswer;
    QTest::newRow("half an answer")
        << true << WireServer::keepingOpenAfter("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        << 5000 << 300 << halfAnswer;
    QTest::newRow("whole, but without an end")
        << true << WireServer::keepingOpenAfter(httpBytes("200 OK", tokenBody())) << 5000 << 300
        << halfAnswer;
    QTest::newRow("a byte at a time")
        << true << WireServer::dripping("HTTP/1.1 200 OK\r\nX-Odd: " + QByteArray(10'000, 'x'))
        << 5000 << 300 << noAnswer;
}

void ExchangeTest::silence_endsInTime()
{
    QFETCH(bool, speaksTls);
    QFETCH(WireServer::Behaviour, behaviour);
    QFETCH(int, toSend);
    QFETCH(int, overall);
    const auto secure = startServer(When::RequestComplete, behaviour);
    WireServer plain(nullptr, When::Connected, behaviour);
    const auto exchange = exchangeWith(speaksTls ? secure->url() : plain.url(),
                                       {Milliseconds(toSend), Milliseconds(overall)});
    QElapsedTimer timer;
    timer.start();
    const auto token = await(exchange->send(Secret(canary)));
    QCOMPARE(outcome(token), u"TimedOut"_s);
    QCOMPARE(token.error().subject, u"127.0.0.1"_s);
    QFETCH(QString, waitedFor);
    QVERIFY2(token.error().detail.contains(waitedFor), qPrintable(token.error().detail));
    QVERIFY(timer.elapsed() >= qMin(toSend, overall) - 20);
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(secure->requestCount(), speaksTls ? 1 : 0);
}

void ExchangeTest::cancel_reportsAtOnce_data()
{
    QTest::addColumn<bool>("waitsForRequest");
    QTest::newRow("before anything is sent") << false;
    QTest::newRow("while the server thinks") << true;
}

void ExchangeTest::cancel_reportsAtOnce()
{
    QFETCH(bool, waitsForRequest);
    const auto server = startServer(When::RequestComplete, WireServer::keepingOpenAfter({}));
    const auto exchange = exchangeWith(server->url());
    const auto future = exchange->send(Secret(canary));
    if (waitsForRequest)
        QTRY_COMPARE(server->requestCount(), 1);
    exchange->cancel();
    QVERIFY(future.isFinished());
    QCOMPARE(outcome(future.result()), u"Cancelled"_s);
    exchange->cancel(); // and once more does no harm
    QCoreApplication::processEvents();
    QCOMPARE(server->requestCount(), waitsForRequest ? 1 : 0);
}

void ExchangeTest::destruction_reportsCancelled()
{
    const auto server = startServer(When::RequestComplete, WireServer::keepingOpenAfter({}));
    auto exchange = exchangeWith(server->url());
    const auto future = exchange->send(Secret(canary));
    QTRY_COMPARE(server->requestCount(), 1);
    exchange.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(outcome(future.result()), u"Cancelled"_s);
    QCoreApplication::processEvents();
}

void ExchangeTest::secret_isNowhereButInTheBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("success") << httpWithLength("200 OK", tokenBody());
    QTest::newRow("echo in an error")
        << httpWithLength("400 Bad", R"({"errorCode":"X","errorMessage":"bad key"})");
    QTest::newRow("redirect") << httpWithLength("307 Elsewhere\r\nLocation: https://127.0.0.1:1/",
                                                "");
    QTest::newRow("closed") << QByteArray();
    QTest::newRow("not HTTP") << "nonsense"_ba;
}

void ExchangeTest::secret_isNowhereButInTheBody()
{
    QFETCH(QByteArray, bytes);
    const auto server = startServer(When::RequestComplete, WireServer::answering(bytes));
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    const test::CapturedLog log;
    const auto token = exchanged(server->url());
    QLoggingCategory::setFilterRules({});
    QVERIFY(!log.text().contains("canary"_L1));
    if (!token) {
        const Error &error = token.error();
        QVERIFY(!(error.detail + error.subject + error.server.message).contains("canary"_L1));
    }
    const QByteArray request = server->received();
    QCOMPARE(request.count(canary), 1);
    QVERIFY(request.indexOf(canary) > request.indexOf("\r\n\r\n"));
}

HOURPASS_TEST(ExchangeTest, QCoreApplication)

} // namespace tst_exchange

#include "tst_exchange.moc"
