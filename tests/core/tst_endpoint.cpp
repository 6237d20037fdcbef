// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace tst_endpoint {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

class EndpointTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_takesWhatPeoplePaste_data();
    void parse_takesWhatPeoplePaste();
    void parse_refuses_data();
    void parse_refuses();
    void host_isShownAsItGoesOverTheWire();
    void text_survivesARoundTrip_data() { parse_takesWhatPeoplePaste_data(); }
    void text_survivesARoundTrip();
    void defaultEndpoint_isProduction();
    void presets_areDifferentAndSecure();
    void issuer_isOfTheEnvironment_data();
    void issuer_isOfTheEnvironment();
    void ofIssuer_isTheServiceThatNamesItselfSo();
    void ofIssuer_refuses_data();
    void ofIssuer_refuses();
};

void EndpointTest::parse_takesWhatPeoplePaste_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("tokenUrl");
    const auto row = [](const char *name, const char *text, const char *base, const char *url) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(base)
                            << QString::fromUtf8(url);
    };
    const char *const production = "https://iam.cloud.ibm.com";
    const char *const productionToken = "https://iam.cloud.ibm.com/identity/token";
    row("base", "https://iam.cloud.ibm.com", production, productionToken);
    row("slash", "https://iam.cloud.ibm.com/", production, productionToken);
    row("slashes", "https://iam.cloud.ibm.com///", production, productionToken);
    row("token URL", "https://iam.cloud.ibm.com/identity/token", production, productionToken);
    row("token URL and slash", "https://iam.cloud.ibm.com/identity/token/", production,
        productionToken);
    row("blanks around", " \t https://iam.cloud.ibm.com \r\n", production, productionToken);
    row("capitals", "HTTPS://IAM.Cloud.IBM.com", production, productionToken);
    row("port", "https://localhost:8443", "https://localhost:8443",
        "https://localhost:8443/identity/token");
    row("loopback", "https://127.0.0.1:8443/", "https://127.0.0.1:8443",
        "https://127.0.0.1:8443/identity/token");
    row("IPv6", "https://[::1]:8443", "https://[::1]:8443", "https://[::1]:8443/identity/token");
    row("path", "https://gateway.example/iam/v1", "https://gateway.example/iam/v1",
        "https://gateway.example/iam/v1/identity/token");
    row("path and token URL", "https://gateway.example/iam/identity/token",
        "https://gateway.example/iam", "https://gateway.example/iam/identity/token");
    row("path that only looks alike", "https://gateway.example/my-identity/token",
        "https://gateway.example/my-identity/token",
        "https://gateway.example/my-identity/token/identity/token");
    row("encoded slash in the path", "https://gateway.example/a%2Fb",
        "https://gateway.example/a%2Fb", "https://gateway.example/a%2Fb/identity/token");
    row("encoded percent in the path", "https://gateway.example/a%2541",
        "https://gateway.example/a%2541", "https://gateway.example/a%2541/identity/token");
    row("punycode", "https://xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com",
        "https://xn--80ak6aa92e.com/identity/token");
    row("Unicode host", "https://bücher.example", "https://xn--bcher-kva.example",
        "https://xn--bcher-kva.example/identity/token");
}

void EndpointTest::parse_takesWhatPeoplePaste()
{
    QFETCH(QString, text);
    QFETCH(QString, base);
    QFETCH(QString, tokenUrl);
    const auto endpoint = Endpoint::parse(text);
    QCOMPARE(outcome(endpoint), u"ok"_s);
    QCOMPARE(endpoint->toString(), base);
    QCOMPARE(QString::fromLatin1(endpoint->tokenUrl().toEncoded()), tokenUrl);
    QCOMPARE(QString::fromLatin1(endpoint->keyDetailsUrl().toEncoded()),
             base + "/v1/apikeys/details"_L1);
    QCOMPARE(QString::fromLatin1(endpoint->discoveryUrl().toEncoded()),
             tokenUrl.chopped(5) + ".well-known/openid-configuration"_L1);
}

void EndpointTest::parse_refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             " ",
                             "iam.cloud.ibm.com",
                             "iam.cloud.ibm.com/identity/token",
                             "https://",
                             "https:///path",
                             "https:iam.cloud.ibm.com",
                             "http://iam.cloud.ibm.com",
                             "http://localhost:8080",
                             "http://127.0.0.1",
                             "http://[::1]:80",
                             "HTTP://iam.cloud.ibm.com",
                             "ftp://iam.cloud.ibm.com",
                             "file:///etc/passwd",
                             "javascript:alert(1)",
                             "https://user@iam.cloud.ibm.com",
                             "https://user:password@iam.cloud.ibm.com",
                             "https://iam.cloud.ibm.com@evil.example",
                             "https://:@iam.cloud.ibm.com",
                             "https://iam.cloud.ibm.com?a=b",
                             "https://iam.cloud.ibm.com/?",
                             "https://iam.cloud.ibm.com/identity/token?x=1",
                             "https://iam.cloud.ibm.com#fragment",
                             "https://iam.cloud.ibm.com/#",
                             "https://iam.cloud.ibm.com:99999",
                             "https://iam.cloud.ibm.com:port",
                             "https://iam cloud.ibm.com",
                             "https://iam.cloud.ibm.com/a b",
                             "https://iam.cloud.ibm.com/%zz",
                             "https://iam.cloud.ibm.com\nHost: evil.example",
                             "https://[::1",
                             "https://%00.example"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void EndpointTest::parse_refuses()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QCOMPARE(outcome(endpoint), u"EndpointInvalid"_s);
    QVERIFY(!endpoint.error().detail.isEmpty());
    QVERIFY(!endpoint.error().detail.contains("password@"_L1));
}

