// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "jwt/jsonwebtoken.h"
#include "support/faultserver/httpbytes.h"
#include "token/tokenformat.h"

#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList unusable{u"AnswerUnusable"_s};
const QStringList cannotBeUsed{u"127.0.0.1 could not be used"_s, u"Nothing of it was used"_s};

Scenario body(const QByteArray &bytes, const QStringList &outcomes, const QStringList &says)
{
    return answered(httpWithLength("200 OK\r\nContent-Type: application/json", bytes), outcomes,
                    says);
}

Scenario named(const QString &name, Scenario scenario)
{
    scenario.name = name;
    return scenario;
}

QByteArray withAccessToken(const QByteArray &jsonValue)
{
    return R"({"access_token":)" + jsonValue + R"(,"token_type":"Bearer","expires_in":3600})";
}

// With a lifetime of one hour whatever else is said.
Scenario livesAnHour(const QByteArray &bytes)
{
    Scenario scenario = body(bytes, QStringList{u"ok"_s}, {});
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &token) {
        QCOMPARE(timeLeft(*token, bench.clock.now()), Milliseconds(1h));
    };
    return scenario;
}

Scenario ofTheOtherClock()
{
    const Seconds past = Seconds(QDateTime::currentSecsSinceEpoch()) - 2h;
    const QByteArray bytes = R"({"access_token":")" + newToken
        + R"(","token_type":"Bearer","expires_in":3600,"expiration":)"
        + QByteArray::number(qint64(past.count())) + "}";
    Scenario scenario = livesAnHour(bytes);
    scenario.also = [lives = scenario.also](FaultBench &bench, const Result<TokenSet> &token) {
        lives(bench, token);
        QVERIFY(token->clockIsDoubtful);
    };
    return scenario;
}

Scenario opaque()
{
    Scenario scenario = body(tokenBody("canary-new-opaque"), QStringList{u"ok"_s}, {});
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &token) {
        const Secret copied = formatToken(*token, TokenFormat::Raw, {}, bench.clock.now());
        QCOMPARE(copied.reveal(), QByteArrayView("canary-new-opaque"));
        const DecodedToken decoded = decodeToken(copied.reveal());
        QVERIFY(!decoded.isWellFormed());
        QCOMPARE(decoded.problems.first().fault, TokenFault::NotThreeParts);
    };
    return scenario;
}

} // namespace

Scenarios bodyScenarios()
{
    const QByteArray portal =
        "<!DOCTYPE html><html><body>Welcome! Please sign in.</body></html>"_ba;
    Scenario captive =
        answered(httpWithLength("200 OK\r\nContent-Type: text/html", portal),
                 QStringList{u"AnswerNotJson"_s},
                 QStringList{u"Something between here and 127.0.0.1"_s, u"log in"_s});
    captive.saysNot = QStringList{u"<"_s, u"Welcome"_s};
    const QByteArray twice = R"({"access_token":"canary-a","access_token":"canary-b",)"
                             R"("token_type":"Bearer","expires_in":3600})";
    const QByteArray error =
        R"({"errorCode":"BXNIM0437E","errorMessage":"<b>No</b> token for you.",)"
        R"("context":{"requestId":"request-1"}})";
    Scenario refusal =
        body(error, QStringList{u"Refused"_s},
             QStringList{u"BXNIM0437E"_s, u"<b>No</b> token for you."_s, u"request-1"_s});

    return {
        {u"F069"_s,
         {body({}, QStringList{u"AnswerIncomplete"_s}, QStringList{u"empty or incomplete"_s})}},
        {u"F071"_s, {captive}},
        {u"F073"_s,
         {body(tokenBody().chopped(20), QStringList{u"AnswerIncomplete"_s},
               QStringList{u"empty or incomplete"_s, u"Nothing of it was used"_s})}},
        {u"F075"_s,
         {named(u"null"_s, body(withAccessToken("null"), unusable, cannotBeUsed)),
          named(u"number"_s, body(withAccessToken("42"), unusable, cannotBeUsed))}},
        {u"F077"_s, {livesAnHour(tokenBody().replace("3600", "\"3600\""))}},
        {u"F079"_s, {ofTheOtherClock()}},
        {u"F081"_s, {opaque()}},
        {u"F083"_s, {body(twice, unusable, cannotBeUsed)}},
        {u"F085"_s, {refusal}},
    };
}

} // namespace hourpass::test
