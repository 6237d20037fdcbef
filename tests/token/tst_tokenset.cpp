// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokenset.h"

#include "support/outcome.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_tokenset {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::outcome;

constexpr Seconds issuedAt{1'767'225'600};

// A computer that has been on for a while and whose clock is right.
constexpr Instant rightClock{5'000s, issuedAt};

Instant wrongBy(Seconds error, Instant instant = rightClock)
{
    return {instant.boot, instant.utc + error};
}

QByteArray bodyOf(const QJsonObject &changes = {}, const QStringList &without = {})
{
    QJsonObject body{{u"access_token"_s, u"eyJhbGciOiJSUzI1NiJ9.e30.AAAA"_s},
                     {u"refresh_token"_s, u"not_supported"_s},
                     {u"token_type"_s, u"Bearer"_s},
                     {u"expires_in"_s, 3600},
                     {u"expiration"_s, qint64(issuedAt.count()) + 3600},
                     {u"scope"_s, u"ibm openid"_s}};
    for (auto member = changes.begin(); member != changes.end(); ++member)
        body[member.key()] = member.value();
    for (const QString &name : without)
        body.remove(name);
    return QJsonDocument(body).toJson();
}

HttpAnswer answerWith(const QByteArray &body, int status = 200)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = "application/json"_ba;
    answer.transactionId = "transaction-1"_ba;
    answer.body = body;
    return answer;
}

Result<TokenSet> parsedAt(HttpAnswer answer, const Instant &sent, const Instant &received)
{
    answer.sent = sent;
    answer.received = received;
    return parseTokenResponse(answer);
}

Result<TokenSet> parsed(const QByteArray &body, const Instant &at = rightClock)
{
    return parsedAt(answerWith(body), at, at);
}

class TokenSetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void responses_data();
    void responses();
    void everyField_isRead();
    void refreshToken_data();
    void refreshToken();
    void accessToken_mustFitIntoAHeader_data();
    void accessToken_mustFitIntoAHeader();
    void otherFields_holdNoSecret();
    void life_data();
    void life();
    void deadline_data();
    void deadline();
    void laterEnd_lengthensNothing();
    void time_takenOnTheWay_shortensTheLife();
    void token_thatIsDeadOnArrival_isRefused();
    void clockChange_data();
    void clockChange();
    void suspend_isTimeGoneBy();
    void clockError_isMeasured_data();
    void clockError_isMeasured();
    void timeLeft_isNeverNegative();
    void errors_data();
    void errors();
    void serverEvidence_data();
    void serverEvidence();
    void transactionId_isTheHeadersFirst();
    void anyTruncation_isRefused();
    void noError_repeatsTheBody_data();
    void noError_repeatsTheBody();
};

void TokenSetTest::responses_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const auto vectors = test::jsonLines(test::ownVectors(u"token_response/responses.jsonl"_s));
    QCOMPARE(vectors.size(), 25);
    for (const QJsonObject &vector : vectors)
        QTest::newRow(qPrintable(vector["name"_L1].toString())) << vector;
}

