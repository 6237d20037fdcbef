// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/tokenfinder.h"

#include "jwt/jsonwebtoken.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

#include <random>

namespace tst_tokenfinder {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Kind = FoundToken::Kind;

// Of the form of a key, and of nobody.
const QByteArray &apiKey()
{
    static const QByteArray key = "Xq3kfB-7TgLm0_ZpV9hWc2RsYd8uJnEa5oKi1CtNxHvQ"_ba;
    return key;
}

QByteArray vector(QLatin1StringView name)
{
    for (const QJsonObject &row : test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s))) {
        if (row["name"_L1] == name)
            return test::inputOf(row);
    }
    return {};
}

const QByteArray &token()
{
    static const QByteArray text = vector("good_key1"_L1);
    return text;
}

const QByteArray &otherToken()
{
    static const QByteArray text = vector("good_key2_rotation"_L1);
    return text;
}

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenOf(const QByteArray &header, const QByteArray &claims, qsizetype signatureSize)
{
    return encoded(header) + '.' + encoded(claims) + '.' + QByteArray(signatureSize, 'S');
}

QByteArray wrapped(QByteArray text, qsizetype width, const QByteArray &between)
{
    for (qsizetype at = width; at < text.size(); at += width + between.size())
        text.insert(at, between);
    return text;
}

QByteArray utf16(const QByteArray &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
    return encode.encode(QString::fromLatin1(text));
}

QByteArray kindName(Kind kind)
{
    switch (kind) {
    case Kind::Jwt:
        return "jwt";
    case Kind::CutOff:
        return "cut off";
    case Kind::Jwe:
        return "jwe";
    case Kind::RefreshToken:
        return "refresh token";
    case Kind::CrToken:
        return "cr token";
    case Kind::ApiKey:
        break;
    }
    return "api key";
}

/// "jwt:eyJ…" for each, so that a difference tells what it is.
QByteArrayList outline(const FoundTokens &found)
{
    QByteArrayList list;
    for (const FoundToken &token : found.tokens)
        list.append(kindName(token.kind) + ':' + token.text.reveal().toByteArray());
    return list;
}

void checkPlaces(const QByteArray &text, const FoundTokens &found)
{
    qsizetype end = 0;
    for (const FoundToken &token : found.tokens) {
        QVERIFY(token.offset >= end && token.length > 0);
        end = token.offset + token.length;
        QVERIFY(end <= text.size());
        QVERIFY(token.text.size() <= tokenLimit + 1);
    }
}

class TokenFinderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneToken_isFoundWhateverIsAroundIt_data();
    void oneToken_isFoundWhateverIsAroundIt();
    void aWrappedToken_isPutTogether_data();
    void aWrappedToken_isPutTogether();
    void anyWidthOfLines_isPutTogether();
    void whatFollowsOnANewLine_isLeft_data();
    void whatFollowsOnANewLine_isLeft();
    void severalTokens_areListedInOrder();
    void kinds_areToldApart_data();
    void kinds_areToldApart();
    void whatIsNoToken_isNotFound_data();
    void whatIsNoToken_isNotFound();
    void anApiKey_isNamedAndNotKept_data();
    void anApiKey_isNamedAndNotKept();
    void pasteVectors_areCleaned_data();
    void pasteVectors_areCleaned();
    void anyTruncation_isFound();
    void place_isInBytesOfTheText();
    void hostileText_takesLinearTime_data();
    void hostileText_takesLinearTime();
    void tooManyTokens_endTheSearch();
    void aTokenBeyondTheLimit_isCut();
    void cancelled_theSearchEnds();
    void progress_isTold();
    void anyMutation_isSurvived();
};

