// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/jsonwebtoken.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QTest>

namespace tst_jsonwebtoken {

using namespace hourpass;
using namespace Qt::StringLiterals;

using Problems = QList<TokenProblem>;
using F = TokenFault;
using P = TokenPart;

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenOf(const QByteArray &header, const QByteArray &claims)
{
    return encoded(header) + '.' + encoded(claims) + ".AAAA";
}

const QByteArray goodHeader = R"({"alg":"RS256","kid":"1"})"_ba;

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
    void damagedPart_showsWhatWasWhole_data();
    void damagedPart_showsWhatWasWhole();
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
        QCOMPARE(decoded.problems, (Problems{{F::TooLarge, P::Whole, tokenLimit}}));
    else if (verdicts == QStringList{u"unsupported"_s})
        QVERIFY(isUnsupported(decoded.problems.first().fault) && decoded.header && decoded.claims);
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
            expected = {{F::JsonSerialization, P::Whole, 0}};
        else if (name == "rfc7515_A4_es512"_L1)
            expected = {{F::Syntax, P::Claims, 0}}; // a signed text, but no claims
        else if (name == "rfc7515_E_negative_crit"_L1)
            expected = {{F::CriticalHeader, P::Header, 0}, {F::Syntax, P::Claims, 0}};
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
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<Problems>("expected");
    const auto row = [](const char *name, const QByteArray &token, const Problems &expected) {
        QTest::newRow(name) << token << expected;
    };
    const QByteArray good = tokenOf(goodHeader, "{}");
    row("none", good, {});
    row("none, unsigned", good.left(good.lastIndexOf('.') + 1), {});
    row("none, unknown algorithm", tokenOf(R"({"alg":"none"})", "{}"), {});
    row("empty", "", {{F::NotThreeParts, P::Whole, 0}, {F::Syntax, P::Header, 0}});
    row("one part", "e30", {{F::NotThreeParts, P::Whole, 3}, {F::AlgorithmMissing, P::Header, 0}});
    row("two parts", "e30.e30",
        {{F::NotThreeParts, P::Whole, 7}, {F::AlgorithmMissing, P::Header, 0}});
    row("four parts", good + ".AAAA", {{F::NotThreeParts, P::Whole, good.size() + 1}});
    row("five parts", good + ".AAAA.AAAA", {{F::NotThreeParts, P::Whole, good.size() + 1}});
    row("six parts", good + ".A.B.C", {{F::NotThreeParts, P::Whole, good.size() + 1}});
    row("encrypted", encoded(R"({"alg":"dir","enc":"A128GCM"})") + "..AAAA.AAAA.AAAA",
        {{F::Encrypted, P::Whole, 0}});
    row("encrypted, cut off", encoded(R"({"alg":"dir","enc":"A128GCM"})") + "..AAAA.AAAA",
        {{F::Encrypted, P::Whole, 0}});
    row("encrypted, to several", R"({"ciphertext":"AAAA","recipients":[]})",
        {{F::JsonSerialization, P::Whole, 0}});
    row("JSON with a signature", R"({"payload":"e30","signature":"AAAA"})",
        {{F::JsonSerialization, P::Whole, 0}});
    row("JSON with signatures", R"({"payload":"e30","signatures":[]})",
        {{F::JsonSerialization, P::Whole, 0}});
    row("JSON with signatures, cut off", R"({"payload":"e30","signatures":[)",
        {{F::JsonSerialization, P::Whole, 0}});
    row("JSON of another kind", R"({"access_token":"e30"})",
        {{F::NotThreeParts, P::Whole, 22}, {F::Character, P::Header, 0}});
    row("three empty parts", "..", {{F::Syntax, P::Header, 0}, {F::Syntax, P::Claims, 0}});
    row("three times nonsense", "A.B.C",
        {{F::Length, P::Header, 0}, {F::Length, P::Claims, 0}, {F::Length, P::Signature, 0}});
    row("blank in front", " " + good, {{F::Character, P::Header, 0}});
    row("line end behind", good + "\n", {{F::Character, P::Signature, 4}});
    row("padded header", encoded(goodHeader) + "=" + good.mid(good.indexOf('.')),
        {{F::Padding, P::Header, encoded(goodHeader).size()}});
    row("leftover bits in the signature", good.chopped(4) + "AB",
        {{F::LeftoverBits, P::Signature, 1}});
    row("a character too many in the claims", encoded(goodHeader) + ".e30AA.AAAA",
        {{F::Length, P::Claims, 4}});
    row("header is a list", tokenOf("[]", "{}"), {{F::NotObject, P::Header, 0}});
    row("header is not JSON", tokenOf("alg", "{}"), {{F::Syntax, P::Header, 0}});
    row("header has a member twice", tokenOf(R"({"alg":"RS256","alg":"none"})", "{}"),
        {{F::DuplicateName, P::Header, 19}});
    row("claims are a list", tokenOf(goodHeader, "[]"), {{F::NotObject, P::Claims, 0}});
    row("claims are text", tokenOf(goodHeader, "Payload"), {{F::Syntax, P::Claims, 0}});
    row("claims end too early", tokenOf(goodHeader, R"({"exp":1)"), {{F::CutOff, P::Claims, 8}});
    row("claims break off in a text", tokenOf(goodHeader, R"({"a":"b)"),
        {{F::CutOff, P::Claims, 7}});
    row("claims with a comma too many", tokenOf(goodHeader, R"({"a":1,})"),
        {{F::Syntax, P::Claims, 7}});
    row("claims have a member twice", tokenOf(goodHeader, R"({"exp":1,"\u0065xp":2})"),
        {{F::DuplicateName, P::Claims, 18}});
    row("claims with a byte order mark", tokenOf(goodHeader, "\xEF\xBB\xBF{}"),
        {{F::ByteOrderMark, P::Claims, 0}});
    row("claims with something after a NUL", tokenOf(goodHeader, QByteArray("{}\0{}", 5)),
        {{F::Syntax, P::Claims, 2}});
    row("claims nested too deeply",
        tokenOf(goodHeader, R"({"a":)" + QByteArray(64, '[') + QByteArray(64, ']') + "}"),
        {{F::TooDeep, P::Claims, 68}});
    // RFC 7515, sections 4.1.1, 4.1.4, 4.1.9 and 4.1.11; RFC 7797.
    row("no algorithm", tokenOf(R"({"kid":"1"})", "{}"), {{F::AlgorithmMissing, P::Header, 0}});
    row("algorithm is a number", tokenOf(R"({"alg":256})", "{}"),
        {{F::AlgorithmNotText, P::Header, 0}});
    row("algorithm is null", tokenOf(R"({"alg":null})", "{}"),
        {{F::AlgorithmNotText, P::Header, 0}});
    row("key id is a number", tokenOf(R"({"alg":"RS256","kid":1})", "{}"),
        {{F::KeyIdNotText, P::Header, 0}});
    row("type is a list", tokenOf(R"({"alg":"RS256","typ":[]})", "{}"),
        {{F::TypeNotText, P::Header, 0}});
    row("critical extension", tokenOf(R"({"alg":"RS256","crit":["exp"]})", "{}"),
        {{F::CriticalHeader, P::Header, 0}});
    row("critical, and not even a list", tokenOf(R"({"alg":"RS256","crit":null})", "{}"),
        {{F::CriticalHeader, P::Header, 0}});
    row("payload as it is", tokenOf(R"({"alg":"RS256","b64":false})", "{}"),
        {{F::UnencodedPayload, P::Header, 0}});
    row("b64 is a text", tokenOf(R"({"alg":"RS256","b64":"true"})", "{}"),
        {{F::UnencodedPayload, P::Header, 0}});
    row("none, b64 as it always is", tokenOf(R"({"alg":"RS256","b64":true})", "{}"), {});
    row("too long by one", QByteArray(tokenLimit + 1, 'A'), {{F::TooLarge, P::Whole, tokenLimit}});
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
    QVERIFY(broken.isDamaged(P::Header) && broken.isDamaged(P::Signature));
    QVERIFY(!broken.isDamaged(P::Claims));
}