void TokenSetTest::responses()
{
    QFETCH(QJsonObject, vector);
    const Instant now{5'000s, Seconds(vector["now"_L1].toInteger())};
    HttpAnswer answer = answerWith(test::inputOf(vector), vector["status"_L1].toInt());
    answer.contentType = vector["content_type"_L1].toString().toLatin1();
    const QJsonObject expect = vector["expect"_L1].toObject();

    const auto token = parsedAt(answer, now, now);
    QVERIFY2(expect["outcome"_L1].toArray().contains(token ? u"accept"_s : u"reject"_s),
             qPrintable(outcome(token)));
    if (!token) {
        QVERIFY(!token.error().detail.contains("eyJ"_L1));
        return;
    }
    QVERIFY(expect.contains("expires_at"_L1));
    QCOMPARE(qint64(endOfLife(*token).count()), expect["expires_at"_L1].toInteger());
    QCOMPARE(timeLeft(*token, now), Milliseconds(Seconds(3600)));
    QVERIFY(token->refreshToken.isEmpty());
}

void TokenSetTest::everyField_isRead()
{
    const auto token = parsed(bodyOf({{u"ims_user_id"_s, 1234567},
                                      {u"session_id"_s, u"C-1"_s},
                                      {u"refresh_token"_s, u"opaque+/="_s}}));
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(token->accessToken.reveal(), QByteArrayView("eyJhbGciOiJSUzI1NiJ9.e30.AAAA"));
    QCOMPARE(token->refreshToken.reveal(), QByteArrayView("opaque+/="));
    QCOMPARE(token->tokenType, u"Bearer"_s);
    QCOMPARE(token->expiresIn, 3600s);
    QCOMPARE(token->expiration, std::optional(issuedAt + 3600s));
    QCOMPARE(token->scope, u"ibm openid"_s);
    QCOMPARE(token->transactionId, u"transaction-1"_s);
    QCOMPARE(token->others.size(), 2);
    QVERIFY(token->others.contains(ResponseField{u"ims_user_id"_s, u"1234567"_s}));
    QVERIFY(token->others.contains(ResponseField{u"session_id"_s, u"C-1"_s}));
    QVERIFY(!token->clockIsDoubtful);
}

void TokenSetTest::refreshToken_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("expected"); // null: the answer is refused
    QTest::newRow("not supported") << QJsonValue(u"not_supported"_s) << u""_s;
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << u""_s;
    QTest::newRow("empty") << QJsonValue(u""_s) << u""_s;
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << u""_s;
    QTest::newRow("number") << QJsonValue(1) << u""_s;
    QTest::newRow("real") << QJsonValue(u"O-aB+/="_s) << u"O-aB+/="_s;
    // It is shown and copied as the access token is.
    QTest::newRow("with a line end") << QJsonValue(u"abc\r\nX-Injected: 1"_s) << QString();
    QTest::newRow("with an escape sequence") << QJsonValue(u"\u001b[31m"_s) << QString();
}

void TokenSetTest::refreshToken()
{
    QFETCH(QJsonValue, value);
    QFETCH(QString, expected);
    const auto token = parsed(bodyOf({{u"refresh_token"_s, value}}));
    QCOMPARE(outcome(token), expected.isNull() ? u"AnswerUnusable"_s : u"ok"_s);
    if (token)
        QCOMPARE(QString::fromUtf8(token->refreshToken.reveal()), expected);
}

void TokenSetTest::accessToken_mustFitIntoAHeader_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("usable");
    const auto row = [](const char *name, const QJsonValue &value, bool usable) {
        QTest::newRow(name) << value << usable;
    };
    row("all that RFC 6750 allows", u"AZaz09-._~+/=="_s, true);
    row("empty", u""_s, false);
    row("null", QJsonValue::Null, false);
    row("number", 1, false);
    row("object", QJsonObject(), false);
    row("blank", u"a b"_s, false);
    row("line end", u"a\nb"_s, false);
    row("NUL", QString(u"a\0b"_s), false);
    row("quote", u"a'b"_s, false);
    row("dollar", u"$(id)"_s, false);
    row("not ASCII", u"tökén"_s, false);
    row("byte order mark",
        u"\ufeff"
        "abc"_s,
        false);
    row("override", u"abc\u202E"_s, false);
}

void TokenSetTest::accessToken_mustFitIntoAHeader()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, usable);
    QCOMPARE(outcome(parsed(bodyOf({{u"access_token"_s, value}}))),
             usable ? u"ok"_s : u"AnswerUnusable"_s);
}

void TokenSetTest::otherFields_holdNoSecret()
{
    const auto token = parsed(bodyOf({{u"id_token"_s, u"canary-1"_s},
                                      {u"delegated_refresh_token"_s, u"canary-2"_s},
                                      {u"identity_cookie"_s, u"canary-3"_s},
                                      {u"uaa_token"_s, QJsonArray{u"canary-4"_s}},
                                      {u"session_id"_s, QJsonObject{{u"x"_s, u"canary-5"_s}}},
                                      {u"cached"_s, true}}));
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(token->others, QList<ResponseField>({{u"cached"_s, u"true"_s}}));
}