void TokenFinderTest::oneToken_isFoundWhateverIsAroundIt_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after = {}) {
        QTest::newRow(name) << before << after;
    };
    row("nothing", "");
    row("blanks", " \t\r\n ", " \r\n\t ");
    row("bearer", "Bearer ", "\n");
    row("bearer, in lower case", "bearer ");
    row("IBM Cloud CLI", "IAM token:  Bearer ", "\n");
    row("header", "Authorization: Bearer ", "\r\nAccept: application/json\r\n\r\n");
    row("HTTP/2 header of curl -v", "> authorization: Bearer ", "\r\n> accept: */*\r\n>\r\n");
    row("curl", "curl -H 'Authorization: Bearer ", "' https://resource-controller.example/v2");
    row("curl, broken", "curl -H \"Authorization: Bearer ", "\" \\\n  -X GET https://a.example\n");
    row("cookie", "Cookie: session=1; token=", "; other=2");
    row("env", "export IAM_TOKEN=", "\nOTHER=1\n");
    row("env, quoted", "export IAM_TOKEN='", "'\n");
    row("PowerShell", "$env:IAM_TOKEN = \"", "\"\r\n");
    row("JSON", R"({"access_token":")", R"(","refresh_token":"not_supported","expires_in":3600})");
    row("JSON, pretty", "{\n  \"access_token\": \"", "\",\n  \"token_type\": \"Bearer\"\n}\n");
    row("JSON in JSON", R"({"body":"{\"access_token\":\")", R"(\",\"expires_in\":3600}"})");
    row("JSON in JSON in JSON", R"({"a":"{\"b\":\"{\\\"access_token\\\":\\\")", R"(\\\"}\"}"})");
    row("JSON, behind an escaped line end", R"({"log":"Got\nBearer\n)", R"(\nDone"})");
    row("JSON, behind an escaped tab", R"({"log":"token\t)", R"(\t200"})");
    row("JSON, behind an escaped character", R"({"log":"token\u003d)", R"(\u0026x"})");
    row("HAR", R"({"name":"Authorization","value":"Bearer )", R"("},{"name":"Accept"})");
    row("form", "grant_type=x&access_token=", "&response_type=cloud_iam");
    row("percent-encoded", "Authorization%3A%20Bearer%20", "%0A");
    row("percent-encoded twice", "Bearer%2520", "%250A");
    row("query", "https://a.example/cb#access_token=", "&token_type=Bearer");
    row("path", "https://a.example/t/", "/next");
    row("log", "2026-01-01T00:00:00Z DEBUG [http] sent token=", " status=200");
    row("sentence", "The token ", ". It does not work.");
    row("sentence, in brackets", "My token (", "), see above");
    row("double quotes", "\"", "\"");
    row("single quotes", "'", "'");
    row("back quotes", "```\n", "\n```");
    row("smart quotes", "\xE2\x80\x9C", "\xE2\x80\x9D");
    row("low quotes", "\xE2\x80\x9E", "\xE2\x80\x9C");
    row("guillemets", "\xC2\xAB\xC2\xA0", "\xC2\xA0\xC2\xBB");
    row("angle brackets", "<", ">");
    row("XML", "<token>", "</token>");
    row("HTML", "&quot;", "&quot;");
    row("Markdown", "*", "*");
    row("Markdown, emphasised", "_", "_");
    row("glued", "TOKEN_", "\n");
    row("YAML", "token: |\n  ", "\nother: x\n");
    row("byte order mark", "\xEF\xBB\xBF");
    row("zero-width", "a \xE2\x80\x8B", "\xE2\x80\x8B b");
    row("colours", "token \x1B[01;31m\x1B[K", "\x1B[m\x1B[K end");
    row("other languages",
        "\xD0\xA2\xD0\xBE\xD0\xBA\xD0\xB5\xD0\xBD: ", " \xE4\xBB\xA4\xE7\x89\x8C");
    row("NUL", QByteArray("\0\0", 2), QByteArray("\0", 1));
    row("bytes that are no text", "\xFF\xFE\x80", "\x80\xFF");
}

void TokenFinderTest::oneToken_isFoundWhateverIsAroundIt()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QByteArray text = before + token() + after;
    const FoundTokens found = findTokens(text);
    QCOMPARE(outline(found), QByteArrayList{"jwt:" + token()});
    QCOMPARE(found.tokens.first().offset, before.size());
    QCOMPARE(found.tokens.first().length, token().size());
    QVERIFY(!found.tokens.first().wasCleaned());
    QVERIFY(!found.hasMore && !found.isCancelled);
}

