// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/silentport.h"
#include "support/outcome.h"
#include "support/qtry.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUdpSocket>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Needs = Scenario::Needs;
using Phase = TokenSession::Phase;
using When = WireServer::When;

namespace {

// The time to connect is over soon, the time for an answer is not.
FaultBench::Options shortConnect()
{
    FaultBench::Options options;
    options.limits = {250ms, 5s};
    return options;
}

// A port at which the bare connection is treated like that.
std::function<void(FaultBench &)> connection(const WireServer::Behaviour &behaviour)
{
    return [behaviour](FaultBench &bench) {
        const auto &server = bench.add(
            std::make_unique<WireServer>(nullptr, When::Connected, behaviour), Key::DoesNotBelong);
        bench.setEndpoint(server.url());
    };
}

void checkThatItWasResponsive(FaultBench &bench, const Result<TokenSet> & /*result*/)
{
    QVERIFY2(bench.longestPause() < 1s, qPrintable(QString::number(bench.longestPause().count())));
}

void checkThatCancelWorksAtOnce(FaultBench &bench, const Result<TokenSet> & /*result*/)
{
    const auto future = bench.renew();
    QTRY_COMPARE(bench.session().phase, Phase::Requesting);
    bench.sessions().cancel(bench.id());
    QVERIFY(future.isFinished());
    QCOMPARE(outcome(future.result()), u"Cancelled"_s);
    QCOMPARE(ExchangeLimits().toSend, Milliseconds(10s));
}

Scenario refused()
{
    Scenario scenario;
    scenario.arrange = [](FaultBench &bench) {
        auto &server = bench.serve(QByteArray());
        server.stop();
    };
    scenario.outcomes = QStringList{u"ConnectionRefused"_s};
    scenario.says = QStringList{u"127.0.0.1 refused the connection"_s, u"try again"_s};
    return scenario;
}

Scenario silentNameServer()
{
    Scenario scenario;
    scenario.needs = Needs::OwnNetwork;
    scenario.options = shortConnect();
    scenario.arrange = [](FaultBench &bench) {
        auto *nameServer = new QUdpSocket(&bench);
        QVERIFY2(nameServer->bind(QHostAddress::LocalHost, 53),
                 qPrintable(nameServer->errorString()));
        bench.setEndpoint(u"https://nowhere.test"_s);
    };
    scenario.outcomes = QStringList{u"TimedOut"_s};
    scenario.says = QStringList{u"nowhere.test did not answer in time"_s, u"network connection"_s};
    scenario.also = checkThatItWasResponsive;
    return scenario;
}

Scenario droppedPackets()
{
    Scenario scenario;
    scenario.options = shortConnect();
    scenario.arrange = [](FaultBench &bench) {
        const auto port = std::make_shared<SilentPort>();
        bench.watch([port] { return WireRecord(); }); // and lives as long as the bench
        bench.setEndpoint(port->url());
    };
    scenario.outcomes = QStringList{u"TimedOut"_s};
    scenario.says = QStringList{u"127.0.0.1 did not answer in time"_s, u"VPN"_s};
    scenario.also = checkThatCancelWorksAtOnce;
    return scenario;
}

Scenario ipv6Alone()
{
    Scenario scenario;
    scenario.needs = Needs::OwnNetwork;
    scenario.options = shortConnect();
    scenario.arrange = [](FaultBench &bench) {
        const auto &server =
            bench.add(std::make_unique<WireServer>(bench.authority.issue(), When::RequestComplete,
                                                   WireServer::answering(goodAnswer()),
                                                   QHostAddress(u"2001:db8::1"_s)),
                      Key::Belongs);
        bench.setEndpoint(server.url(u"both.iam.test"_s));
    };
    scenario.outcomes = QStringList{u"ok"_s};
    return scenario;
}

} // namespace

Scenarios connectScenarios()
{
    Scenario closed;
    closed.arrange = connection(WireServer::answering({}));
    closed.outcomes = QStringList{u"ConnectionClosed"_s};
    closed.says = QStringList{u"127.0.0.1 closed the connection"_s, u"try again"_s};

    Scenario silent;
    silent.options = shortConnect();
    silent.arrange = connection(WireServer::keepingOpenAfter({}));
    silent.outcomes = QStringList{u"TimedOut"_s};
    silent.says = QStringList{u"127.0.0.1 did not answer in time"_s};

    return {
        {u"F001"_s, {refused()}},        {u"F003"_s, {silentNameServer()}},
        {u"F005"_s, {droppedPackets()}}, {u"F007"_s, {ipv6Alone()}},
        {u"F009"_s, {closed}},           {u"F011"_s, {silent}},
    };
}

} // namespace hourpass::test