void TokenSetTest::life_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("expected"); // 0: refused
    const auto in = [](const QJsonValue &value) { return bodyOf({{u"expires_in"_s, value}}); };
    const qint64 now = issuedAt.count();
    QTest::newRow("900") << in(900) << qint64(900);
    QTest::newRow("1200") << in(1200) << qint64(1200);
    QTest::newRow("a second") << in(1) << qint64(1);
    QTest::newRow("a day") << bodyOf({{u"expires_in"_s, 86400}}, {u"expiration"_s})
                           << qint64(86400);
    QTest::newRow("more than a day") << in(86401) << qint64(0);
    QTest::newRow("zero") << in(0) << qint64(0);
    QTest::newRow("negative") << in(-1) << qint64(0);
    QTest::newRow("smallest") << in(std::numeric_limits<qint64>::min()) << qint64(0);
    QTest::newRow("largest") << in(std::numeric_limits<qint64>::max()) << qint64(0);
    QTest::newRow("decimal string") << in(u"900"_s) << qint64(900);
    QTest::newRow("string with a sign") << in(u"+900"_s) << qint64(0);
    QTest::newRow("string with a blank") << in(u" 900"_s) << qint64(0);
    QTest::newRow("hexadecimal string") << in(u"0x384"_s) << qint64(0);
    QTest::newRow("fraction") << in(899.5) << qint64(0);
    QTest::newRow("null") << in(QJsonValue::Null) << qint64(0);
    QTest::newRow("absent, by the expiration") << bodyOf({}, {u"expires_in"_s}) << qint64(3600);
    QTest::newRow("absent, expiration past")
        << bodyOf({{u"expiration"_s, now - 1}}, {u"expires_in"_s}) << qint64(0);
    QTest::newRow("absent, expiration largest")
        << bodyOf({{u"expiration"_s, std::numeric_limits<qint64>::max()}}, {u"expires_in"_s})
        << qint64(0);
    QTest::newRow("absent, expiration smallest")
        << bodyOf({{u"expiration"_s, std::numeric_limits<qint64>::min()}}, {u"expires_in"_s})
        << qint64(0);
    QTest::newRow("both absent") << bodyOf({}, {u"expires_in"_s, u"expiration"_s}) << qint64(0);
    // What no clock can show says nothing.
    QTest::newRow("expiration largest")
        << bodyOf({{u"expiration"_s, std::numeric_limits<qint64>::max()}}) << qint64(3600);
    QTest::newRow("expiration smallest")
        << bodyOf({{u"expiration"_s, std::numeric_limits<qint64>::min()}}) << qint64(3600);
    QTest::newRow("expiration as text") << bodyOf({{u"expiration"_s, u"soon"_s}}) << qint64(3600);
}

void TokenSetTest::life()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, expected);
    const auto token = parsed(body);
    QCOMPARE(outcome(token), expected == 0 ? u"AnswerUnusable"_s : u"ok"_s);
    if (token) {
        QCOMPARE(qint64(token->expiresIn.count()), expected);
        QCOMPARE(timeLeft(*token, rightClock), Milliseconds(Seconds(expected)));
    }
    // With the issuer's own time it is the same.
    HttpAnswer answer = answerWith(body);
    answer.date = issuedAt;
    QCOMPARE(outcome(parsedAt(answer, rightClock, rightClock)), outcome(token));
}