void TokenFinderTest::aWrappedToken_isPutTogether_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = token();
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    const qsizetype firstDot = good.indexOf('.');
    const qsizetype lastDot = good.lastIndexOf('.');
    row("lines", wrapped(good, 76, "\n"));
    row("lines of Windows", wrapped(good, 64, "\r\n"));
    row("blank lines between", wrapped(good, 100, "\n\n"));
    row("indented", wrapped(good, 80, "\n        "));
    row("blanks", wrapped(good, 80, " "));
    row("tabs", wrapped(good, 80, "\t"));
    row("mail", "> " + wrapped(good, 72, "\n> "));
    row("mail, twice", ">> " + wrapped(good, 72, "\n>> "));
    row("quoted-printable", wrapped(good, 75, "=\r\n"));
    row("shell", wrapped(good, 70, "\\\n"));
    row("shell, indented", "TOKEN=" + wrapped(good, 70, " \\\n  "));
    row("text of Python", "token = (\"" + wrapped(good, 60, "\"\n         \"") + "\")");
    row("text of JavaScript", "t = '" + wrapped(good, 60, "' +\n  '") + "';");
    row("escaped line ends", "{\"t\":\"" + wrapped(good, 76, "\\n") + "\"}");
    row("escaped line ends of Windows", "{\"t\":\"" + wrapped(good, 76, "\\r\\n") + "\"}");
    row("percent-encoded line ends", wrapped(good, 76, "%0D%0A"));
    row("table", "| " + wrapped(good, 60, " |\n| ") + " |");
    row("zero-width", wrapped(good, 50, "\xE2\x80\x8B"));
    row("soft hyphens", wrapped(good, 50, "\xC2\xAD"));
    row("colours", wrapped(good, 50, "\x1B[0m\x1B[31m"));
    row("UTF-16, little", utf16("Bearer " + good + "\r\n", QStringConverter::Utf16LE));
    row("UTF-16, big", utf16("Bearer " + good + "\r\n", QStringConverter::Utf16BE));
    row("UTF-16, lines", utf16(wrapped(good, 76, "\r\n"), QStringConverter::Utf16LE));
    row("percent-encoded dots", QByteArray(good).replace('.', "%2E"));
    row("percent-encoded signs", QByteArray(good).replace('_', "%5f").replace('-', "%2d"));
    row("escaped dots", QByteArray(good).replace('.', "\\u002e"));
    row("before the dots", QByteArray(good).insert(lastDot, "\n").insert(firstDot, "\n"));
    row("behind the dots", QByteArray(good).replace('.', ".\n"));
    row("around the dots", QByteArray(good).replace('.', "\n.\n"));
    row("first line shorter", good.first(11) + '\n' + wrapped(good.sliced(11), 76, "\n"));
    row("with a line after it", wrapped(good, 76, "\n") + "\n\nRegards\n");
    row("with a name after it", wrapped(good, 76, "\n") + "\nAda\n");
}

void TokenFinderTest::aWrappedToken_isPutTogether()
{
    QFETCH(const QByteArray, text);
    const FoundTokens found = findTokens(text);
    QCOMPARE(outline(found), QByteArrayList{"jwt:" + token()});
    QVERIFY(found.tokens.first().wasCleaned());
    checkPlaces(text, found);
}

void TokenFinderTest::anyWidthOfLines_isPutTogether()
{
    for (qsizetype width = 8; width < 400; ++width) {
        for (const QByteArray &between : {"\n"_ba, "\r\n> "_ba}) {
            const FoundTokens found = findTokens(wrapped(token(), width, between) + "\nHello\n");
            if (outline(found) != QByteArrayList{"jwt:" + token()})
                QFAIL(qPrintable(QString::number(width)));
        }
    }
}

void TokenFinderTest::whatFollowsOnANewLine_isLeft_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArray none = tokenOf(R"({"alg":"none"})", "{}", 0);
    const QByteArray small = tokenOf(R"({"alg":"HS256"})", "{}", 43);
    const QByteArray cut = token().first(700);
    const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("a header", token() + "\nHost: iam.example\n", {"jwt:" + token()});
    row("a word", token() + "\nHost\n", {"jwt:" + token()});
    row("a word in the same line", token() + " Host", {"jwt:" + token()});
    row("words after one without signature", none + "\nHost\nPort\n", {"jwt:" + none});
    row("words after another algorithm", small + "\nHost\nPort\n", {"jwt:" + small});
    row("another token", token() + '\n' + otherToken(), {"jwt:" + token(), "jwt:" + otherToken()});
    row("another token, nothing between", token() + otherToken(),
        {"jwt:" + token(), "jwt:" + otherToken()});
    row("another token in the same line", token() + ' ' + otherToken(),
        {"jwt:" + token(), "jwt:" + otherToken()});
    row("a sentence after a cut one", cut + " was what I got", {"cut off:" + cut});
    row("a line after a cut one", cut + "\nThat is what I got.\n", {"cut off:" + cut});
    row("a token after a cut one", cut + '\n' + token(), {"cut off:" + cut, "jwt:" + token()});
    row("a glued token after a cut one", cut + "\nT_" + token(),
        {"cut off:" + cut, "jwt:" + token()});
    const QByteArray cutSignature = token().chopped(100);
    row("a sentence after a cut signature", cutSignature + " and so on",
        {"cut off:" + cutSignature});
    row("a line after a cut signature", cutSignature + "\nHost\n", {"cut off:" + cutSignature});
}

