// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/proxychooser.h"
#include "settings/proxykeeper.h"
#include "support/faultserver/httpbytes.h"
#include "support/faultserver/silentport.h"
#include "support/faultserver/wireserver.h"
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/tokensigner.h"
#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/realproxy.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"
#include "token/exchange.h"
#include "token/retrypolicy.h"

#include <QTest>

namespace tst_proxiedcall {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using emulator::IamEmulator;
using test::await;
using test::outcome;
using test::RealProxy;
using test::WireServer;
using Kind = RealProxy::Kind;
using When = WireServer::When;

const QByteArray canary = "canary-key-that-no-proxy-may-see-01234567890"_ba;

/// An IAM service, and the way that the user has set to it.
struct Bench {
    QTemporaryDir folder;
    test::ManualClock clock{systemNow()};
    test::ScriptedSecretStore keys;
    SettingsStore settings{folder.filePath(u"settings.json"_s)};
    ProxyChooser proxies{settings, keys, {[](const QUrl &) { return Proxy(); }, {}, 10s}};
    NetworkLog log;
    NetworkTools tools{clock.clock(), {5s, 5s}, &log, &proxies};
    std::unique_ptr<IamEmulator> iam;
    QString endpoint;

    Bench()
    {
        static const auto signer = std::make_shared<const emulator::TokenSigner>();
        emulator::EmulatorOptions options;
        options.signer = signer;
        iam = std::make_unique<IamEmulator>(options);
        if (!iam->listen() || !iam->writeAuthority(folder.filePath(u"ca.pem"_s)))
            qFatal("the emulator does not start");
        endpoint = iam->url().toString();
    }
    void use(const QString &proxy, const QString &userName = {}, const QByteArray &password = {})
    {
        ProxySettings own{ProxySettings::Mode::Manual, parseProxy(proxy).value()};
        own.manual.userName = userName;
        keys.put(proxyLoginId(), password);
        if (!settings.change([&own](Settings &all) { all.proxy = own; }))
            qFatal("the settings cannot be written");
    }
    void use(const WireServer &proxy) { use(u"127.0.0.1:%1"_s.arg(proxy.port())); }
    std::unique_ptr<Exchange> exchange() const
    {
        return std::make_unique<Exchange>(
            ExchangeTarget{Endpoint::parse(endpoint).value(), {folder.filePath(u"ca.pem"_s)}},
            tools);
    }
    Result<TokenSet> exchanged(bool early = false) const
    {
        const auto running = exchange();
        if (early)
            running->connectEarly();
        return await(running->send(Secret(iam->key(u"user").secret)));
    }
};

/// Writes the head, and then the block again and again for as long as it is taken.
WireServer::Behaviour flooding(const QByteArray &head, const QByteArray &block, qint64 *written)
{
    return [head, block, written](QTcpSocket &socket) {
        const auto goOn = [&socket, block] {
            while (socket.isOpen() && socket.bytesToWrite() < block.size())
                socket.write(block);
        };
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [goOn, written](qint64 size) {
            *written += size;
            goOn();
        });
        socket.write(head);
        goOn();
    };
}

QByteArray answerOf(const QByteArray &head)
{
    return test::httpWithLength(head, "no");
}

class ProxiedCallTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void token_comesThroughTheProxy_data();
    void token_comesThroughTheProxy();
    void login_isUsed_data();
    void login_isUsed();
    void wrongLogin_isTriedOnce_data();
    void wrongLogin_isTriedOnce();
    void whatTheProxyCannotReach_isToldOfTheProxy_data();
    void whatTheProxyCannotReach_isToldOfTheProxy();
    void proxyThatIsDown_isNotGoneAround_data();
    void proxyThatIsDown_isNotGoneAround();
    void proxysRefusal_isToldOfTheProxy_data();
    void proxysRefusal_isToldOfTheProxy();
    void silentProxy_endsInTime_data();
    void silentProxy_endsInTime();
    void proxysEndlessAnswer_isCutOff_data();
    void proxysEndlessAnswer_isCutOff();
    void proxyThatDrips_endsInTime();
    void longRefusalOfTheProxy_isStillRead();
    void proxyThatDropsPackets_isUnreachable();
    void silentServerBehindTheProxy_isNotTheProxysFault();
    void lockedKeychain_sendsNothing();
    void cancel_reportsOnceWhereverItIs_data();
    void cancel_reportsOnceWhereverItIs();
    void key_isNeverSeenByTheProxy();
};

void ProxiedCallTest::token_comesThroughTheProxy_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("early");
    QTest::newRow("HTTP") << int(Kind::Http) << false;
    QTest::newRow("HTTP, connected early") << int(Kind::Http) << true;
    QTest::newRow("SOCKS5") << int(Kind::Socks5) << false;
    QTest::newRow("SOCKS5, connected early") << int(Kind::Socks5) << true;
}

