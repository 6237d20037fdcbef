// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/freshkeeper.h"

#include "emulatedsessions.h"
#include "support/iamemulator/tokensigner.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_freshkeeper {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using emulator::Fault;
using Operation = test::ScriptedSecretStore::Operation;
using Prompt = SecretStore::Prompt;

// A timer for a long span looks at the clock every ten seconds.
constexpr int soon = 30'000;

/// The sessions, kept fresh.
struct Bench : test::EmulatedSessions {
    FreshKeeper keeper{profiles, sessions, keys, clock.clock()};

    Profile add(bool keepFresh, QStringView key = u"user")
    {
        return EmulatedSessions::add(&Profile::keepFresh, keepFresh, key);
    }
    qsizetype exchanges() const { return iam.tokenRequests().size(); }
    void behave(Fault fault)
    {
        emulator::Behaviour behaviour;
        behaviour.fault = fault;
        iam.setBehaviour(behaviour);
    }
    bool isIdle(const Profile &profile) const
    {
        return sessions.session(profile.id).phase == TokenSession::Phase::Idle;
    }
};

class FreshKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void token_isRenewedInTime();
    void profileThatDoesNotWantIt_isLeftAlone();
    void switchedOnLater_countsFromTheTokenThereIs();
    void keychain_isNeverMadeToAsk();
    void refusedKey_isNotAskedForAgain();
    void failedRenewal_keepsTheTokenAndComesAgain();
    void nothingHappens_beforeTheStart();
};

void FreshKeeperTest::token_isRenewedInTime()
{
    Bench bench;
    const Profile profile = bench.add(true);
    bench.keeper.start();
    QTRY_COMPARE(bench.exchanges(), 1);
    QTRY_VERIFY(bench.sessions.session(profile.id).token);
    bench.clock.advance(50min);
    QTRY_COMPARE_WITH_TIMEOUT(bench.exchanges(), 2, soon);
    QTRY_VERIFY(timeLeft(*bench.sessions.session(profile.id).token, bench.clock.now()) > 59min);
}

void FreshKeeperTest::profileThatDoesNotWantIt_isLeftAlone()
{
    Bench bench;
    bench.add(false);
    const Profile wants = bench.add(true);
    bench.keeper.start();
    QTRY_VERIFY(bench.sessions.session(wants.id).token);
    QCOMPARE(bench.exchanges(), 1);
}

void FreshKeeperTest::switchedOnLater_countsFromTheTokenThereIs()
{
    Bench bench;
    Profile profile = bench.add(false);
    bench.keeper.start();
    QVERIFY(test::await(bench.sessions.obtain(profile.id, 0s, Prompt::Never)));
    profile.keepFresh = true;
    QVERIFY(bench.profiles.update(profile));
    QCoreApplication::processEvents(); // what is due at once would begin
    QVERIFY(bench.isIdle(profile));
    bench.clock.advance(48min);
    QTRY_COMPARE_WITH_TIMEOUT(bench.exchanges(), 2, soon);
}

void FreshKeeperTest::keychain_isNeverMadeToAsk()
{
    Bench bench;
    const Profile profile = bench.add(true);
    bench.keys.failNext(Operation::Read, ErrorCode::KeychainLocked);
    bench.keeper.start();
    QTRY_VERIFY(bench.sessions.session(profile.id).fault);
    QCOMPARE(bench.keys.lastPrompt(), Prompt::Never);
    QCOMPARE(bench.exchanges(), 0);
    Q_EMIT bench.keys.stateChanged(SecretStore::State::Locked);
    QCOMPARE(bench.keys.count(Operation::Read), 1);
    // Unlocked, for whatever reason.
    bench.clock.advance(RenewalPlan::spacing);
    Q_EMIT bench.keys.stateChanged(SecretStore::State::Ready);
    QTRY_COMPARE(bench.exchanges(), 1);
    QCOMPARE(bench.keys.lastPrompt(), Prompt::Never);
}

void FreshKeeperTest::refusedKey_isNotAskedForAgain()
{
    Bench bench;
    const Profile profile = bench.add(true, u"disabled");
    bench.keeper.start();
    QTRY_VERIFY(bench.isIdle(profile) && bench.sessions.session(profile.id).fault);
    QCOMPARE(bench.sessions.session(profile.id).fault->code, ErrorCode::Refused);
    bench.clock.advance(24h);
    Q_EMIT bench.keys.stateChanged(SecretStore::State::Ready);
    QCoreApplication::processEvents();
    QVERIFY(bench.isIdle(profile));
    QCOMPARE(bench.exchanges(), 1);
}

void FreshKeeperTest::failedRenewal_keepsTheTokenAndComesAgain()
{
    Bench bench;
    const Profile profile = bench.add(true);
    QVERIFY(test::await(bench.sessions.obtain(profile.id, 0s, Prompt::Never)));
    bench.clock.advance(50min);
    bench.behave(Fault::EmptyUnavailable);
    bench.keeper.start();
    // The token that is there is past its four fifths, so it is due in a minute.
    bench.clock.advance(1min);
    QTRY_VERIFY_WITH_TIMEOUT(bench.sessions.session(profile.id).fault, soon);
    QVERIFY(timeLeft(*bench.sessions.session(profile.id).token, bench.clock.now()) > 8min);
    bench.behave(Fault::None);
    bench.clock.advance(1min);
    QTRY_VERIFY_WITH_TIMEOUT(
        timeLeft(*bench.sessions.session(profile.id).token, bench.clock.now()) > 59min, soon);
}

void FreshKeeperTest::nothingHappens_beforeTheStart()
{
    Bench bench;
    bench.add(true);
    QCoreApplication::processEvents();
    QCOMPARE(bench.keys.count(Operation::Read), 0);
}

HOURPASS_TEST(FreshKeeperTest, QCoreApplication)

} // namespace tst_freshkeeper

#include "tst_freshkeeper.moc"