void TokenFinderTest::whatFollowsOnANewLine_isLeft()
{
    QFETCH(const QByteArray, text);
    QTEST(outline(findTokens(text)), "expected");
}

void TokenFinderTest::severalTokens_areListedInOrder()
{
    const QByteArray text =
        "a=" + token() + "&b=" + otherToken() + "\n[\"" + token() + "\",\"" + otherToken() + "\"]";
    const FoundTokens found = findTokens(text);
    QCOMPARE(outline(found),
             QByteArrayList({"jwt:" + token(), "jwt:" + otherToken(), "jwt:" + token(),
                             "jwt:" + otherToken()}));
    checkPlaces(text, found);
}

void TokenFinderTest::kinds_areToldApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
        QTest::newRow(name) << text << QByteArrayList{expected};
    };
    const QByteArray none = tokenOf(R"({"alg":"none"})", "{}", 0);
    row("unsigned", none, "jwt:" + none);
    row("unsigned, in a sentence", "Look: " + none + " What?", "jwt:" + none);
    row("unsigned, another spelling", tokenOf(R"({"alg":"NonE"})", "{}", 0),
        "jwt:" + tokenOf(R"({"alg":"NonE"})", "{}", 0));
    const QByteArray unsignedRs = tokenOf(R"({"alg":"RS256"})", "{}", 0);
    row("signature taken off", unsignedRs, "cut off:" + unsignedRs);
    const QByteArray two = unsignedRs.chopped(1);
    row("no third part", two, "cut off:" + two);
    row("no third part, in JSON", R"({"t":")" + two + R"("})", "cut off:" + two);
    row("header alone", encoded(R"({"alg":"RS256"})"), "cut off:" + encoded(R"({"alg":"RS256"})"));
    row("header and a dot", encoded(R"({"alg":"RS256"})") + '.',
        "cut off:" + encoded(R"({"alg":"RS256"})"));
    row("half a header", token().first(30), "cut off:" + token().first(30));
    row("shown in short", "eyJra...4Qmw", "cut off:eyJra");
    row("shown in short, with an ellipsis",
        "eyJra\xE2\x80\xA6"
        "4Qmw",
        "cut off:eyJra");
    row("payload shown in short", token().first(200) + "...", "cut off:" + token().first(200));
    const QByteArray jwe = encoded(R"({"alg":"RSA-OAEP","enc":"A256GCM"})") + '.'
        + QByteArray(342, 'K') + '.' + QByteArray(16, 'I') + '.' + QByteArray(500, 'C') + '.'
        + QByteArray(22, 'T');
    row("encrypted", "Bearer " + jwe + "\nHost", "jwe:" + jwe);
    row("encrypted, in lines", wrapped(jwe, 76, "\n") + "\nHost\n", "jwe:" + jwe);
    const QByteArray direct = encoded(R"({"alg":"dir","enc":"A128CBC-HS256"})") + ".."
        + QByteArray(22, 'I') + '.' + QByteArray(22, 'C') + '.' + QByteArray(22, 'T');
    row("encrypted, without a key", direct, "jwe:" + direct);
    row("encrypted, cut off", jwe.first(600), "cut off:" + jwe.first(600));
    const QByteArray detached = encoded(R"({"alg":"HS256"})") + ".." + QByteArray(43, 'S');
    row("detached", detached, "jwt:" + detached);
    row("four parts", token() + ".AAAA", "jwt:" + token() + ".AAAA");
    row("padded", token() + "==", "jwt:" + token() + "==");
    row("five parts, not encrypted", token() + ".AAAA.AAAA", "jwt:" + token() + ".AAAA.AAAA");
    const QByteArray rt = tokenOf(R"({"alg":"rt"})", R"({"sub":"x"})", 43);
    row("refresh token", rt, "refresh token:" + rt);
    row("refresh token, by its name", R"({"refresh_token": ")" + token() + "\"}",
        "refresh token:" + token());
    row("refresh token, opaque", R"({"refresh_token":"OKCq_5/xk+9dSWb~a2mD.RkzQe0=="})",
        "refresh token:");
    row("cr token", "cr_token=" + token() + "&grant_type=x", "cr token:" + token());
    row("broken header", encoded(R"({"alg":"RS256",})") + ".e30.SSSS",
        "jwt:" + encoded(R"({"alg":"RS256",})") + ".e30.SSSS");
    row("header with a blank", tokenOf(R"({ "alg":"HS256"})", "{}", 43),
        "jwt:" + tokenOf(R"({ "alg":"HS256"})", "{}", 43));
    row("header on lines", tokenOf("{\r\n \"alg\":\"HS256\"}", "{}", 43),
        "jwt:" + tokenOf("{\r\n \"alg\":\"HS256\"}", "{}", 43));
    row("no algorithm", tokenOf(R"({"kid":"1"})", "{}", 342),
        "jwt:" + tokenOf(R"({"kid":"1"})", "{}", 342));
    row("claims are text", encoded(R"({"alg":"HS256"})") + ".UGF5bG9hZA." + QByteArray(43, 'S'),
        "jwt:" + encoded(R"({"alg":"HS256"})") + ".UGF5bG9hZA." + QByteArray(43, 'S'));
}