void ProxiedCallTest::token_comesThroughTheProxy()
{
    QFETCH(int, kind);
    QFETCH(bool, early);
    const RealProxy proxy({.kind = Kind(kind)});
    Bench bench;
    bench.use(proxy.url());
    const auto token = bench.exchanged(early);
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(token->accessToken.reveal().toByteArray(), bench.iam->issuedTokens().first().token);
    QCOMPARE(bench.iam->tokenRequests().first().violations, QStringList());
    QCOMPARE(bench.log.entries().size(), 1);
    QCOMPARE(bench.log.entries().first().proxy, proxy.url());
    QVERIFY(!bench.log.entries().first().tlsVersion.isEmpty());
    QVERIFY(bench.log.entries().first().bytesSent > 0);
    if (Kind(kind) == Kind::Http) {
        const QByteArray line = "CONNECT 127.0.0.1:" + QByteArray::number(bench.iam->url().port());
        QVERIFY(proxy.log().contains(line));
    }
}

void ProxiedCallTest::login_isUsed_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("HTTP") << int(Kind::Http);
    QTest::newRow("SOCKS5") << int(Kind::Socks5);
}

void ProxiedCallTest::login_isUsed()
{
    QFETCH(int, kind);
    const RealProxy proxy({.kind = Kind(kind), .userName = u"ada"_s, .password = u"right"_s});
    Bench bench;
    bench.use(proxy.url());
    QCOMPARE(outcome(bench.exchanged()), u"ProxyLoginNeeded"_s);
    bench.use(proxy.url(), u"ada"_s, "wrong");
    // tinyproxy answers 401 (RFC 9110 has 407 for this), which Qt tells from no other refusal.
    const bool isTold = Kind(kind) == Kind::Socks5;
    const auto refused = bench.exchanged();
    QCOMPARE(outcome(refused), isTold ? u"ProxyLoginNeeded"_s : u"ProxyRefused"_s);
    QVERIFY(isTold || refused.error().isLoginInDoubt);
    QVERIFY(retryRule(refused.error()) == RetryRule::Never);
    QCOMPARE(bench.iam->connectionCount(), 0);
    bench.use(proxy.url(), u"ada"_s, "right");
    QCOMPARE(outcome(bench.exchanged()), u"ok"_s);
    for (const NetworkLogEntry &entry : bench.log.entries())
        QCOMPARE(entry.proxy, proxy.url());
}

void ProxiedCallTest::wrongLogin_isTriedOnce_data()
{
    QTest::addColumn<QByteArray>("userName");
    QTest::addColumn<int>("logins");
    QTest::newRow("none") << ""_ba << 0;
    QTest::newRow("a wrong one") << "ada"_ba << 1;
}

// Some proxies lock an account after three.
void ProxiedCallTest::wrongLogin_isTriedOnce()
{
    QFETCH(QByteArray, userName);
    const WireServer proxy(
        nullptr, When::RequestComplete,
        WireServer::keepingOpenAfter(answerOf("407 Proxy Authentication Required\r\n"
                                              "Proxy-Authenticate: Basic realm=\"corporate\"")));
    Bench bench;
    bench.use(u"127.0.0.1:%1"_s.arg(proxy.port()), QString::fromLatin1(userName), "wrong");
    const auto token = bench.exchanged(true);
    QCOMPARE(outcome(token), u"ProxyLoginNeeded"_s);
    QCOMPARE(token.error().proxy, u"http://127.0.0.1:%1"_s.arg(proxy.port()));
    QTEST(int(proxy.received().toLower().count("proxy-authorization: basic")), "logins");
    QCOMPARE(bench.iam->connectionCount(), 0);
}

void ProxiedCallTest::whatTheProxyCannotReach_isToldOfTheProxy_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<bool>("forbidden");
    for (const auto &[name, kind] : {std::pair("HTTP", Kind::Http), {"SOCKS5", Kind::Socks5}}) {
        QTest::addRow("%s: server down", name) << int(kind) << u""_s << false;
        QTest::addRow("%s: unknown name", name)
            << int(kind) << u"https://nobody.iam.invalid"_s << false;
    }
    QTest::newRow("HTTP: port forbidden") << int(Kind::Http) << u""_s << true;
}

