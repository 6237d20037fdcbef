// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/compare/comparison.h"

#include "jwt/compare/claimleaves.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_comparison {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Change = ClaimDifference::Change;

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Inspection inspectionOf(const QByteArray &claims, const QByteArray &header = R"({"alg":"RS256"})")
{
    VerifyOptions options;
    options.now = Seconds(1000);
    return inspectToken(
        strictToken(encoded(header) + '.' + encoded(claims) + '.' + QByteArray(342, 'A')), {},
        options);
}

Comparison compared(const QByteArray &first, const QByteArray &second)
{
    return compareTokens(inspectionOf(first), inspectionOf(second));
}

/// "a=1 -> 2", "b>c": what is not the same, in order.
QStringList changes(const Comparison &comparison)
{
    QStringList all;
    for (const ClaimDifference &one : comparison.claims) {
        const QString first = QString::fromUtf8(one.first.utf8);
        const QString second = QString::fromUtf8(one.second.utf8);
        if (one.change == Change::Changed)
            all.append(one.path + u'=' + first + "->"_L1 + second);
        else if (one.change == Change::OnlyFirst)
            all.append(u'-' + one.path + u'=' + first);
        else if (one.change == Change::OnlySecond)
            all.append(u'+' + one.path + u'=' + second);
        else if (one.change == Change::Moved)
            all.append(one.path + u'>' + one.movedTo);
    }
    return all;
}

class ComparisonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claims_arePaired_data();
    void claims_arePaired();
    void questions_areAnswered_data();
    void questions_areAnswered();
    void scope_isLostAndGained_data();
    void scope_isLostAndGained();
    void life_isCompared();
    void header_isCompared();
    void sameToken_isTold();
    void unreadableToken_isTold();
    void hugeTokens_areBounded_data();
    void hugeTokens_areBounded();
    void leaves_haveTheirPaths();
};

void ComparisonTest::claims_arePaired_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &first, const QByteArray &second,
                        const QStringList &expected) {
        QTest::newRow(name) << first << second << expected;
    };
    row("nothing", "{}", "{}", {});
    row("the same in another order", R"({"a":1,"b":2})", R"({"b":2,"a":1})", {});
    row("the same number", R"({"a":3600})", R"({"a":3.6e3})", {});
    row("changed", R"({"a":1})", R"({"a":2})", {u"a=1->2"_s});
    row("another type", R"({"a":1})", R"({"a":"1"})", {u"a=1->1"_s});
    row("only in one", R"({"a":1})", R"({"b":2})", {u"-a=1"_s, u"+b=2"_s});
    row("nested", R"({"a":{"b":1,"c":2}})", R"({"a":{"b":1,"c":3}})", {u"a.c=2->3"_s});
    row("moved to another name", R"({"a":"abcd"})", R"({"b":"abcd"})", {u"a>b"_s});
    row("moved into an object", R"({"a":"abcd"})", R"({"b":{"c":"abcd"}})", {u"a>b.c"_s});
    row("too short to have moved", R"({"a":"abc"})", R"({"b":"abc"})", {u"-a=abc"_s, u"+b=abc"_s});
    row("a truth has not moved", R"({"a":true})", R"({"b":true})", {u"-a=true"_s, u"+b=true"_s});
    row("swapped values are changes", R"({"a":"abcd","b":"efgh"})", R"({"a":"efgh","b":"abcd"})",
        {u"a=abcd->efgh"_s, u"b=efgh->abcd"_s});
    row("other order in a list", R"({"a":["x","y"]})", R"({"a":["y","x"]})",
        {u"a[0]>a[1]"_s, u"a[1]>a[0]"_s});
    row("one more at the front of a list", R"({"a":["x","y"]})", R"({"a":["z","x","y"]})",
        {u"a[0]>a[1]"_s, u"a[1]>a[2]"_s, u"+a[0]=z"_s});
    row("one less in a list", R"({"a":["x","y"]})", R"({"a":["y"]})",
        {u"-a[0]=x"_s, u"a[1]>a[0]"_s});
    row("a value twice in a list", R"({"a":["x","x"]})", R"({"a":["x"]})", {u"-a[1]=x"_s});
    row("another value in a list", R"({"a":["x"]})", R"({"a":["y"]})", {u"a[0]=x->y"_s});
    row("a list grown out of nothing", R"({"a":[]})", R"({"a":["x"]})", {u"-a="_s, u"+a[0]=x"_s});
    row("a name that comes twice", R"({"a":1,"a":2})", R"({"a":1,"a":3})", {u"a=2->3"_s});
}

