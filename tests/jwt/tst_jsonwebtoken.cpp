// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/jsonwebtoken.h"

#include "support/vectors.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QTest>

using namespace hourpass;
using namespace Qt::StringLiterals;

using Problems = QList<TokenProblem>;

namespace {

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenOf(const QByteArray &header, const QByteArray &claims)
{
    return encoded(header) + '.' + encoded(claims) + ".AAAA";
}

const QByteArray goodHeader = R"({"alg":"RS256","kid":"1"})"_ba;

} // namespace

class JsonWebTokenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adversarialTokens_data();
    void adversarialTokens();
    void rfcExamples_data();
    void rfcExamples();
    void problems_data();
    void problems();
    void whatCanBeRead_isRead();
    void anyTruncation_isToldApart();
    void anyDamage_isSurvived();
    void largestToken_isReadQuickly();
};

void JsonWebTokenTest::adversarialTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("verdicts");
    const auto vectors = test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s));
    QCOMPARE(vectors.size(), 49);
    for (const QJsonObject &vector : vectors) {
        QStringList verdicts;
        for (const QJsonValue &verdict : vector["expect"_L1]["verdict"_L1].toArray())
            verdicts += verdict.toString();
        QTest::newRow(qPrintable(vector["name"_L1].toString()))
            << test::inputOf(vector) << vector["kind"_L1].toString() << verdicts;
    }
}

// Whether a token is genuine is not decided here, but what is malformed is told by all its
// problems, and no token of any other verdict has one.
void JsonWebTokenTest::adversarialTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, kind);
    QFETCH(QStringList, verdicts);
    QVERIFY(!verdicts.isEmpty());
    const DecodedToken decoded = decodeToken(token);
    if (kind == "paste"_L1)
        return; // the paste box cleans these up first; that nothing went wrong above is all
    if (verdicts == QStringList{u"malformed"_s})
        QVERIFY(!decoded.isWellFormed());
    else if (verdicts == QStringList{u"too_large"_s})
        QCOMPARE(decoded.problems, Problems{TokenProblem::TooLarge});
    else if (!verdicts.contains(u"malformed"_s))
        QVERIFY(decoded.isWellFormed() && decoded.header && decoded.claims);
}

void JsonWebTokenTest::rfcExamples_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<Problems>("expected");
    const QJsonObject examples =
        QJsonDocument::fromJson(test::ownVectors(u"rfc/rfc_examples.json"_s)).object();
    for (const QJsonValue &example : examples["vectors"_L1].toArray()) {
        const QString name = example["name"_L1].toString();
        Problems expected;
        if (name.contains("_json"_L1))
            expected = {TokenProblem::NotThreeParts};
        else if (name == "rfc7515_A4_es512"_L1 || name == "rfc7515_E_negative_crit"_L1)
            expected = {TokenProblem::ClaimsNotJsonObject}; // a signed text, but no claims
        QTest::newRow(qPrintable(name))
            << example["token_or_response"_L1].toString().toLatin1() << expected;
    }
}

void JsonWebTokenTest::rfcExamples()
{
    QFETCH(QByteArray, token);
    QFETCH(Problems, expected);
    QCOMPARE(decodeToken(token).problems, expected);
}