void TokenSetTest::deadline_data()
{
    QTest::addColumn<Seconds>("clockError");
    QTest::addColumn<Seconds>("expiration");          // from the moment of issue
    QTest::addColumn<std::optional<Seconds>>("date"); // likewise
    QTest::addColumn<Seconds>("left");
    QTest::addColumn<bool>("doubtful");
    QTest::addColumn<Seconds>("end"); // likewise
    const auto row = [](const char *name, Seconds clockError, Seconds expiration,
                        std::optional<Seconds> date, Seconds left, bool doubtful, Seconds end) {
        QTest::newRow(name) << clockError << expiration << date << left << doubtful << end;
    };
    row("all right", 0s, 3600s, 0s, 3600s, false, 3600s);
    row("all right, no Date", 0s, 3600s, {}, 3600s, false, 3600s);
    row("clock 2 h ahead", 2h, 3600s, 0s, 3600s, false, 3600s);
    row("clock 2 h behind", -2h, 3600s, 0s, 3600s, false, 3600s);
    row("clock 2 h behind, no Date", -2h, 3600s, {}, 3600s, false, 3600s);
    row("clock 30 min ahead, no Date", 30min, 3600s, {}, 3600s, false, 3600s);
    // By our clock it has expired already: then one clock is wrong, and ours is what there is.
    row("clock 2 h ahead, no Date", 2h, 3600s, {}, 3600s, true, 2h + 3600s);
    row("issuer's end is earlier", 0s, 1800s, 0s, 1800s, false, 1800s);
    row("issuer's end is earlier, no Date", 0s, 1800s, {}, 3600s, false, 1800s);

    row("issuer's end has passed", 0s, -2h, 0s, 3600s, true, 3600s);
    row("issuer's end is now", 0s, 0s, 0s, 3600s, true, 3600s);
}

void TokenSetTest::deadline()
{
    QFETCH(Seconds, clockError);
    QFETCH(Seconds, expiration);
    QFETCH(std::optional<Seconds>, date);
    QFETCH(Seconds, left);
    QFETCH(bool, doubtful);
    QFETCH(Seconds, end);
    const Instant now = wrongBy(clockError);
    HttpAnswer answer =
        answerWith(bodyOf({{u"expiration"_s, qint64((issuedAt + expiration).count())}}));
    if (date)
        answer.date = issuedAt + *date;
    const auto token = parsedAt(answer, now, now);
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(timeLeft(*token, now), Milliseconds(left));
    QCOMPARE(token->clockIsDoubtful, doubtful);
    QCOMPARE(endOfLife(*token), issuedAt + end);
}

void TokenSetTest::laterEnd_lengthensNothing()
{
    HttpAnswer answer = answerWith(bodyOf({{u"expiration"_s, qint64(issuedAt.count()) + 7200}}));
    answer.date = issuedAt;
    const auto token = parsedAt(answer, rightClock, rightClock);
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(timeLeft(*token, rightClock), Milliseconds(1h));
}

void TokenSetTest::time_takenOnTheWay_shortensTheLife()
{
    const Instant received{rightClock.boot + 20s, rightClock.utc + 20s};
    HttpAnswer answer = answerWith(bodyOf());
    answer.date = issuedAt; // the answer itself was quick to make
    const auto token = parsedAt(answer, rightClock, received);
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(timeLeft(*token, received), Milliseconds(3580s));
}

// As after a suspend with the request in flight.
void TokenSetTest::token_thatIsDeadOnArrival_isRefused()
{
    const auto after = [](Seconds time) {
        const Instant received{rightClock.boot + time, rightClock.utc + time};
        return outcome(parsedAt(answerWith(bodyOf()), rightClock, received));
    };
    QCOMPARE(after(3599s), u"ok"_s);
    QCOMPARE(after(3600s), u"AnswerUnusable"_s);
    QCOMPARE(after(2h), u"AnswerUnusable"_s);
}