void JsonWebTokenTest::damagedPart_showsWhatWasWhole_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const QByteArray &claims, const QStringList &names) {
        QTest::newRow(name) << claims << names;
    };
    row("ends in a text", R"({"a":"1","b":"2","c":"3)", {u"a"_s, u"b"_s});
    row("ends in a name", R"({"a":"1","b":2,"c)", {u"a"_s, u"b"_s});
    row("ends after a name", R"({"a":"1","b":2,"c")", {u"a"_s, u"b"_s});
    row("ends in a number", R"({"a":"1","b":2)", {u"a"_s});
    row("ends in a number's exponent", R"({"a":"1","b":2e)", {u"a"_s});
    row("ends after a number", R"({"a":"1","b":2,)", {u"a"_s, u"b"_s});
    row("ends in an object", R"({"a":"1","b":{"c":1,"d":2})", {u"a"_s, u"b"_s});
    row("ends in an object's members", R"({"a":"1","b":{"c":1,"d":2)", {u"a"_s});
    row("ends in a list", R"({"a":"1","b":[{"c":3},)", {u"a"_s});
    row("has a name twice", R"({"a":"1","b":2,"a":"3"})", {u"a"_s, u"b"_s, u"a"_s});
    row("has an error", R"({"a":"1","b":TRUE,"c":2})", {u"a"_s});
}