void JsonWebTokenTest::problems_data()
{
    using P = TokenProblem;
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<Problems>("expected");
    const auto row = [](const char *name, const QByteArray &token, const Problems &expected) {
        QTest::newRow(name) << token << expected;
    };
    const QByteArray good = tokenOf(goodHeader, "{}");
    row("none", good, {});
    row("none, unsigned", good.left(good.lastIndexOf('.') + 1), {});
    row("none, unknown algorithm", tokenOf(R"({"alg":"none"})", "{}"), {});
    row("empty", "", {P::NotThreeParts});
    row("one part", "e30", {P::NotThreeParts});
    row("two parts", "e30.e30", {P::NotThreeParts});
    row("four parts", good + ".AAAA", {P::NotThreeParts});
    row("encrypted", good + ".AAAA.AAAA", {P::NotThreeParts});
    row("three empty parts", "..", {P::HeaderNotJsonObject, P::ClaimsNotJsonObject});
    row("three times nonsense", "A.B.C",
        {P::HeaderNotBase64Url, P::ClaimsNotBase64Url, P::SignatureNotBase64Url});
    row("blank in front", " " + good, {P::HeaderNotBase64Url});
    row("line end behind", good + "\n", {P::SignatureNotBase64Url});
    row("padded header", encoded(goodHeader) + "=" + good.mid(good.indexOf('.')),
        {P::HeaderNotBase64Url});
    row("header is a list", tokenOf("[]", "{}"), {P::HeaderNotJsonObject});
    row("header is not JSON", tokenOf("alg", "{}"), {P::HeaderNotJsonObject});
    row("header has a member twice", tokenOf(R"({"alg":"RS256","alg":"none"})", "{}"),
        {P::HeaderNotJsonObject});
    row("claims are a list", tokenOf(goodHeader, "[]"), {P::ClaimsNotJsonObject});
    row("claims are text", tokenOf(goodHeader, "Payload"), {P::ClaimsNotJsonObject});
    row("claims have a member twice", tokenOf(goodHeader, R"({"exp":1,"\u0065xp":2})"),
        {P::ClaimsNotJsonObject});
    row("claims with a byte order mark", tokenOf(goodHeader, "\xEF\xBB\xBF{}"),
        {P::ClaimsNotJsonObject});
    row("claims with something after a NUL", tokenOf(goodHeader, QByteArray("{}\0{}", 5)),
        {P::ClaimsNotJsonObject});
    row("claims nested too deeply",
        tokenOf(goodHeader, R"({"a":)" + QByteArray(64, '[') + QByteArray(64, ']') + "}"),
        {P::ClaimsNotJsonObject});
    // RFC 7515, sections 4.1.1 and 4.1.4.
    row("no algorithm", tokenOf(R"({"kid":"1"})", "{}"), {P::HeaderMembersInvalid});
    row("algorithm is a number", tokenOf(R"({"alg":256})", "{}"), {P::HeaderMembersInvalid});
    row("algorithm is null", tokenOf(R"({"alg":null})", "{}"), {P::HeaderMembersInvalid});
    row("key id is a number", tokenOf(R"({"alg":"RS256","kid":1})", "{}"),
        {P::HeaderMembersInvalid});
    row("as long as may be", QByteArray(tokenLimit, 'A'), {P::NotThreeParts});
    row("too long by one", QByteArray(tokenLimit + 1, 'A'), {P::TooLarge});
}

void JsonWebTokenTest::problems()
{
    QFETCH(QByteArray, token);
    QFETCH(Problems, expected);
    const DecodedToken decoded = decodeToken(token);
    QCOMPARE(decoded.problems, expected);
    QCOMPARE(decoded.isWellFormed(), expected.isEmpty());
}

void JsonWebTokenTest::whatCanBeRead_isRead()
{
    const QByteArray good = tokenOf(goodHeader, R"({"name":"Ada","exp":1767229200})");
    QCOMPARE(decodeToken(good).claims->string(u"name"), u"Ada"_s);
    QCOMPARE(decodeToken(good).claims->find(u"exp")->utf8, "1767229200"_ba);
    QCOMPARE(decodeToken(good).header->string(u"alg"), u"RS256"_s);
    // The claims are shown even where the rest is broken.
    const DecodedToken broken = decodeToken("!" + good + "=");
    QVERIFY(!broken.header);
    QCOMPARE(broken.claims->string(u"name"), u"Ada"_s);
    QCOMPARE(broken.problems.size(), 2);
}

void JsonWebTokenTest::anyTruncation_isToldApart()
{
    const auto vectors = test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s));
    const QByteArray whole = test::inputOf(vectors.first());
    QVERIFY(decodeToken(whole).isWellFormed());
    const qsizetype signature = whole.lastIndexOf('.') + 1;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const DecodedToken decoded = decodeToken(QByteArrayView(whole).first(size));
        if (size < signature)
            QVERIFY2(!decoded.isWellFormed(), qPrintable(QString::number(size)));
        else
            QVERIFY(decoded.header && decoded.claims); // a shorter signature is for the verifier
    }
}

void JsonWebTokenTest::anyDamage_isSurvived()
{
    const QByteArray whole = tokenOf(goodHeader, R"({"name":"Ada","exp":1767229200})");
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray token = whole;
            token[at] = char(byte);
            const DecodedToken decoded = decodeToken(token);
            QVERIFY(decoded.isWellFormed() || !decoded.problems.isEmpty());
            QCOMPARE(decoded.isWellFormed() && !decoded.claims, false);
        }
    }
}

void JsonWebTokenTest::largestToken_isReadQuickly()
{
    QElapsedTimer timer;
    timer.start();
    static_cast<void>(decodeToken(QByteArray(tokenLimit, '.')));
    QByteArray claims = "{";
    for (int i = 0; claims.size() < 90'000; ++i)
        claims += '"' + QByteArray::number(i) + "\":[],";
    claims.back() = '}';
    QVERIFY(decodeToken(tokenOf(goodHeader, claims)).isWellFormed());
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(JsonWebTokenTest)
#include "tst_jsonwebtoken.moc"