void ProxiedCallTest::whatTheProxyCannotReach_isToldOfTheProxy()
{
    QFETCH(int, kind);
    QFETCH(QString, endpoint);
    QFETCH(bool, forbidden);
    const RealProxy proxy({.kind = Kind(kind), .allowedPort = quint16(forbidden ? 1 : 0)});
    Bench bench;
    bench.use(proxy.url());
    if (!endpoint.isEmpty())
        bench.endpoint = endpoint;
    else if (!forbidden)
        bench.iam->stop();
    const auto token = bench.exchanged();
    QCOMPARE(outcome(token), u"ProxyRefused"_s);
    QCOMPARE(token.error().proxy, proxy.url());
    QCOMPARE(bench.iam->connectionCount(), 0);
    QCOMPARE(bench.log.entries().last().failure, ErrorCode::ProxyRefused);
    QCOMPARE(bench.log.entries().last().bytesSent, 0);
}

void ProxiedCallTest::proxyThatIsDown_isNotGoneAround_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::newRow("HTTP") << u"http://127.0.0.1:1"_s;
    QTest::newRow("SOCKS5") << u"socks5://127.0.0.1:1"_s;
    QTest::newRow("unknown name") << u"http://nobody.iam.invalid:3128"_s;
    QTest::newRow("SOCKS5, unknown name") << u"socks5://nobody.iam.invalid"_s;
}

void ProxiedCallTest::proxyThatIsDown_isNotGoneAround()
{
    QFETCH(QString, proxy);
    Bench bench;
    bench.use(proxy);
    QCOMPARE(outcome(bench.exchanged()), u"ProxyUnreachable"_s);
    QCOMPARE(outcome(bench.exchanged(true)), u"ProxyUnreachable"_s);
    QCOMPARE(bench.iam->connectionCount(), 0);
}

void ProxiedCallTest::proxysRefusal_isToldOfTheProxy_data()
{
    QTest::addColumn<QByteArray>("head");
    for (const char *head :
         {"403 Forbidden", "404 Not Found", "405 Method Not Allowed", "500 Internal Server Error",
          "502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout", "302 Found",
          "407 Without A Method"})
        QTest::newRow(head) << QByteArray(head);
}

void ProxiedCallTest::proxysRefusal_isToldOfTheProxy()
{
    QFETCH(QByteArray, head);
    const WireServer proxy(nullptr, When::RequestComplete, WireServer::answering(answerOf(head)));
    Bench bench;
    bench.use(proxy);
    QCOMPARE(outcome(bench.exchanged()), u"ProxyRefused"_s);
    QCOMPARE(bench.iam->connectionCount(), 0);
}

void ProxiedCallTest::silentProxy_endsInTime_data()
{
    QTest::addColumn<WireServer::Behaviour>("behaviour");
    QTest::newRow("waits") << WireServer::keepingOpenAfter({});
    QTest::newRow("hangs up, which Qt does not notice") << WireServer::answering({});
}

void ProxiedCallTest::silentProxy_endsInTime()
{
    QFETCH(WireServer::Behaviour, behaviour);
    const WireServer proxy(nullptr, When::RequestComplete, behaviour);
    Bench bench;
    bench.use(proxy);
    const auto exchange = bench.exchange();
    const auto token = exchange->send(Secret(canary));
    QTRY_VERIFY(proxy.requestCount() > 0);
    bench.clock.advance(5s);
    QCOMPARE(outcome(await(token)), u"TimedOut"_s);
}

void ProxiedCallTest::proxysEndlessAnswer_isCutOff_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<bool>("early");
    const QByteArray line = "X-Odd: " + QByteArray(1000, 'x') + "\r\n";
    const QByteArray x(64 * 1024, 'x');
    QTest::newRow("one line") << "HTTP/1.1 200 OK\r\nX-Odd: "_ba << x << false;
    QTest::newRow("many lines") << "HTTP/1.1 200 OK\r\n"_ba << line.repeated(64) << false;
    QTest::newRow("the first line") << "HTTP/1.1 200 "_ba << x << false;
    QTest::newRow("of a refusal") << "HTTP/1.1 502 Bad Gateway\r\nX-Odd: "_ba << x << false;
    QTest::newRow("connected early") << "HTTP/1.1 200 OK\r\nX-Odd: "_ba << x << true;
}

// It would fill the memory, 30 MB each second; and where it did so once it will again.
void ProxiedCallTest::proxysEndlessAnswer_isCutOff()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, block);
    QFETCH(bool, early);
    qint64 written = 0;
    const WireServer proxy(nullptr, When::RequestComplete, flooding(head, block, &written));
    Bench bench;
    bench.use(proxy);
    const auto token = bench.exchanged(early);
    QCOMPARE(outcome(token), u"AnswerTooLarge"_s);
    QCOMPARE(token.error().subject, token.error().proxy);
    QVERIFY(retryRule(token.error()) == RetryRule::Never);
    QCOMPARE(proxy.connectionCount(), 1);
    // What the systems of both ends hold is in it.
    QVERIFY2(written < 16 * 1024 * 1024, qPrintable(QString::number(written)));
    QCOMPARE(bench.log.entries().last().failure, ErrorCode::AnswerTooLarge);
    QCOMPARE(bench.iam->connectionCount(), 0);
}