// Of a clock that was right at first, wrong at first, put back and put ahead (F125, F127).
void TokenSetTest::clockChange_data()
{
    QTest::addColumn<Seconds>("errorAtFirst");
    QTest::addColumn<Seconds>("change");
    QTest::addColumn<Seconds>("left"); // ten minutes later
    const auto row = [](const char *name, Seconds errorAtFirst, Seconds change, Seconds left) {
        QTest::newRow(name) << errorAtFirst << change << left;
    };
    row("right, untouched", 0s, 0s, 50min);
    row("right, put back", 0s, -3h, 50min);
    row("right, adjusted", 0s, 2s, 50min);
    // A machine that was halted, or a clock that is wrong from now on: the safe side.
    row("right, put ahead", 0s, 20min, 30min);
    row("right, put far ahead", 0s, 24h, 0s);
    row("slow, put right", -2h, 2h, 50min);
    row("fast, put right", 2h, -2h, 50min);
    row("slow, put ahead", -2h, 5h, 50min);
    row("fast, untouched", 2h, 0s, 50min);
}

void TokenSetTest::clockChange()
{
    QFETCH(Seconds, errorAtFirst);
    QFETCH(Seconds, change);
    QFETCH(Seconds, left);
    const Instant first = wrongBy(errorAtFirst);
    HttpAnswer answer = answerWith(bodyOf());
    answer.date = issuedAt;
    const auto token = parsedAt(answer, first, first);
    QVERIFY(token);
    const Instant later = wrongBy(change, {first.boot + 10min, first.utc + 10min});
    QCOMPARE(timeLeft(*token, later), Milliseconds(left));
    QCOMPARE(endOfLife(*token), issuedAt + 1h);
}

void TokenSetTest::suspend_isTimeGoneBy()
{
    const auto token = parsed(bodyOf());
    QVERIFY(token);
    QCOMPARE(timeLeft(*token, {rightClock.boot + 30min, rightClock.utc + 30min}),
             Milliseconds(30min));
    QCOMPARE(timeLeft(*token, {rightClock.boot + 2h, rightClock.utc + 2h}), 0ms);
}

void TokenSetTest::clockError_isMeasured_data()
{
    QTest::addColumn<Seconds>("error");
    QTest::addColumn<Seconds>("onTheWay");
    QTest::addColumn<Seconds>("measured");
    QTest::newRow("right") << Seconds(0) << Seconds(0) << Seconds(0);
    QTest::newRow("right, slow answer") << Seconds(0) << Seconds(20) << Seconds(0);
    QTest::newRow("4 min slow") << Seconds(-4min) << Seconds(0) << Seconds(-4min);
    // A header of whole seconds: what is sure is one less.
    QTest::newRow("2 h fast") << Seconds(2h) << Seconds(0) << Seconds(2h - 1s);
}

void TokenSetTest::clockError_isMeasured()
{
    QFETCH(Seconds, error);
    QFETCH(Seconds, onTheWay);
    const Instant sent = wrongBy(error);
    const Instant received{sent.boot + onTheWay, sent.utc + onTheWay};
    HttpAnswer answer = answerWith(bodyOf());
    answer.date = issuedAt;
    const auto token = parsedAt(answer, sent, received);
    QVERIFY(token && token->clockError);
    QFETCH(Seconds, measured);
    QCOMPARE(*token->clockError, Milliseconds(measured));
}