void EndpointTest::host_isShownAsItGoesOverTheWire()
{
    // In Cyrillic letters this looks like apple.com, which is how QUrl shows it.
    const auto lookAlike = Endpoint::parse(u"https://xn--80ak6aa92e.com"_s);
    QVERIFY(lookAlike);
    QCOMPARE(lookAlike->host(), u"xn--80ak6aa92e.com"_s);
    QVERIFY(*lookAlike == Endpoint::parse(u"https://аррӏе.com"_s).value());
    QVERIFY(!lookAlike->toString().contains(u"а"_s));
}

void EndpointTest::text_survivesARoundTrip()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint);
    QVERIFY(Endpoint::parse(endpoint->toString()).value() == *endpoint);
}

void EndpointTest::defaultEndpoint_isProduction()
{
    QCOMPARE(Endpoint().toString(), u"https://iam.cloud.ibm.com"_s);
    QCOMPARE(Endpoint().host(), u"iam.cloud.ibm.com"_s);
}

void EndpointTest::presets_areDifferentAndSecure()
{
    QSet<QString> seen;
    const auto presets = endpointPresets();
    for (const EndpointPreset &preset : presets) {
        seen.insert(preset.endpoint.toString());
        QCOMPARE(preset.endpoint.tokenUrl().scheme(), u"https"_s);
        QVERIFY(preset.endpoint.host().endsWith(".cloud.ibm.com"_L1));
        const bool isRegional = preset.kind == EndpointPreset::Kind::PrivateRegional;
        QCOMPARE(!preset.region.isEmpty(), isRegional);
        if (isRegional)
            QCOMPARE(preset.endpoint.host(),
                     "private."_L1 + preset.region + ".iam.cloud.ibm.com"_L1);
    }
    QCOMPARE(seen.size(), presets.size());
    QCOMPARE(presets.first().kind, EndpointPreset::Kind::Production);
    QVERIFY(presets.first().endpoint == Endpoint());
    QVERIFY(seen.contains(u"https://private.iam.cloud.ibm.com"_s));
    QVERIFY(seen.contains(u"https://iam.test.cloud.ibm.com"_s));
}

void EndpointTest::issuer_isOfTheEnvironment_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("issuer");
    const QString production = u"https://iam.cloud.ibm.com/identity"_s;
    const QString test = u"https://iam.test.cloud.ibm.com/identity"_s;
    QTest::newRow("production") << u"https://iam.cloud.ibm.com"_s << production;
    QTest::newRow("private") << u"https://private.iam.cloud.ibm.com"_s << production;
    QTest::newRow("regional") << u"https://private.us-south.iam.cloud.ibm.com"_s << production;
    QTest::newRow("test") << u"https://iam.test.cloud.ibm.com"_s << test;
    QTest::newRow("private test") << u"https://private.iam.test.cloud.ibm.com"_s << test;
    QTest::newRow("own") << u"https://127.0.0.1:8443"_s << u"https://127.0.0.1:8443/identity"_s;
    QTest::newRow("path") << u"https://gateway.example/iam"_s
                          << u"https://gateway.example/iam/identity"_s;
    QTest::newRow("alike") << u"https://evil-iam.cloud.ibm.com"_s
                           << u"https://evil-iam.cloud.ibm.com/identity"_s;
    QTest::newRow("another port") << u"https://a.iam.cloud.ibm.com:8443"_s
                                  << u"https://a.iam.cloud.ibm.com:8443/identity"_s;
}

void EndpointTest::issuer_isOfTheEnvironment()
{
    QFETCH(const QString, base);
    QTEST(Endpoint::parse(base)->issuer(), "issuer");
}

void EndpointTest::ofIssuer_isTheServiceThatNamesItselfSo()
{
    QVERIFY(Endpoint::ofIssuer(Endpoint().issuer()).value() == Endpoint());
    const auto own = Endpoint::ofIssuer(u"https://gateway.example:8443/iam/identity"_s);
    QCOMPARE(outcome(own), u"ok"_s);
    QCOMPARE(own->issuer(), u"https://gateway.example:8443/iam/identity"_s);
    QCOMPARE(own->keysUrl().toString(), u"https://gateway.example:8443/iam/identity/keys"_s);
}

void EndpointTest::ofIssuer_refuses_data()
{
    QTest::addColumn<QString>("issuer");
    for (const char *issuer :
         {"", "/identity", "http://iam.cloud.ibm.com/identity", "https://iam.cloud.ibm.com",
          "https://iam.cloud.ibm.com/identity/", "https://iam.cloud.ibm.com/identity/keys",
          "https://a:b@iam.cloud.ibm.com/identity", "https://iam.cloud.ibm.com?/identity",
          "https://iam.cloud.ibm.com/#/identity", "file:///identity", "https:///identity"})
        QTest::newRow(issuer) << QString::fromLatin1(issuer);
}

void EndpointTest::ofIssuer_refuses()
{
    QFETCH(const QString, issuer);
    QCOMPARE(outcome(Endpoint::ofIssuer(issuer)), u"EndpointInvalid"_s);
}

HOURPASS_TEST(EndpointTest, QCoreApplication)

} // namespace tst_endpoint

#include "tst_endpoint.moc"