void ComparisonTest::claims_arePaired()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    Comparison comparison = compared(first, second);
    comparison.claims.removeIf(
        [](const ClaimDifference &one) { return one.part == TokenPart::Header; });
    QTEST(changes(comparison), "expected");
    QCOMPARE(changes(compared(first, first)), QStringList());
}

void ComparisonTest::questions_areAnswered_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<Likeness>("identity");
    QTest::addColumn<Likeness>("account");
    QTest::addColumn<Likeness>("issuer");
    const QByteArray ada = R"({"iam_id":"IBMid-1","account":{"bss":"a"},"iss":"i"})";
    const auto row = [&ada](const char *name, const QByteArray &second, Likeness identity,
                            Likeness account, Likeness issuer) {
        QTest::newRow(name) << ada << second << identity << account << issuer;
    };
    row("the same", ada, Likeness::Same, Likeness::Same, Likeness::Same);
    row("all other", R"({"iam_id":"IBMid-2","account":{"bss":"b"},"iss":"j"})", Likeness::Other,
        Likeness::Other, Likeness::Other);
    row("does not say", "{}", Likeness::FirstOnly, Likeness::FirstOnly, Likeness::FirstOnly);
    row("says it elsewhere", R"({"id":"IBMid-1","account":"a"})", Likeness::Same,
        Likeness::FirstOnly, Likeness::FirstOnly);
    row("not a text", R"({"iam_id":1,"account":{"bss":1},"iss":1})", Likeness::FirstOnly,
        Likeness::FirstOnly, Likeness::FirstOnly);
    QTest::newRow("by subject alone")
        << R"({"sub":"a"})"_ba
        << R"({"sub":"b"})"_ba << Likeness::Other << Likeness::Neither << Likeness::Neither;
    QTest::newRow("neither says") << "{}"_ba
                                  << "{}"_ba << Likeness::Neither << Likeness::Neither
                                  << Likeness::Neither;
}

void ComparisonTest::questions_areAnswered()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    const Comparison comparison = compared(first, second);
    QTEST(comparison.identity.likeness, "identity");
    QTEST(comparison.account.likeness, "account");
    QTEST(comparison.issuer.likeness, "issuer");
}

void ComparisonTest::scope_isLostAndGained_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<Likeness>("likeness");
    QTest::addColumn<QStringList>("lost");
    QTest::addColumn<QStringList>("gained");
    const QByteArray both = R"({"scope":"ibm openid"})";
    QTest::newRow("the same") << both << R"({"scope":" openid  ibm openid"})"_ba << Likeness::Same
                              << QStringList() << QStringList();
    QTest::newRow("lost") << both << R"({"scope":"ibm"})"_ba << Likeness::Other
                          << QStringList{u"openid"_s} << QStringList();
    QTest::newRow("gained") << both << R"({"scope":["ibm","openid","kube"]})"_ba << Likeness::Other
                            << QStringList() << QStringList{u"kube"_s};
    QTest::newRow("none") << both << "{}"_ba << Likeness::FirstOnly
                          << QStringList{u"ibm"_s, u"openid"_s} << QStringList();
    QTest::newRow("neither") << "{}"_ba
                             << "{}"_ba << Likeness::Neither << QStringList() << QStringList();
    QTest::newRow("empty") << R"({"scope":""})"_ba
                           << R"({"scope":[]})"_ba << Likeness::Same << QStringList()
                           << QStringList();
}

void ComparisonTest::scope_isLostAndGained()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    const Comparison comparison = compared(first, second);
    QTEST(comparison.scope.likeness, "likeness");
    QTEST(comparison.scope.lost, "lost");
    QTEST(comparison.scope.gained, "gained");
}

void ComparisonTest::life_isCompared()
{
    const Comparison comparison = compared(R"({"iat":400,"exp":4000})", R"({"iat":300,"exp":900})");
    QCOMPARE(comparison.life, (ComparedTime{Seconds(3600), Seconds(600)}));
    QCOMPARE(comparison.left, (ComparedTime{Seconds(3000), Seconds(-100)}));
    QCOMPARE(comparison.life.likeness(), Likeness::Other);
    const Comparison unknown = compared(R"({"exp":4000})", R"({"iat":300})");
    QCOMPARE(unknown.life.likeness(), Likeness::Neither);
    QCOMPARE(unknown.left.likeness(), Likeness::FirstOnly);
}