void TokenSetTest::timeLeft_isNeverNegative()
{
    const auto token = parsed(bodyOf());
    QVERIFY(token);
    const auto after = [&token](Milliseconds time) {
        return timeLeft(*token, {rightClock.boot + time, rightClock.utc + time});
    };
    QCOMPARE(after(3599'999ms), 1ms);
    QCOMPARE(after(1h), 0ms);
    QCOMPARE(after(100h), 0ms);
}

void TokenSetTest::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int status, const QByteArray &contentType,
                        const QByteArray &body, const QString &expected) {
        QTest::newRow(name) << status << contentType << body << expected;
    };
    const QByteArray json = "application/json";
    const QByteArray html = "text/html; charset=utf-8";
    const QByteArray page = "<html><body>Sign in</body></html>";
    const QByteArray ibm = R"({"errorCode":"BXNIM0415E","errorMessage":"m"})";

    row("400", 400, json, ibm, u"Refused"_s);
    row("400 page", 400, html, page, u"Refused"_s);
    row("401", 401, json, ibm, u"Refused"_s);
    row("403 empty", 403, json, "", u"Refused"_s);
    row("404 page", 404, html, page, u"EndpointWrong"_s);
    row("404 empty", 404, "", "", u"EndpointWrong"_s);
    row("404 of IAM", 404, json, ibm, u"Refused"_s);
    row("405", 405, json, ibm, u"Refused"_s);
    row("407", 407, html, page, u"Refused"_s);
    row("408", 408, json, ibm, u"ServerFault"_s);
    row("422", 422, json, ibm, u"Refused"_s);
    row("429", 429, json, ibm, u"RateLimited"_s);
    row("500 page", 500, html, page, u"ServerFault"_s);
    row("501", 501, json, ibm, u"ServerFault"_s);
    row("502 page", 502, html, page, u"ServerFault"_s);
    row("503 empty", 503, "", "", u"ServerFault"_s);
    row("504", 504, json, ibm, u"ServerFault"_s);
    row("301", 301, "", "", u"Redirected"_s);
    row("302 with a token", 302, json, bodyOf(), u"Redirected"_s);
    row("304", 304, "", "", u"Redirected"_s);
    row("308", 308, "", "", u"Redirected"_s);
    row("201 with a token", 201, json, bodyOf(), u"AnswerUnusable"_s);
    row("204", 204, "", "", u"AnswerUnusable"_s);
    row("206 with a token", 206, json, bodyOf(), u"AnswerUnusable"_s);
    row("200 error object", 200, json, ibm, u"Refused"_s);
    row("200 page", 200, html, page, u"AnswerNotJson"_s);
    row("200 page, said to be JSON", 200, json, " \n" + page, u"AnswerNotJson"_s);
    row("200 text", 200, "Text/Plain", "hello", u"AnswerNotJson"_s);
    row("200 empty", 200, json, "", u"AnswerIncomplete"_s);
    row("200 cut", 200, json, bodyOf().first(100), u"AnswerIncomplete"_s);
    row("200 UTF-16", 200, json, QByteArray("\xFF\xFE{\0}\0", 6), u"AnswerUnusable"_s);
    row("200 list", 200, json, "[]", u"AnswerUnusable"_s);
    row("200 empty object", 200, json, "{}", u"AnswerUnusable"_s);
    row("200 UTF-16", 200, json, QByteArray("{\0}\0", 4), u"AnswerUnusable"_s);
    row("200 token, then a NUL and more", 200, json, bodyOf().trimmed() + QByteArray("\0{}", 3),
        u"AnswerUnusable"_s);
    row("200 no token type", 200, json, bodyOf({}, {u"token_type"_s}), u"AnswerUnusable"_s);
    row("200 token by another name", 200, json,
        bodyOf().replace("\"access_token\"", "\"\\ufeffaccess_token\""), u"AnswerUnusable"_s);
}

void TokenSetTest::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    HttpAnswer answer = answerWith(body, status);
    answer.contentType = contentType;
    const auto token = parsedAt(answer, rightClock, rightClock);
    QCOMPARE(outcome(token), expected);
    if (status != 200)
        QCOMPARE(token.error().server.httpStatus, status);
}

