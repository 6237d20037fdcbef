// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/tokenrequestrules.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_tokenrequestrules {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

constexpr char grant[] = "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey";

HttpRequest requestInOrder()
{
    HttpRequest request;
    request.method = "POST"_ba;
    request.target = "/identity/token"_ba;
    request.headers = {{"Host"_ba, "127.0.0.1"_ba},
                       {"User-Agent"_ba, "Hourpass/0.1.0"_ba},
                       {"Content-Type"_ba, "application/x-www-form-urlencoded"_ba},
                       {"Accept"_ba, "application/json"_ba}};
    request.body = grant + "&apikey=abc"_ba;
    return request;
}

HttpRequest withHeader(const QByteArray &name, const QByteArray &value)
{
    HttpRequest request = requestInOrder();
    request.headers.removeIf([&name](const HttpHeader &header) { return header.name == name; });
    if (!value.isEmpty())
        request.headers.append({name, value});
    return request;
}

HttpRequest withSecond(const QByteArray &name, const QByteArray &value)
{
    HttpRequest request = requestInOrder();
    request.headers.append({name, value});
    return request;
}

HttpRequest withBody(const QByteArray &body)
{
    HttpRequest request = requestInOrder();
    request.body = body;
    return request;
}

HttpRequest withTarget(const QByteArray &target)
{
    HttpRequest request = requestInOrder();
    request.target = target;
    return request;
}

HttpRequest withKey(const QByteArray &encoded)
{
    return withBody(grant + "&apikey="_ba + encoded);
}

constexpr char assumeGrant[] = "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aassume";

HttpRequest toAssume(const QByteArray &fields)
{
    return withBody(assumeGrant + fields);
}

struct Verdicts {
    TokenRequestVerdict strict;
    TokenRequestVerdict lenient;
    QString violations;
};

Verdicts judge(const HttpRequest &request)
{
    const FormBody form = parseForm(request.body);
    const TokenRequestVerdict strict = judgeTokenRequest(request, form, Strictness::Strict);
    return {strict, judgeTokenRequest(request, form, Strictness::Lenient),
            strict.violations.join(u"; "_s)};
}

void addColumns()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QString>("mentioned");
}

class TestTokenRequestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestInOrder_isTaken_data();
    void requestInOrder_isTaken();
    void looseRequest_isRefusedOnlyWhenStrict_data();
    void looseRequest_isRefusedOnlyWhenStrict();
    void wrongRequest_isAlwaysRefused_data();
    void wrongRequest_isAlwaysRefused();
    void everyByte_survivesStrictEncoding();
    void violations_doNotRepeatTheKey();
};

void TestTokenRequestRules::requestInOrder_isTaken_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::newRow("smallest") << requestInOrder();
    QTest::newRow("response type") << withKey("abc&response_type=cloud_iam"_ba);
    QTest::newRow("reserved bytes encoded") << withKey("%2B%2F%3D%26%25%20%C3%A9"_ba);
    QTest::newRow("profile by id") << toAssume("&access_token=a.b.c&profile_id=Profile-1"_ba);
    QTest::newRow("profile by CRN") << toAssume("&access_token=a.b.c&profile_crn=crn%3Av1"_ba);
    QTest::newRow("profile by name")
        << toAssume("&access_token=a.b.c&profile_name=x%20y&account=0123"_ba);
    QTest::newRow("profile first") << toAssume("&profile_id=Profile-1&access_token=a.b.c"_ba);
}

void TestTokenRequestRules::requestInOrder_isTaken()
{
    QFETCH(const HttpRequest, request);
    const Verdicts verdicts = judge(request);
    QCOMPARE(verdicts.violations, QString());
    QVERIFY(!verdicts.strict.refused);
    QVERIFY(!verdicts.lenient.refused);
}