void ComparisonTest::header_isCompared()
{
    const Comparison comparison = compareTokens(inspectionOf("{}", R"({"alg":"RS256","kid":"1"})"),
                                                inspectionOf("{}", R"({"alg":"RS512","kid":2})"));
    QCOMPARE(comparison.keyId, (ComparedText{Likeness::Other, u"1"_s, u"2"_s}));
    QCOMPARE(comparison.algorithm, (ComparedText{Likeness::Other, u"RS256"_s, u"RS512"_s}));
    QCOMPARE(changes(comparison), QStringList({u"alg=RS256->RS512"_s, u"kid=1->2"_s}));
    QCOMPARE(comparison.claims.first().part, TokenPart::Header);
}

void ComparisonTest::sameToken_isTold()
{
    QVERIFY(compared(R"({"a":1})", R"({"a":1})").areSameText);
    QVERIFY(!compared(R"({"a":1})", R"({"a":2})").areSameText);
    QVERIFY(!compareTokens({}, {}).areSameText);
}

void ComparisonTest::unreadableToken_isTold()
{
    const Inspection broken = inspectToken(strictToken("a.b.c"), {}, {});
    const Comparison comparison = compareTokens(broken, inspectionOf(R"({"a":1,"a":2})"));
    QVERIFY(!comparison.canReadFirst && comparison.canReadSecond);
    QVERIFY(comparison.isSecondDamaged);
    QCOMPARE(changes(comparison), QStringList({u"+alg=RS256"_s, u"+a=1"_s, u"+a=2"_s}));
}

void ComparisonTest::hugeTokens_areBounded_data()
{
    QTest::addColumn<QByteArray>("claims");
    const QByteArray many = QByteArray("0,").repeated(30'000) + '0';
    QTest::newRow("many values") << "{\"a\":[" + many + "]}";
    QTest::newRow("many values below a long name")
        << "{\"" + QByteArray(60'000, 'a') + "\":[" + many.first(30'001) + "]}";
    QTest::newRow("a long value") << "{\"a\":\"" + QByteArray(90'000, 'a') + "\"}";
    QTest::newRow("deep") << "{\"a\":" + QByteArray("[").repeated(60) + many.first(20'001)
            + QByteArray("]").repeated(60) + '}';
}

void ComparisonTest::hugeTokens_areBounded()
{
    QFETCH(QByteArray, claims);
    const Inspection first = inspectionOf(claims);
    QVERIFY(first.decoded.claims);
    claims[claims.size() / 2] =
        claims.at(claims.size() / 2) == 'a' ? 'b' : claims.at(claims.size() / 2);
    QElapsedTimer time;
    time.start();
    const Comparison comparison = compareTokens(first, inspectionOf(claims));
    QVERIFY(comparison.claims.size() <= 2 * mostComparedClaims + 1);
    qsizetype characters = 0;
    for (const ClaimDifference &one : comparison.claims)
        characters += one.path.size();
    QVERIFY2(characters < 2'000'000, qPrintable(QString::number(characters)));
    QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
}

void ComparisonTest::leaves_haveTheirPaths()
{
    const auto json = parseJson(R"({"a":{"b":[1,{"c":null}]},"d":[],"e":{},"f":"g"})");
    QStringList paths;
    for (const ClaimLeaf &leaf : claimLeaves(*json, 100).leaves)
        paths.append(leaf.path);
    QCOMPARE(paths, QStringList({u"a.b[0]"_s, u"a.b[1].c"_s, u"d"_s, u"e"_s, u"f"_s}));
    QVERIFY(!claimLeaves(*json, 5).hasMore);
    QVERIFY(claimLeaves(*json, 4).hasMore);
    QCOMPARE(claimLeaves(*json, 4).leaves.size(), 4);
    QCOMPARE(claimLeaves(*parseJson("[1]"), 4).leaves.size(), 0);
}

HOURPASS_TEST(ComparisonTest, QCoreApplication)

} // namespace tst_comparison

#include "tst_comparison.moc"
