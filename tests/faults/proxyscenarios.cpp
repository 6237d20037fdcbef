// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/httpbytes.h"

#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using When = WireServer::When;

namespace {

// The way past the proxy is there: a server that works, and that nobody may go to directly. It is
// not on loopback. Where the proxy has no answer, it is not there; where it has no address either,
// the network has no way to it.
struct ProxyRow {
    QByteArray answer{};
    QString address = u"127.0.0.1"_s;
    QString outcome{};
    QStringList says{};
};

Scenario throughProxy(const ProxyRow &row)
{
    struct Servers {
        WireServer *proxy = nullptr;
        WireServer *target = nullptr;
    };
    const auto servers = std::make_shared<Servers>();
    Scenario scenario;
    scenario.needs = Scenario::Needs::OwnNetwork;
    scenario.arrange = [row, servers](FaultBench &bench) {
        servers->target =
            &bench.add(std::make_unique<WireServer>(bench.authority.issue(), When::RequestComplete,
                                                    WireServer::answering(goodAnswer()),
                                                    QHostAddress(u"192.0.2.1"_s)),
                       Key::DoesNotBelong);
        bench.setEndpoint(servers->target->url(u"moving.iam.test"_s));
        servers->proxy = &bench.add(std::make_unique<WireServer>(nullptr, When::RequestComplete,
                                                                 WireServer::answering(row.answer)),
                                    Key::DoesNotBelong);
        if (row.answer.isEmpty())
            servers->proxy->stop();
        bench.setProxy(u"%1:%2"_s.arg(row.address, QString::number(servers->proxy->port())));
    };
    scenario.outcomes = QStringList{row.outcome};
    scenario.says = row.says;
    scenario.also = [row, servers](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(servers->target->connectionCount(), 0);
        const QByteArray wanted =
            "CONNECT moving.iam.test:" + QByteArray::number(servers->target->port());
        const QByteArray asked = servers->proxy->received();
        QVERIFY(!asked.toLower().contains("authorization:"));
        if (!row.answer.isEmpty())
            QVERIFY(asked.count(wanted) >= bench.tries());
    };
    return scenario;
}

Scenario named(const QString &name, Scenario scenario)
{
    scenario.name = name;
    return scenario;
}

} // namespace

Scenarios proxyScenarios()
{
    const QString unreachable = u"ProxyUnreachable"_s;
    const QStringList notAround{u"on the way to moving.iam.test cannot be reached"_s,
                                u"Nothing was sent around it"_s};
    return {
        {u"F105"_s,
         {throughProxy({.answer = httpWithLength("407 Proxy Authentication Required\r\n"
                                                 "Proxy-Authenticate: Basic realm=\"corporate\"",
                                                 "no"),
                        .outcome = u"ProxyLoginNeeded"_s,
                        .says = {u"on the way to moving.iam.test asks for a login"_s,
                                 u"user name and password in the network settings"_s}})}},
        {u"F129"_s,
         {named(u"refuses"_s, throughProxy({.outcome = unreachable, .says = notAround})),
          named(u"no route"_s,
                throughProxy(
                    {.address = u"198.51.100.9"_s, .outcome = unreachable, .says = notAround})),
          named(u"no such name"_s,
                throughProxy(
                    {.address = u"proxy.iam.test"_s, .outcome = unreachable, .says = notAround}))}},
        {u"F131"_s,
         {throughProxy({.answer = httpWithLength("503 Service Unavailable", "no"),
                        .outcome = u"ProxyRefused"_s,
                        .says = {u"cannot reach moving.iam.test"_s}})}},
    };
}

} // namespace hourpass::test
