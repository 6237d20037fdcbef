// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/httpbytes.h"
#include "support/outcome.h"
#include "token/renewalplan.h"
#include "words/tokenwords.h"

#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray stackTrace =
    "<html><h1>Internal Server Error</h1><pre>at com.ibm.Iam(Iam.java:1)</pre></html>"_ba;

Scenario status(const QByteArray &head, const QByteArray &body, const QString &outcome,
                const QStringList &says)
{
    Scenario scenario = answered(httpWithLength(head, body), QStringList{outcome}, says);
    scenario.saysNot = QStringList{u"<"_s, u"com.ibm.Iam"_s};
    return scenario;
}

Scenario unknownKey()
{
    const QByteArray body = R"({"errorCode":"BXNIM0415E","errorMessage":)"
                            R"("Provided API key could not be found.",)"
                            R"("context":{"requestId":"request-1"}})";
    Scenario scenario =
        status("400 Bad Request\r\nContent-Type: application/json", body, u"Refused"_s,
               {u"Provided API key could not be found"_s, u"Paste the key again"_s,
                u"If it was deleted"_s, u"BXNIM0415E"_s, u"request-1"_s});
    // Where the profile is kept fresh, that ends.
    scenario.also = [counted = scenario.also](FaultBench &bench, const Result<TokenSet> &result) {
        counted(bench, result);
        const Milliseconds now = bench.clock.now().boot;
        RenewalPlan plan;
        plan.add(bench.id(), now);
        QVERIFY(plan.next(now));
        plan.failed(bench.id(), result.error(), now);
        QVERIFY(!plan.nextDue());
    };
    return scenario;
}

// The password dialog that Qt asks for would be the engine's: it has none.
Scenario asksForPassword(const QString &name, const QByteArray &challenge)
{
    Scenario scenario =
        status("401 Unauthorized\r\nWWW-Authenticate: " + challenge, "no", u"Refused"_s,
               {u"IAM refused the request"_s, u"Check the key"_s, u"HTTP 401"_s});
    scenario.name = name;
    scenario.also = [counted = scenario.also](FaultBench &bench, const Result<TokenSet> &result) {
        counted(bench, result);
        QVERIFY(!bench.received().toLower().contains("authorization:"));
    };
    return scenario;
}

Scenario busy(const QByteArray &retryAfter, const QStringList &says)
{
    return status("429 Too Many Requests\r\nRetry-After: " + retryAfter, {}, u"RateLimited"_s,
                  says);
}

// What is shown while it waits counts down.
Scenario busyForFiveSeconds()
{
    Scenario scenario = busy("5", {u"too many requests"_s, u"try again"_s});
    scenario.also = [counted = scenario.also](FaultBench &bench, const Result<TokenSet> &result) {
        counted(bench, result);
        QCOMPARE(waitingText(bench.waits().first(), 1, 3), u"Trying again in 6 s (1 of 3)"_s);
        QCOMPARE(waitingText(4s, 1, 3), u"Trying again in 4 s (1 of 3)"_s);
    };
    return scenario;
}

Scenario recovering(int failures, const QByteArray &failure, const QString &outcome)
{
    QList<WireServer::Behaviour> turns(failures, WireServer::answering(failure));
    turns += WireServer::answering(goodAnswer());
    return treated(WireServer::inTurn(turns), QStringList{outcome}, {});
}

Scenario badGatewayOnce()
{
    Scenario scenario = recovering(1, httpWithLength("502 Bad Gateway", stackTrace), u"ok"_s);
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(bench.requestCount(), 2);
    };
    return scenario;
}

// Three are as many as there are tries: the fourth is the user's.
Scenario timeoutsThrice()
{
    Scenario scenario = recovering(3, httpWithLength("504 Gateway Timeout", {}), u"ok"_s);
    scenario.play = [](FaultBench &bench) {
        const auto failed = bench.renewed();
        const auto waits = bench.waits();
        if (outcome(failed) != "ServerFault"_L1 || bench.requestCount() != 3)
            return Result<TokenSet>(failure(ErrorCode::Internal, u"the fault was not told"_s));
        const auto token = bench.renewed();
        bench.setWaits(waits);
        return token;
    };
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(bench.requestCount(), 4);
    };
    return scenario;
}

// A renewal that fails, one that does not, and another one that fails.
Scenario inTurn()
{
    const auto failing = WireServer::answering(httpWithLength("500 Fault", stackTrace));
    const auto well = WireServer::answering(goodAnswer());
    Scenario scenario =
        treated(WireServer::inTurn({failing, failing, failing, well, failing, failing, failing}),
                QStringList{u"ServerFault"_s}, QStringList{u"HTTP 500"_s});
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(outcome(bench.renewed()), u"ok"_s);
        QCOMPARE(outcome(bench.renewed()), u"ServerFault"_s);
        QCOMPARE(bench.tokenInMemory(), newToken);
        bench.clock.advance(59min);
        QCOMPARE(timeLeft(*bench.session().token, bench.clock.now()), Milliseconds(1min));
        bench.clock.advance(1min);
        QCOMPARE(bench.tokenInMemory(), "none"_ba);
    };
    return scenario;
}

} // namespace

Scenarios statusScenarios()
{
    return {
        {u"F097"_s, {unknownKey()}},
        {u"F099"_s,
         {status("400 Bad Request\r\nContent-Type: text/html", stackTrace, u"Refused"_s,
                 {u"IAM refused the request"_s, u"HTTP 400"_s})}},
        {u"F101"_s,
         {asksForPassword(u"Basic"_s, "Basic realm=\"iam\""), asksForPassword(u"NTLM"_s, "NTLM")}},
        {u"F103"_s,
         {status("404 Not Found", stackTrace, u"EndpointWrong"_s,
                 {u"127.0.0.1 has no token service"_s, u"Check the profile's endpoint"_s})}},
        {u"F107"_s,
         {status("408 Request Timeout", {}, u"ServerFault"_s, {u"HTTP 408"_s, u"try again"_s})}},
        {u"F109"_s, {busyForFiveSeconds()}},
        {u"F111"_s, {busy("86400", {u"too many requests"_s, u"try again"_s})}},
        {u"F113"_s, {busy("Wed, 21 Oct 2015 07:28:00 GMT", {u"too many requests"_s})}},
        {u"F115"_s,
         {status("500 Internal Server Error\r\nContent-Type: text/html", stackTrace,
                 u"ServerFault"_s, {u"a fault of its own"_s, u"HTTP 500"_s})}},
        {u"F117"_s, {badGatewayOnce()}},
        {u"F119"_s, {timeoutsThrice()}},
        {u"F121"_s, {inTurn()}},
    };
}

} // namespace hourpass::test
