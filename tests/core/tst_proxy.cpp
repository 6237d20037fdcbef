// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/proxy.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_proxy {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

class ProxyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void address_isUnderstood_data();
    void address_isUnderstood();
    void login_isTakenFromTheUrl();
    void whatIsNoProxy_isRefusedWithoutRepeatingIt_data();
    void whatIsNoProxy_isRefusedWithoutRepeatingIt();
    void environment_isFollowed_data();
    void environment_isFollowed();
    void garbageInTheEnvironment_namesItsVariable();
};

void ProxyTest::address_isUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("proxy");
    QTest::newRow("host and port") << u"proxy.example:3128"_s << u"http://proxy.example:3128"_s;
    QTest::newRow("host alone") << u"proxy.example"_s << u"http://proxy.example:80"_s;
    QTest::newRow("blanks") << u"  proxy.example:3128\n"_s << u"http://proxy.example:3128"_s;
    QTest::newRow("url") << u"http://proxy.example:3128/"_s << u"http://proxy.example:3128"_s;
    QTest::newRow("capitals") << u"HTTP://Proxy.Example:3128"_s << u"http://proxy.example:3128"_s;
    QTest::newRow("socks5") << u"socks5://proxy.example"_s << u"socks5://proxy.example:1080"_s;
    QTest::newRow("socks5h") << u"socks5h://proxy.example:9"_s << u"socks5://proxy.example:9"_s;
    QTest::newRow("IPv4") << u"192.0.2.1:8080"_s << u"http://192.0.2.1:8080"_s;
    QTest::newRow("IPv6") << u"http://[2001:db8::1]:8080"_s << u"http://[2001:db8::1]:8080"_s;
    QTest::newRow("other script") << u"http://пример.example:1"_s
                                  << u"http://xn--e1afmkfd.example:1"_s;
}

void ProxyTest::address_isUnderstood()
{
    QFETCH(QString, text);
    const auto proxy = parseProxy(text);
    QCOMPARE(outcome(proxy), u"ok"_s);
    QTEST(toString(*proxy), "proxy");
    QCOMPARE(parseProxy(toString(*proxy)), proxy);
    QVERIFY(proxy->userName.isEmpty());
    QVERIFY(proxy->password.isEmpty());
}

void ProxyTest::login_isTakenFromTheUrl()
{
    const auto proxy = parseProxy(u"http://ada%40corp:p%3Ass%20word@proxy.example:3128"_s);
    QCOMPARE(outcome(proxy), u"ok"_s);
    QCOMPARE(proxy->userName, u"ada@corp"_s);
    QVERIFY(proxy->password == Secret("p:ss word"_ba));
    QCOMPARE(toString(*proxy), u"http://proxy.example:3128"_s);
}

void ProxyTest::whatIsNoProxy_isRefusedWithoutRepeatingIt_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "canary://proxy.example", "https://canary@proxy.example:3128", "http://",
          "http://canary@", "http://proxy.example:99999/canary", "http://proxy.example:0",
          "http://proxy.example/canary", "http://proxy.example?canary", "proxy canary:3128",
          "socks4://canary:1", "http://canary:canary"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ProxyTest::whatIsNoProxy_isRefusedWithoutRepeatingIt()
{
    QFETCH(QString, text);
    const auto proxy = parseProxy(text);
    QCOMPARE(outcome(proxy), u"ProxyInvalid"_s);
    QVERIFY(!proxy.error().detail.contains("canary"_L1));
    QVERIFY(proxy.error().subject.isEmpty());
}

void ProxyTest::environment_isFollowed_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("proxy");
    const auto row = [](const char *name, const QStringList &variables, const QString &proxy,
                        const QString &target = u"https://iam.cloud.ibm.com/identity/token"_s) {
        QTest::newRow(name) << variables << target << proxy;
    };
    const QString set = u"https_proxy=http://p:1"_s;
    const QString through = u"http://p:1"_s;
    row("nothing", {}, {});
    row("https_proxy", {set}, through);
    row("HTTPS_PROXY", {u"HTTPS_PROXY=p:1"_s}, through);
    row("small before capital", {u"HTTPS_PROXY=http://q:2"_s, set}, through);
    row("all_proxy", {u"all_proxy=socks5://p"_s}, u"socks5://p:1080"_s);
    row("ALL_PROXY", {u"ALL_PROXY=p:1"_s}, through);
    row("https before all", {u"all_proxy=http://q:2"_s, set}, through);
    row("http_proxy is not for https", {u"http_proxy=http://q:2"_s}, {});
    row("empty one is passed over", {u"https_proxy= "_s, u"ALL_PROXY=p:1"_s}, through);
    row("no_proxy: host", {set, u"no_proxy=iam.cloud.ibm.com"_s}, {});
    row("no_proxy: domain", {set, u"no_proxy=a.example, ibm.com"_s}, {});
    row("no_proxy: with a dot", {set, u"no_proxy=.ibm.com"_s}, {});
    row("no_proxy: capitals", {set, u"NO_PROXY=IAM.Cloud.IBM.com"_s}, {});
    row("no_proxy: all", {set, u"no_proxy=*"_s}, {});
    row("no_proxy: with the port", {set, u"no_proxy=iam.cloud.ibm.com:443"_s}, {});
    row("no_proxy: another port", {set, u"no_proxy=iam.cloud.ibm.com:8443"_s}, through);
    row("no_proxy: ends alike", {set, u"no_proxy=m.com,bm.com"_s}, through);
    row("no_proxy: empty items", {set, u"no_proxy=,, ,"_s}, through);
    row("loopback is no exception", {set}, through, u"https://127.0.0.1:8443/"_s);
    row("no_proxy: address", {set, u"no_proxy=127.0.0.1"_s}, {}, u"https://127.0.0.1:8443/"_s);
    row("no_proxy: IPv6", {set, u"no_proxy=::1"_s}, {}, u"https://[::1]:8443/"_s);
}

static QProcessEnvironment environmentOf(const QStringList &variables)
{
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    return environment;
}

void ProxyTest::environment_isFollowed()
{
    QFETCH(QStringList, variables);
    QFETCH(QString, target);
    const auto proxy = proxyFromEnvironment(QUrl(target), environmentOf(variables));
    QCOMPARE(outcome(proxy), u"ok"_s);
    QTEST(toString(*proxy), "proxy");
}

void ProxyTest::garbageInTheEnvironment_namesItsVariable()
{
    const auto proxy = proxyFromEnvironment(QUrl(u"https://iam.cloud.ibm.com"_s),
                                            environmentOf({u"HTTPS_PROXY=canary://canary"_s}));
    QCOMPARE(outcome(proxy), u"ProxyInvalid"_s);
    QCOMPARE(proxy.error().subject, u"HTTPS_PROXY"_s);
    QVERIFY(!proxy.error().detail.contains("canary"_L1));
}

HOURPASS_TEST(ProxyTest, hourpass::test::NoApplication)

} // namespace tst_proxy

#include "tst_proxy.moc"