void TokenFinderTest::kinds_areToldApart()
{
    QFETCH(const QByteArray, text);
    QTEST(outline(findTokens(text)), "expected");
}

void TokenFinderTest::whatIsNoToken_isNotFound_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("nothing", "");
    row("text", "hello world");
    row("a host", "eyelash.example.com");
    row("a version", "1.2.3");
    row("a file", "e.tar.gz");
    row("other JSON in base64", encoded(R"({"page":2,"after":"abc"})"));
    row("a signed cookie", encoded(R"({"user":1})") + ".ZxYz12.c2lnbmF0dXJl");
    row("a certificate", "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkq\n");
    row("a UUID", "0a1b2c3d-0000-4000-8000-000000000001");
    row("no refresh token", R"({"refresh_token":"not_supported"})");
    row("44 characters without a name", "see " + apiKey() + " there");
    row("43 characters", "apikey=" + apiKey().chopped(1));
    row("45 characters", "apikey=" + apiKey() + "x");
    row("a key's name in the line above", "Give me the key\n" + apiKey() + " x");
}

void TokenFinderTest::whatIsNoToken_isNotFound()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(outline(findTokens(text)), QByteArrayList());
}

void TokenFinderTest::anApiKey_isNamedAndNotKept_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after = {}) {
        QTest::newRow(name) << before << after;
    };
    row("alone", "");
    row("alone, on a line", "\n  ", "\r\n");
    row("alone, quoted", "\"", "\"\n");
    row("JSON", R"({"apikey": ")", R"("})");
    row("JSON of service credentials", R"({"iam_apikey":")", R"(","url":"https://a.example"})");
    row("JSON in JSON", R"({"body":"{\"apikey\":\")", R"(\"}"})");
    row("env", "IBMCLOUD_API_KEY=", "\n");
    row("env, quoted", "export IC_API_KEY='", "'\n");
    row("CLI", "ibmcloud login --apikey ", " -r us-south");
    row("curl",
        "curl -d 'grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=", "' https://a");
    row("curl, percent-encoded", "grant_type=urn%3Aibm%3Aapikey&apikey%3D", "&x=1");
    row("HAR", R"({"name":"apikey","value":")", R"("})");
    row("HAR, pretty", "{\n            \"name\": \"apikey\",\n            \"value\": \"", "\"\n}");
    row("a sentence", "My API key: ", " does not work");
    row("basic login", "curl -u \"apikey:", "\" https://a.example");
    row("Terraform", "ibmcloud_api_key = \"", "\"");
}