void ProxiedCallTest::proxyThatDrips_endsInTime()
{
    const WireServer proxy(nullptr, When::RequestComplete,
                           WireServer::dripping("HTTP/1.1 200 OK\r\nX-Odd: x\r\n"));
    Bench bench;
    bench.use(proxy);
    const auto exchange = bench.exchange();
    const auto token = exchange->send(Secret(canary));
    QTRY_VERIFY(proxy.requestCount() > 0);
    bench.clock.advance(5s);
    QCOMPARE(outcome(await(token)), u"TimedOut"_s);
}

void ProxiedCallTest::longRefusalOfTheProxy_isStillRead()
{
    const WireServer proxy(
        nullptr, When::RequestComplete,
        WireServer::answering(test::httpWithLength("403 Forbidden", QByteArray(50'000, 'x'))));
    Bench bench;
    bench.use(proxy);
    QCOMPARE(outcome(bench.exchanged()), u"ProxyRefused"_s);
}

void ProxiedCallTest::proxyThatDropsPackets_isUnreachable()
{
    const test::SilentPort proxy;
    Bench bench;
    bench.tools.limits = {100ms, 200ms};
    bench.tools.clock = systemNow;
    bench.use(u"127.0.0.1:%1"_s.arg(proxy.port()));
    QCOMPARE(outcome(bench.exchanged()), u"ProxyUnreachable"_s);
}

void ProxiedCallTest::silentServerBehindTheProxy_isNotTheProxysFault()
{
    const RealProxy proxy({});
    Bench bench;
    emulator::Behaviour silent;
    silent.fault = emulator::Fault::Silent;
    bench.iam->setBehaviour(silent);
    bench.use(proxy.url());
    const auto exchange = bench.exchange();
    const auto token = exchange->send(Secret(bench.iam->key(u"user").secret));
    QTRY_COMPARE(bench.iam->tokenRequests().size(), 1);
    bench.clock.advance(5s);
    QCOMPARE(outcome(await(token)), u"TimedOut"_s);
}

void ProxiedCallTest::lockedKeychain_sendsNothing()
{
    const WireServer proxy(nullptr, When::Connected, WireServer::keepingOpenAfter({}));
    Bench bench;
    bench.use(u"127.0.0.1:%1"_s.arg(proxy.port()), u"ada"_s, "right");
    bench.keys.failNext(test::ScriptedSecretStore::Operation::Read, ErrorCode::KeychainLocked);
    QCOMPARE(outcome(bench.exchanged()), u"KeychainLocked"_s);
    QCOMPARE(proxy.connectionCount(), 0);
    QCOMPARE(bench.log.entries().size(), 0);
}

void ProxiedCallTest::cancel_reportsOnceWhereverItIs_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : {"choosing", "connecting", "probing"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void ProxiedCallTest::cancel_reportsOnceWhereverItIs()
{
    QFETCH(QString, when);
    const test::SilentPort proxy;
    Bench bench;
    bench.use(u"127.0.0.1:%1"_s.arg(proxy.port()), u"ada"_s, "right");
    if (when == "choosing"_L1)
        bench.keys.hold();
    const auto exchange = bench.exchange();
    const auto token = exchange->send(Secret(canary));
    if (when != "choosing"_L1)
        QTRY_COMPARE(bench.keys.count(test::ScriptedSecretStore::Operation::Read), 1);
    if (when == "probing"_L1)
        bench.clock.advance(5s); // the deadline: then it is the proxy that is asked for
    QCoreApplication::processEvents();
    exchange->cancel();
    QCOMPARE(outcome(await(token)), u"Cancelled"_s);
    bench.keys.release();
    QCoreApplication::processEvents();
    QCOMPARE(token.resultCount(), 1);
}

void ProxiedCallTest::key_isNeverSeenByTheProxy()
{
    // It lets the connection through in name and then is a server of its own.
    const WireServer proxy(
        nullptr, When::RequestComplete,
        WireServer::keepingOpenAfter("HTTP/1.1 200 Connection established\r\n\r\n"));
    Bench bench;
    bench.use(proxy);
    const auto exchange = bench.exchange();
    const auto token = exchange->send(Secret(canary));
    QTRY_VERIFY(proxy.received().contains("\x16\x03")); // a client that wants TLS
    bench.clock.advance(5s);
    QVERIFY(!await(token));
    QVERIFY(!proxy.received().contains("canary"));
}

HOURPASS_TEST(ProxiedCallTest, QCoreApplication)

} // namespace tst_proxiedcall

#include "tst_proxiedcall.moc"