void TestTokenRequestRules::looseRequest_isRefusedOnlyWhenStrict_data()
{
    addColumns();
    QTest::newRow("media type with charset")
        << withHeader("Content-Type"_ba, "application/x-www-form-urlencoded; charset=utf-8"_ba)
        << u"Content-Type"_s;
    QTest::newRow("accepts anything") << withHeader("Accept"_ba, "*/*"_ba) << u"Accept"_s;
    QTest::newRow("accepts more") << withHeader("Accept"_ba, "application/json, text/plain"_ba)
                                  << u"Accept"_s;
    QTest::newRow("no Accept") << withHeader("Accept"_ba, {}) << u"Accept"_s;
    QTest::newRow("no User-Agent") << withHeader("User-Agent"_ba, {}) << u"User-Agent"_s;
    QTest::newRow("cookie") << withHeader("Cookie"_ba, "a=b"_ba) << u"Cookie"_s;
    QTest::newRow("Basic client") << withHeader("Authorization"_ba, "Basic Yng6Yng="_ba)
                                  << u"Authorization"_s;
    QTest::newRow("plus for space") << withKey("a+b"_ba) << u"'apikey'"_s;
    QTest::newRow("raw slash") << withKey("a/b"_ba) << u"byte 1"_s;
    QTest::newRow("raw equals sign") << withKey("ab="_ba) << u"byte 2"_s;
    QTest::newRow("raw colon in the grant")
        << withBody("grant_type=urn:ibm&apikey=abc"_ba) << u"'grant_type'"_s;
    QTest::newRow("lower-case escape") << withKey("%2f"_ba) << u"'apikey'"_s;
    QTest::newRow("needless escape") << withKey("%41"_ba) << u"'apikey'"_s;
    QTest::newRow("raw byte outside ASCII") << withKey("\xc3\xa9"_ba) << u"'apikey'"_s;
    QTest::newRow("encoded name") << withBody(grant + "&%61pikey=abc"_ba)
                                  << u"the name of form field 'apikey'"_s;
    QTest::newRow("unknown field") << withKey("abc&scope=x"_ba) << u"'scope'"_s;
    QTest::newRow("response type when assuming")
        << toAssume("&access_token=a&profile_id=b&response_type=cloud_iam"_ba)
        << u"'response_type'"_s;
    QTest::newRow("scope when assuming")
        << toAssume("&access_token=a&profile_id=b&scope=c"_ba) << u"'scope'"_s;
    QTest::newRow("key when assuming")
        << toAssume("&access_token=a&profile_id=b&apikey=c"_ba) << u"'apikey'"_s;
    QTest::newRow("account with an id")
        << toAssume("&access_token=a&profile_id=b&account=c"_ba) << u"'account'"_s;
    QTest::newRow("raw colon in the CRN")
        << toAssume("&access_token=a&profile_crn=crn:v1"_ba) << u"'profile_crn'"_s;
    QTest::newRow("token in place of a key")
        << withKey("abc&access_token=a"_ba) << u"'access_token'"_s;
    QTest::newRow("two Accepts") << withSecond("Accept"_ba, "application/json"_ba) << u"Accept"_s;
}

void TestTokenRequestRules::looseRequest_isRefusedOnlyWhenStrict()
{
    QFETCH(const HttpRequest, request);
    QFETCH(const QString, mentioned);
    const Verdicts verdicts = judge(request);
    QVERIFY(verdicts.strict.refused);
    QVERIFY(!verdicts.lenient.refused);
    QCOMPARE(verdicts.lenient.violations, verdicts.strict.violations);
    QVERIFY2(verdicts.violations.contains(mentioned), qPrintable(verdicts.violations));
}

