// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/httpbytes.h"

#include <QNetworkProxy>
#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using When = WireServer::When;

namespace {

void useProxy(quint16 port)
{
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port));
}

// The way past the proxy is there: a server that works, and that nobody may go to directly. It is
// not on loopback, which Qt never asks a proxy for.
Scenario throughProxy(const QByteArray &answer, const QString &outcome, const QStringList &says)
{
    struct Servers {
        WireServer *proxy = nullptr;
        WireServer *target = nullptr;
    };
    const auto servers = std::make_shared<Servers>();
    Scenario scenario;
    scenario.needs = Scenario::Needs::OwnNetwork;
    scenario.arrange = [answer, servers](FaultBench &bench) {
        servers->target =
            &bench.add(std::make_unique<WireServer>(bench.authority.issue(), When::RequestComplete,
                                                    WireServer::answering(goodAnswer()),
                                                    QHostAddress(u"192.0.2.1"_s)),
                       Key::DoesNotBelong);
        bench.setEndpoint(servers->target->url(u"moving.iam.test"_s));
        servers->proxy = &bench.add(std::make_unique<WireServer>(nullptr, When::RequestComplete,
                                                                 WireServer::answering(answer)),
                                    Key::DoesNotBelong);
        if (answer.isEmpty())
            servers->proxy->stop();
        useProxy(servers->proxy->port());
    };
    scenario.outcomes = QStringList{outcome};
    scenario.says = says;
    scenario.also = [answer, servers](FaultBench &bench, const Result<TokenSet> &) {
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        QCOMPARE(servers->target->connectionCount(), 0);
        const QByteArray wanted =
            "CONNECT moving.iam.test:" + QByteArray::number(servers->target->port());
        const QByteArray asked = servers->proxy->received();
        QVERIFY(!asked.toLower().contains("authorization:"));
        if (!answer.isEmpty())
            QVERIFY(asked.count(wanted) >= bench.tries());
    };
    return scenario;
}

} // namespace

Scenarios proxyScenarios()
{
    return {
        {u"F105"_s,
         {throughProxy(httpWithLength("407 Proxy Authentication Required\r\n"
                                      "Proxy-Authenticate: Basic realm=\"corporate\"",
                                      "no"),
                       u"ProxyLoginNeeded"_s,
                       {u"The proxy on the way to moving.iam.test asks for a login"_s,
                        u"user name and password in the system's network settings"_s})}},
    };
}

} // namespace hourpass::test