void TokenFinderTest::anApiKey_isNamedAndNotKept()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const FoundTokens found = findTokens(before + apiKey() + after);
    QCOMPARE(outline(found), QByteArrayList{"api key:"});
    QCOMPARE(found.tokens.first().offset, before.size());
    QCOMPARE(found.tokens.first().length, apiKey().size());
}

void TokenFinderTest::pasteVectors_areCleaned_data()
{
    QTest::addColumn<QByteArray>("text");
    int count = 0;
    for (const QJsonObject &row : test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s))) {
        if (row["kind"_L1] != "paste"_L1)
            continue;
        ++count;
        QTest::newRow(qPrintable(row["name"_L1].toString())) << test::inputOf(row);
    }
    QVERIFY(count >= 3);
}

void TokenFinderTest::pasteVectors_areCleaned()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(outline(findTokens(text)), QByteArrayList{"jwt:" + token()});
    QVERIFY(decodeToken(findTokens(text).tokens.first().text.reveal()).isWellFormed());
}

void TokenFinderTest::anyTruncation_isFound()
{
    const qsizetype firstDot = token().indexOf('.');
    for (qsizetype size = 8; size < token().size(); ++size) { // from {"kid" on
        constexpr qsizetype halfSignature = 171; // as long as a whole one of a smaller key
        if (size - token().lastIndexOf('.') - 1 == halfSignature)
            continue;
        QByteArray part = token().first(size);
        const FoundTokens found = findTokens("token: " + part + ", it was");
        if (size == firstDot + 1)
            part.chop(1); // a dot alone is of the sentence
        if (outline(found) != QByteArrayList{"cut off:" + part})
            QCOMPARE(outline(found), QByteArrayList{"cut off:" + part});
    }
}

void TokenFinderTest::place_isInBytesOfTheText()
{
    const QByteArray before = "\xE4\xBB\xA4\xE7\x89\x8C > "_ba;
    const QByteArray lines = wrapped(token(), 76, "\r\n> ");
    const FoundTokens found = findTokens(before + lines + "\r\n> \r\n");
    QCOMPARE(found.tokens.size(), 1);
    QCOMPARE(found.tokens.first().offset, before.size());
    QCOMPARE(found.tokens.first().length, lines.size());
}

void TokenFinderTest::hostileText_takesLinearTime_data()
{
    QTest::addColumn<QByteArray>("period");
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<qsizetype>("size");
    const QByteArray header = encoded(R"({"alg":"RS256"})");
    const auto row = [](const char *name, const QByteArray &period,
                        const QByteArray &beginning = {}) {
        QTest::newRow(name) << period << beginning << qsizetype(8 * 1024 * 1024);
    };
    QTest::newRow("letters") << "a"_ba << QByteArray() << qsizetype(searchLimit);
    QTest::newRow("dots") << "."_ba << QByteArray() << qsizetype(searchLimit);
    QTest::newRow("quotes") << "\""_ba << QByteArray() << qsizetype(searchLimit);
    row("marks", ">");
    row("backslashes", "\\");
    row("percent signs", "%");
    row("escape characters", "\x1B[");
    row("NULs", QByteArray("\0", 1));
    row("line ends", "\n");
    row("blanks", " ");
    row("bytes that are no text", "\xE2\x80");
    row("one endless token", "a", header + '.');
    row("one token of endless parts", "a.", header + ".e30.");
    row("words after a cut token", " a", header + ".eyJhIjoi");
    row("lines after a cut token", "\na", header + ".eyJhIjoi");
    row("blanks after a cut token", "\n", header + ".eyJhIjoi");
    row("NULs after a cut token", QByteArray("\0", 1), header + ".eyJhIjoi");
    row("words after a signature", " a", header + ".e30.a");
    row("header beginnings", "eyJhbGciOi ");
    row("glued header beginnings", "-eyJhbGciOi");
    row("glued header beginnings, apart", " -eyJhbGciOi");
    row("glued header beginnings, on lines", "\na-eyJhbGciOi");
    row("beginnings of other JSON", "eyJ4Ijoi\n");
    row("beginnings of other tokens", encoded(R"({"x":1})") + ".eyJhIjoi ");
    row("glued beginnings of tokens", "-" + header + ".eyJhIjoi ");
    row("encrypted beginnings", encoded(R"({"alg":"dir","enc":"A128GCM"})") + "..a\n");
    row("names of keys", "apikey ");
    row("names of opaque tokens", "refresh_token=aaaaaaaaaaaaaaaaaaaaaaaa/");
}