void TestTokenRequestRules::wrongRequest_isAlwaysRefused_data()
{
    addColumns();
    QTest::newRow("query") << withTarget("/identity/token?a=b"_ba) << u"query"_s;
    QTest::newRow("empty query") << withTarget("/identity/token?"_ba) << u"query"_s;
    QTest::newRow("JSON") << withHeader("Content-Type"_ba, "application/json"_ba)
                          << u"Content-Type"_s;
    QTest::newRow("no Content-Type") << withHeader("Content-Type"_ba, {}) << u"Content-Type"_s;
    QTest::newRow("two Content-Types")
        << withSecond("content-type"_ba, "application/x-www-form-urlencoded"_ba)
        << u"Content-Type"_s;
    QTest::newRow("bearer") << withHeader("Authorization"_ba, "Bearer abc"_ba)
                            << u"Authorization"_s;
    QTest::newRow("empty body") << withBody({}) << u"'grant_type'"_s;
    QTest::newRow("no key") << withBody(QByteArray(grant)) << u"'apikey'"_s;
    QTest::newRow("two keys") << withKey("abc&apikey=abc"_ba) << u"'apikey'"_s;
    QTest::newRow("two keys, one encoded")
        << withKey("abc&%61pikey=abc"_ba) << u"exactly one form field 'apikey'"_s;
    QTest::newRow("empty key") << withKey({}) << u"'apikey' is empty"_s;
    QTest::newRow("no grant") << withBody("apikey=abc"_ba) << u"'grant_type'"_s;
    QTest::newRow("two grants") << withKey("abc&grant_type=x"_ba) << u"'grant_type'"_s;
    QTest::newRow("raw ampersand") << withKey("a&b"_ba) << u"no '='"_s;
    QTest::newRow("ampersand at the end") << withKey("abc&"_ba) << u"no '='"_s;
    QTest::newRow("broken escape") << withKey("a%2"_ba) << u"broken"_s;
    QTest::newRow("raw percent sign") << withKey("a%zz"_ba) << u"broken"_s;
    QTest::newRow("no token to assume with") << toAssume("&profile_id=b"_ba) << u"'access_token'"_s;
    QTest::newRow("two tokens to assume with")
        << toAssume("&access_token=a&access_token=a&profile_id=b"_ba) << u"'access_token'"_s;
    QTest::newRow("empty token to assume with")
        << toAssume("&access_token=&profile_id=b"_ba) << u"'access_token' is empty"_s;
    QTest::newRow("no profile") << toAssume("&access_token=a"_ba) << u"exactly one profile"_s;
    QTest::newRow("two profiles") << toAssume("&access_token=a&profile_id=b&profile_crn=c"_ba)
                                  << u"exactly one profile"_s;
    QTest::newRow("a profile twice")
        << toAssume("&access_token=a&profile_id=b&profile_id=b"_ba) << u"exactly one profile"_s;
    QTest::newRow("empty profile")
        << toAssume("&access_token=a&profile_id="_ba) << u"'profile_id' is empty"_s;
    QTest::newRow("profile name without account")
        << toAssume("&access_token=a&profile_name=b"_ba) << u"'account'"_s;
    QTest::newRow("other response type")
        << withKey("abc&response_type=uaa"_ba) << u"'response_type'"_s;
}

void TestTokenRequestRules::wrongRequest_isAlwaysRefused()
{
    QFETCH(const HttpRequest, request);
    QFETCH(const QString, mentioned);
    const Verdicts verdicts = judge(request);
    QVERIFY(verdicts.strict.refused);
    QVERIFY(verdicts.lenient.refused);
    QVERIFY2(verdicts.violations.contains(mentioned), qPrintable(verdicts.violations));
}

void TestTokenRequestRules::everyByte_survivesStrictEncoding()
{
    QByteArray key;
    for (int byte = 0; byte < 256; ++byte)
        key += char(byte);
    const HttpRequest request = withKey(key.toPercentEncoding());
    const FormBody form = parseForm(request.body);
    QVERIFY(!judgeTokenRequest(request, form, Strictness::Strict).refused);
    QCOMPARE(form.values("apikey"), QByteArrayList{key});
}

void TestTokenRequestRules::violations_doNotRepeatTheKey()
{
    const HttpRequest request = withKey("canary+/=&canary%"_ba);
    const auto verdict = judgeTokenRequest(request, parseForm(request.body), Strictness::Strict);
    QVERIFY(verdict.refused);
    QVERIFY(!verdict.violations.join(u' ').contains(u"canary"_s));
}

HOURPASS_TEST(TestTokenRequestRules, QCoreApplication)

} // namespace tst_tokenrequestrules

#include "tst_tokenrequestrules.moc"