void JsonWebTokenTest::damagedPart_showsWhatWasWhole()
{
    QFETCH(QByteArray, claims);
    QFETCH(QStringList, names);
    const DecodedToken decoded = decodeToken(tokenOf(goodHeader, claims));
    QVERIFY(decoded.isDamaged(P::Claims) && decoded.header && decoded.claims);
    QCOMPARE(decoded.claims->names, names);
    QCOMPARE(decoded.claims->items.size(), std::size_t(names.size()));
    QCOMPARE(decoded.claims->string(u"a"), u"1"_s);
}

// At every byte of a real token: no step loses what an earlier one had, and what is missing is told
// with its place.
void JsonWebTokenTest::anyTruncation_isToldApart()
{
    const auto vectors = test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s));
    const QByteArray whole = test::inputOf(vectors.first());
    QVERIFY(decodeToken(whole).isWellFormed());
    const qsizetype claims = whole.indexOf('.') + 1;
    const qsizetype signature = whole.lastIndexOf('.') + 1;
    qsizetype known = 0;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const DecodedToken decoded = decodeToken(QByteArrayView(whole).first(size));
        const QByteArray at = QByteArray::number(size);
        if (size >= signature) {
            QVERIFY2(decoded.header && decoded.claims && !decoded.isDamaged(P::Claims),
                     at.constData());
            continue; // a shorter signature is for the verifier
        }
        QVERIFY2(!decoded.isWellFormed(), at.constData());
        QCOMPARE(decoded.problems.first(), (TokenProblem{F::NotThreeParts, P::Whole, size}));
        if (size < claims)
            continue;
        QVERIFY2(decoded.header && !decoded.isDamaged(P::Header), at.constData());
        if (size < signature - 1)
            QVERIFY2(decoded.isDamaged(P::Claims), at.constData());
        if (size > claims + 1 && size < signature - 1)
            QCOMPARE(decoded.problems.last(),
                     (TokenProblem{F::CutOff, P::Claims, (size - claims) * 6 / 8}));
        const qsizetype now = decoded.claims ? decoded.claims->names.size() : 0;
        QVERIFY2(now >= known, at.constData());
        known = now;
    }
    QVERIFY(known > 5);
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

HOURPASS_TEST(JsonWebTokenTest, QCoreApplication)

} // namespace tst_jsonwebtoken

#include "tst_jsonwebtoken.moc"
