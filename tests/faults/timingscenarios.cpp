// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/httpbytes.h"
#include "support/outcome.h"

#include <QProcess>
#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Needs = Scenario::Needs;
using Phase = TokenSession::Phase;
using When = WireServer::When;

namespace {

FaultBench::Options shortAnswer()
{
    FaultBench::Options options;
    options.limits = {5s, 700ms};
    return options;
}

// The answer would have come in the end, were it not for the time over all.
Scenario endedByTheDeadline(const WireServer::Behaviour &behaviour)
{
    Scenario scenario = treated(behaviour, QStringList{u"TimedOut"_s},
                                QStringList{u"127.0.0.1 did not answer in time"_s});
    scenario.options = shortAnswer();
    scenario.also = [counted = scenario.also](FaultBench &bench, const Result<TokenSet> &result) {
        counted(bench, result);
        QCOMPARE(ExchangeLimits().overall, Milliseconds(30s));
    };
    return scenario;
}

// Held back until it was seen that one sees it and can end it.
Scenario lateAnswer()
{
    const auto held = std::make_shared<HeldAnswer>();
    Scenario scenario =
        treated(held->holding(WireServer::answering(goodAnswer())), QStringList{u"ok"_s}, {});
    scenario.play = [held](FaultBench &bench) -> Result<TokenSet> {
        const auto cancelled = bench.renew();
        const bool arrived = QTest::qWaitFor([&] { return held->isWaiting(); });
        const bool progress = bench.session().phase == Phase::Requesting;
        bench.sessions().cancel(bench.id());
        if (!arrived || !progress || outcome(cancelled.result()) != "Cancelled"_L1)
            return failure(ErrorCode::Internal, u"no progress was told, or it did not end"_s);
        const auto token = bench.renew();
        const bool arrivedAgain = QTest::qWaitFor([&] { return bench.requestCount() == 2; });
        held->release();
        return arrivedAgain ? await(token) : failure(ErrorCode::Internal);
    };
    scenario.also = [](FaultBench &, const Result<TokenSet> &) {
        QVERIFY(ExchangeLimits().overall > 25s);
    };
    return scenario;
}

// The first request is on its way when the computer falls asleep; the second is answered.
Scenario suspended()
{
    Scenario scenario = treated(
        WireServer::inTurn({WireServer::keepingOpenAfter({}), WireServer::answering(goodAnswer())}),
        QStringList{u"ok"_s}, {});
    scenario.play = [](FaultBench &bench) -> Result<TokenSet> {
        const auto token = bench.renew();
        if (!QTest::qWaitFor([&] { return bench.requestCount() == 1; }))
            return failure(ErrorCode::Internal, u"no request came"_s);
        bench.clock.advance(2h);
        const TokenSession session = bench.session();
        if (timeLeft(*session.token, bench.clock.now()) != 0ms)
            return failure(ErrorCode::Internal, u"the old token would outlive its end"_s);
        return await(token);
    };
    scenario.recovers = true;
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &token) {
        QCOMPARE(bench.requestCount(), 2);
        QCOMPARE(timeLeft(*token, bench.clock.now()), Milliseconds(1h));
    };
    return scenario;
}

void setAddress(const char *verb)
{
    QProcess ip;
    ip.start(u"ip"_s,
             {u"address"_s, QString::fromLatin1(verb), u"192.0.2.1/32"_s, u"dev"_s, u"lo"_s});
    QVERIFY(ip.waitForFinished() && ip.exitCode() == 0);
}

// The address that the connection stands on goes away, and comes back later.
Scenario networkChange()
{
    Scenario scenario;
    scenario.needs = Needs::OwnNetwork;
    scenario.options.limits = {700ms, 700ms};
    scenario.arrange = [](FaultBench &bench) {
        const auto &server =
            bench.add(std::make_unique<WireServer>(
                          bench.authority.issue(), When::RequestComplete,
                          [](QTcpSocket &) { setAddress("del"); }, QHostAddress(u"192.0.2.1"_s)),
                      Key::Belongs);
        bench.setEndpoint(server.url(u"moving.iam.test"_s));
    };
    scenario.outcomes =
        QStringList{u"TimedOut"_s, u"NetworkFailed"_s, u"ConnectionClosed"_s, u"Offline"_s};
    scenario.says = QStringList{u"moving.iam.test"_s, u"network"_s};
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        setAddress("add");
        bench.serve(goodAnswer());
        QCOMPARE(outcome(bench.renewed()), u"ok"_s);
    };
    return scenario;
}

} // namespace

Scenarios timingScenarios()
{
    const QByteArray drip = "HTTP/1.1 200 OK\r\nX-Odd: " + QByteArray(10'000, 'x');
    return {
        {u"F031"_s, {endedByTheDeadline(WireServer::keepingOpenAfter({}))}},
        {u"F033"_s, {endedByTheDeadline(WireServer::dripping(drip))}},
        {u"F035"_s, {lateAnswer()}},
        {u"F037"_s, {suspended()}},
        {u"F039"_s, {networkChange()}},
        {u"F041"_s,
         {endedByTheDeadline(WireServer::keepingOpenAfter(httpBytes("200 OK", tokenBody())))}},
    };
}

} // namespace hourpass::test
