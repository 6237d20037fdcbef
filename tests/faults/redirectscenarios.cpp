// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/httpbytes.h"

#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using When = WireServer::When;

namespace {

enum class Target { Https, Http };

QByteArray redirect(int status, const QString &location)
{
    return httpWithLength(
        QByteArray::number(status) + " Elsewhere\r\nLocation: " + location.toLatin1(), tokenBody());
}

Scenario redirected()
{
    Scenario scenario;
    scenario.outcomes = QStringList{u"Redirected"_s};
    scenario.says = QStringList{u"127.0.0.1 sent us"_s, u"the key was not sent there"_s,
                                u"Check the profile's endpoint"_s};
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(bench.requestCount(), 1);
    };
    return scenario;
}

// To another host that works, and to which nobody may connect.
Scenario toAnotherHost(int status, Target target)
{
    const auto visited = std::make_shared<const WireServer *>(nullptr);
    Scenario scenario = redirected();
    scenario.arrange = [status, target, visited](FaultBench &bench) {
        const auto identity =
            target == Target::Https ? std::optional(bench.authority.issue()) : std::nullopt;
        const auto &other =
            bench.add(std::make_unique<WireServer>(identity, When::RequestComplete,
                                                   WireServer::answering(goodAnswer())),
                      Key::DoesNotBelong);
        *visited = &other;
        QString url = other.url(u"localhost"_s) + "/identity/token"_L1;
        if (target == Target::Http)
            url.replace("https:"_L1, "http:"_L1);
        bench.serve(redirect(status, url));
    };
    scenario.says += u"localhost"_s;
    scenario.also = [once = scenario.also, visited](FaultBench &bench,
                                                    const Result<TokenSet> &result) {
        once(bench, result);
        QCOMPARE((*visited)->connectionCount(), 0);
    };
    return scenario;
}

Scenario toItself()
{
    Scenario scenario = redirected();
    scenario.arrange = [](FaultBench &bench) {
        WireServer &server = bench.serve(QByteArray());
        server.setBehaviour(
            WireServer::answering(redirect(307, server.url() + "/identity/token"_L1)));
    };
    return scenario;
}

Scenario toNowhere(const QString &name, const QByteArray &head)
{
    Scenario scenario = redirected();
    scenario.name = name;
    scenario.arrange = [head](FaultBench &bench) {
        bench.serve(httpWithLength(head, tokenBody()));
    };
    return scenario;
}

} // namespace

Scenarios redirectScenarios()
{
    return {
        {u"F087"_s, {toAnotherHost(301, Target::Https)}},
        {u"F089"_s, {toAnotherHost(303, Target::Https)}},
        {u"F091"_s, {toAnotherHost(308, Target::Http)}},
        {u"F093"_s, {toItself()}},
        {u"F095"_s,
         {toNowhere(u"empty"_s, "307 Elsewhere\r\nLocation: "),
          toNowhere(u"missing"_s, "307 Elsewhere")}},
    };
}

} // namespace hourpass::test