// Seconds in a build for debugging; what is not linear takes hours.
void TokenFinderTest::hostileText_takesLinearTime()
{
    QFETCH(const QByteArray, period);
    QFETCH(const QByteArray, beginning);
    QFETCH(const qsizetype, size);
    QByteArray text = beginning;
    text.reserve(size + period.size());
    while (text.size() < size)
        text += period;
    QElapsedTimer timer;
    timer.start();
    const FoundTokens found = findTokens(text);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(found.tokens.size() <= mostTokensFound);
    checkPlaces(text, found);
}

void TokenFinderTest::tooManyTokens_endTheSearch()
{
    const QByteArray one = tokenOf(R"({"alg":"none"})", "{}", 0) + '\n';
    FoundTokens found = findTokens(one.repeated(mostTokensFound));
    QCOMPARE(found.tokens.size(), mostTokensFound);
    QVERIFY(!found.hasMore);
    found = findTokens(one.repeated(mostTokensFound + 1));
    QCOMPARE(found.tokens.size(), mostTokensFound);
    QVERIFY(found.hasMore);
}

void TokenFinderTest::aTokenBeyondTheLimit_isCut()
{
    const QByteArray text = vector("size_200kB"_L1);
    QVERIFY(text.size() > tokenLimit);
    const FoundTokens found = findTokens(text + "\nHost");
    QCOMPARE(found.tokens.size(), 1);
    QCOMPARE(found.tokens.first().length, text.size());
    QCOMPARE(found.tokens.first().text.size(), tokenLimit + 1);
    const auto problems = decodeToken(found.tokens.first().text.reveal()).problems;
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().fault, TokenFault::TooLarge);
}

void TokenFinderTest::cancelled_theSearchEnds()
{
    const QByteArray text = token() + QByteArray(1024 * 1024, ' ') + token();
    std::atomic_bool cancelled = false;
    SearchControl control{&cancelled, {}};
    QCOMPARE(findTokens(text, control).tokens.size(), 2);
    control.progress = [&cancelled](qsizetype at) { cancelled = at > 512 * 1024; };
    const FoundTokens found = findTokens(text, control);
    QVERIFY(found.isCancelled);
    QCOMPARE(found.tokens.size(), 1);
}

void TokenFinderTest::progress_isTold()
{
    QList<qsizetype> told;
    const SearchControl control{nullptr, [&told](qsizetype at) { told.append(at); }};
    static_cast<void>(findTokens(QByteArray(1024 * 1024, '.'), control));
    QVERIFY(told.size() >= 16 && told.size() <= 17);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
}

// Fixed seed: a failure can be had again.
void TokenFinderTest::anyMutation_isSurvived()
{
    std::mt19937 random(20260101);
    const auto below = [&random](qsizetype limit) { return qsizetype(random() % uint(limit)); };
    const QByteArrayList pieces{
        token(),
        otherToken(),
        token().first(600),
        encoded(R"({"alg":"dir","enc":"x"})") + "..",
        "\\u00",
        "%25",
        "\x1B[",
        "\n> ",
        "\\\n",
        "=\r\n",
        "\"",
        "apikey=",
        apiKey(),
        "refresh_token",
        ".",
        "..",
        "\xE2\x80\x8B",
        QByteArray(3, '\0'),
        "eyJ",
        "_eyJhbGciOi",
        "\xFF",
    };
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text;
        for (qsizetype i = below(6); i >= 0; --i)
            text += pieces.at(below(pieces.size()));
        for (qsizetype i = below(5); i > 0; --i) {
            const qsizetype at = below(text.size() + 1);
            if (below(2) == 0)
                text.insert(at, pieces.at(below(pieces.size())));
            else
                text.remove(at, below(40));
        }
        const FoundTokens found = findTokens(text);
        checkPlaces(text, found);
        for (const FoundToken &token : found.tokens) {
            QVERIFY(!token.text.reveal().toByteArray().contains(apiKey())
                    || token.kind != Kind::ApiKey);
            static_cast<void>(decodeToken(token.text.reveal()));
        }
    }
}

HOURPASS_TEST(TokenFinderTest, QCoreApplication)

} // namespace tst_tokenfinder

#include "tst_tokenfinder.moc"