void TokenSetTest::serverEvidence_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("transactionId");
    const auto row = [](const char *name, const QByteArray &body, const QString &code,
                        const QString &message, const QString &transactionId) {
        QTest::newRow(name) << body << code << message << transactionId;
    };
    row("token endpoint",
        R"({"errorCode":"BXNIM0415E","errorMessage":"Provided API key could not be found.",)"
        R"("context":{"requestId":"r-1","userAgent":"x"}})",
        u"BXNIM0415E"_s, u"Provided API key could not be found."_s, u"r-1"_s);
    row("details before the message",
        R"({"errorCode":"BXNIM0430E","errorMessage":"general","errorDetails":"192.0.2.1 refused"})",
        u"BXNIM0430E"_s, u"192.0.2.1 refused"_s, {});
    row("German",
        R"({"errorCode":"BXNIM0415E","errorMessage":"Der API-Schlüssel wurde nicht gefunden."})",
        u"BXNIM0415E"_s, u"Der API-Schlüssel wurde nicht gefunden."_s, {});
    row("management call",
        R"({"context":{"transaction_id":"t-2"},"status_code":"404","errors":[{"code":"not_found",)"
        R"("message_code":"BXNIM0109E","message":"Not there.","details":"Property missing."}]})",
        u"BXNIM0109E"_s, u"Property missing."_s, u"t-2"_s);
    row("management call, short", R"({"errors":[{"code":"not_found","message":"Not there."}]})",
        u"not_found"_s, u"Not there."_s, {});
    row("OAuth", R"({"error":"invalid_request"})", {}, u"invalid_request"_s, {});
    row("unknown code", R"({"errorCode":"BXNIM9999E"})", u"BXNIM9999E"_s, {}, {});
    row("types that do not fit",
        R"({"errorCode":415,"errorMessage":["x"],"errors":"none","context":[1]})", {}, {}, {});
    row("an empty list of errors", R"({"errorCode":"BXNIM0415E","errors":[]})", u"BXNIM0415E"_s, {},
        {});
    row("a list of other things", R"({"errorCode":"BXNIM0415E","errors":["text"]})",
        u"BXNIM0415E"_s, {}, {});
    row("no object", R"(["errorCode"])", {}, {}, {});
    row("no JSON", "<html>BXNIM0415E</html>", {}, {}, {});
    row("empty", "", {}, {}, {});
}

void TokenSetTest::serverEvidence()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(QString, transactionId);
    HttpAnswer answer = answerWith(body, 400);
    answer.transactionId.clear();
    const auto token = parsedAt(answer, rightClock, rightClock);
    QCOMPARE(outcome(token), u"Refused"_s);
    QCOMPARE(token.error().server.code, code);
    QCOMPARE(token.error().server.message, message);
    QCOMPARE(token.error().server.transactionId, transactionId);
    QCOMPARE(token.error().server.httpStatus, 400);
}

void TokenSetTest::transactionId_isTheHeadersFirst()
{
    const auto token =
        parsedAt(answerWith(R"({"errorCode":"X","context":{"requestId":"r-1"}})", 400), rightClock,
                 rightClock);
    QCOMPARE(token.error().server.transactionId, u"transaction-1"_s);
}

void TokenSetTest::anyTruncation_isRefused()
{
    const QByteArray whole = bodyOf().trimmed();
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(outcome(parsed(whole.first(size))), u"AnswerIncomplete"_s);
}

void TokenSetTest::noError_repeatsTheBody_data()
{
    QTest::addColumn<QByteArray>("body");
    const QJsonObject canary{{u"access_token"_s, u"canary"_s}};
    QTest::newRow("wrong type") << bodyOf(
        {{u"access_token"_s, u"canary"_s}, {u"token_type"_s, u"canary"_s}});
    QTest::newRow("bad token") << bodyOf({{u"access_token"_s, u"canary\n"_s}});
    QTest::newRow("bad life") << bodyOf(
        {{u"access_token"_s, u"canary"_s}, {u"expires_in"_s, u"canary"_s}});
    QTest::newRow("cut") << bodyOf(canary).chopped(5);
    QTest::newRow("token twice") << "{\"access_token\":\"canary\",\"access_token\":\"canary\"}"_ba;
    QTest::newRow("page") << "<html>canary</html>"_ba;
    QTest::newRow("too deep") << QByteArray(70, '[') + "canary";
}

void TokenSetTest::noError_repeatsTheBody()
{
    QFETCH(QByteArray, body);
    const auto token = parsed(body);
    QVERIFY(!token);
    const Error &error = token.error();
    QVERIFY(!(error.detail + error.subject + error.server.message + error.server.code)
                 .contains("canary"_L1));
}

HOURPASS_TEST(TokenSetTest, QCoreApplication)

} // namespace tst_tokenset

#include "tst_tokenset.moc"
