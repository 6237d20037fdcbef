// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/renewalplan.h"

#include "support/testprogram.h"

#include <QTest>

#include <map>

namespace tst_renewalplan {

using namespace hourpass;
using namespace std::chrono_literals;

TokenSet tokenAt(Milliseconds now, Seconds life = 3600s)
{
    TokenSet token;
    token.received = {now, {}};
    token.expiresIn = life;
    token.deadline = now + life;
    return token;
}

Error errorWith(ErrorCode code, std::optional<Seconds> retryAfter = {})
{
    Error error;
    error.code = code;
    error.server.retryAfter = retryAfter;
    return error;
}

class RenewalPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newProfile_isDueAtOnce();
    void token_isRenewedAtFourFifthsOfItsLife();
    void shortLives_areNoStorm();
    void one_isGivenOutOnce();
    void cancelled_comesLater();
    void failures_comeEverMoreSlowly();
    void serverThatAsksToWait_isObeyed();
    void refusal_stopsUntilThereIsAToken();
    void lockedKeychain_isWaitedFor();
    void profileThatIsGone_isNotRenewed();
    void aDayOfTwoHundred_isNearTheIdeal();
};

void RenewalPlanTest::newProfile_isDueAtOnce()
{
    RenewalPlan plan;
    QVERIFY(!plan.nextDue());
    plan.add(ProfileId::create(), 10s);
    QCOMPARE(plan.nextDue(), Milliseconds(10s));
}

void RenewalPlanTest::token_isRenewedAtFourFifthsOfItsLife()
{
    RenewalPlan plan;
    const ProfileId id = ProfileId::create();
    plan.add(id, 0s);
    plan.succeeded(id, tokenAt(100s), 100s);
    QCOMPARE(plan.nextDue(), Milliseconds(100s + 2880s));
    QVERIFY(!plan.next(100s + 2879s));
    QCOMPARE(plan.next(100s + 2880s), id);
}

void RenewalPlanTest::shortLives_areNoStorm()
{
    RenewalPlan plan;
    const ProfileId id = ProfileId::create();
    plan.add(id, 0s);
    int exchanges = 0;
    for (Milliseconds now = 0s; now < 1h; now += 1s) {
        if (!plan.next(now))
            continue;
        ++exchanges;
        plan.succeeded(id, tokenAt(now, 5s), now);
    }
    QCOMPARE(exchanges, 60);
}

void RenewalPlanTest::one_isGivenOutOnce()
{
    RenewalPlan plan;
    const ProfileId id = ProfileId::create();
    plan.add(id, 0s);
    QCOMPARE(plan.next(0s), id);
    QVERIFY(!plan.next(24h));
    QVERIFY(!plan.nextDue());
}

void RenewalPlanTest::cancelled_comesLater()
{
    RenewalPlan plan;
    const ProfileId id = ProfileId::create();
    plan.add(id, 0s);
    QCOMPARE(plan.next(0s), id);
    plan.postpone(id, 5s);
    QCOMPARE(plan.nextDue(), Milliseconds(65s));
}

void RenewalPlanTest::failures_comeEverMoreSlowly()
{
    RenewalPlan plan;
    const ProfileId id = ProfileId::create();
    plan.add(id, 0s);
    Milliseconds now = 0s;
    QList<qint64> gaps;
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(plan.next(now), id);
        plan.failed(id, errorWith(ErrorCode::TimedOut), now);
        gaps += (*plan.nextDue() - now) / 1s;
        now = *plan.nextDue();
    }
    QCOMPARE(gaps.first(6), (QList<qint64>{60, 120, 240, 480, 900, 900}));
    QCOMPARE(gaps.last(), 900);
    // And a success begins anew.
    plan.succeeded(id, tokenAt(now), now);
    plan.failed(id, errorWith(ErrorCode::TimedOut), now);
    QCOMPARE(*plan.nextDue() - now, Milliseconds(60s));
}

void RenewalPlanTest::serverThatAsksToWait_isObeyed()
{
    RenewalPlan plan;
    const ProfileId id = ProfileId::create();
    plan.add(id, 0s);
    plan.failed(id, errorWith(ErrorCode::RateLimited, 200s), 0s);
    QCOMPARE(plan.nextDue(), Milliseconds(200s));
    plan.failed(id, errorWith(ErrorCode::RateLimited, 24h), 0s);
    QCOMPARE(plan.nextDue(), Milliseconds(15min));
}

void RenewalPlanTest::refusal_stopsUntilThereIsAToken()
{
    RenewalPlan plan;
    const ProfileId id = ProfileId::create();
    plan.add(id, 0s);
    for (const ErrorCode code : {ErrorCode::Refused, ErrorCode::CertificateUntrusted,
                                 ErrorCode::NotFound, ErrorCode::Redirected}) {
        plan.failed(id, errorWith(code), 0s);
        plan.retry(1s);
        QVERIFY(!plan.nextDue());
    }
    plan.succeeded(id, tokenAt(0s), 0s);
    QVERIFY(plan.nextDue());
}

void RenewalPlanTest::lockedKeychain_isWaitedFor()
{
    RenewalPlan plan;
    const ProfileId id = ProfileId::create();
    plan.add(id, 0s);
    plan.failed(id, errorWith(ErrorCode::KeychainLocked), 0s);
    QVERIFY(!plan.nextDue());
    plan.retry(2h);
    QCOMPARE(plan.nextDue(), Milliseconds(2h));
}

void RenewalPlanTest::profileThatIsGone_isNotRenewed()
{
    RenewalPlan plan;
    const ProfileId stays = ProfileId::create();
    const ProfileId goes = ProfileId::create();
    plan.add(goes, 0s);
    plan.add(stays, 1s);
    plan.keepOnly({stays});
    QVERIFY(!plan.contains(goes));
    QCOMPARE(plan.next(1h), stays);
    // What is still under way for it reports into nothing.
    plan.succeeded(goes, tokenAt(0s), 0s);
    plan.failed(goes, errorWith(ErrorCode::TimedOut), 0s);
    QVERIFY(!plan.nextDue());
}

// Each exchange is an audit event, and counts for rate limits.
void RenewalPlanTest::aDayOfTwoHundred_isNearTheIdeal()
{
    constexpr int profiles = 200;
    constexpr Milliseconds day = 24h;
    RenewalPlan plan;
    for (int i = 0; i < profiles; ++i)
        plan.add(ProfileId::create(), 0s);
    std::map<qint64, int> perSecond;
    int exchanges = 0;
    for (Milliseconds now = 0s; now < day; now = plan.nextDue().value_or(day)) {
        while (const auto id = plan.next(now)) {
            ++exchanges;
            ++perSecond[now / 1s];
            plan.succeeded(*id, tokenAt(now + 200ms), now + 200ms);
        }
    }
    constexpr int ideal = profiles * int(24h / (Seconds(3600) * 4 / 5));
    QVERIFY2(std::abs(exchanges - ideal) <= ideal / 100, QByteArray::number(exchanges).constData());
    for (const auto &[second, count] : perSecond)
        QCOMPARE(count, 1);
}

HOURPASS_TEST(RenewalPlanTest, QCoreApplication)

} // namespace tst_renewalplan

#include "tst_renewalplan.moc"
