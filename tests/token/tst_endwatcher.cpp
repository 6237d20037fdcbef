// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/endwatcher.h"

#include "emulatedsessions.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_endwatcher {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A timer for a long span looks at the clock every ten seconds.
constexpr int soon = 30'000;

/// The sessions, watched.
struct Bench : test::EmulatedSessions {
    EndWatcher watcher{profiles, sessions, clock.clock()};
    QSignalSpy ends{&watcher, &EndWatcher::endsSoon};
    QSignalSpy overs{&watcher, &EndWatcher::isOver};

    Bench() { watcher.start(); }
    Profile add(bool wantsNotice)
    {
        return EmulatedSessions::add(&Profile::notifyBeforeEnd, wantsNotice);
    }
    /// With a new token, which lives that long.
    Profile withToken(bool wantsNotice, std::chrono::seconds lifetime = 3600s)
    {
        emulator::Behaviour behaviour;
        behaviour.lifetime = lifetime;
        iam.setBehaviour(behaviour);
        const Profile profile = add(wantsNotice);
        renew(profile);
        return profile;
    }
    void renew(const Profile &profile)
    {
        if (!test::await(sessions.renew(profile.id, SecretStore::Prompt::Never)))
            qFatal("there is no token");
    }
    /// The clock was moved: as when the window, or another profile's token, changes something.
    void look() { Q_EMIT sessions.changed(ProfileId()); }
};

class EndWatcherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void end_isToldInTime_once()
    {
        Bench bench;
        const Profile profile = bench.withToken(true);
        bench.clock.advance(55min - 1s);
        bench.look();
        QCOMPARE(bench.ends.size(), 0);
        bench.clock.advance(1s);
        bench.look();
        QCOMPARE(bench.ends.size(), 1);
        QCOMPARE(bench.ends.first().at(0).value<ProfileId>(), profile.id);
        QCOMPARE(bench.ends.first().at(1).value<Milliseconds>(), Milliseconds(5min));
        bench.clock.advance(1min);
        bench.look();
        QCOMPARE(bench.ends.size(), 1);
        QCOMPARE(bench.overs.size(), 0);
    }

    // Nothing else happens meanwhile: its own timer finds out, as after a suspend.
    void end_isToldByItself_afterASleep()
    {
        Bench bench;
        bench.withToken(true);
        bench.clock.advance(58min);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ends.size(), 1, soon);
        QCOMPARE(bench.ends.first().at(1).value<Milliseconds>(), Milliseconds(2min));
    }

    void tokenThatEndedDuringASleep_isNotTold()
    {
        Bench bench;
        bench.withToken(true);
        bench.clock.advance(61min);
        bench.look();
        QCOMPARE(bench.ends.size(), 0);
    }

    void eachToken_isToldOfAnew_andTheOldOneTakenBack()
    {
        Bench bench;
        const Profile profile = bench.withToken(true);
        bench.clock.advance(56min);
        bench.look();
        QCOMPARE(bench.ends.size(), 1);
        bench.renew(profile);
        QCOMPARE(bench.overs.size(), 1);
        QCOMPARE(bench.overs.first().first().value<ProfileId>(), profile.id);
        QCOMPARE(bench.ends.size(), 1);
        bench.clock.advance(56min);
        bench.look();
        QCOMPARE(bench.ends.size(), 2);
        bench.clock.advance(5min);
        bench.look();
        QCOMPARE(bench.overs.size(), 2); // it has ended
    }

    void failedRenewal_tellsNothingTwice()
    {
        Bench bench;
        const Profile profile = bench.withToken(true);
        bench.clock.advance(56min);
        bench.look();
        bench.iam.stop();
        QVERIFY(!test::await(bench.sessions.renew(profile.id, SecretStore::Prompt::Never)));
        QCOMPARE(bench.ends.size(), 1);
        QCOMPARE(bench.overs.size(), 0);
    }

    void profileThatDoesNotWantIt_isLeftAlone()
    {
        Bench bench;
        Profile profile = bench.withToken(false);
        bench.clock.advance(56min);
        bench.look();
        QCOMPARE(bench.ends.size(), 0);
        profile.notifyBeforeEnd = true;
        QVERIFY(bench.profiles.update(profile));
        QCOMPARE(bench.ends.size(), 1);
        QVERIFY(bench.profiles.remove(profile.id));
        QCOMPARE(bench.overs.size(), 1);
    }

    void tokenThatNeverLivedLonger_isNotTold()
    {
        Bench bench;
        bench.withToken(true, 300s);
        bench.clock.advance(1min);
        bench.look();
        QCOMPARE(bench.ends.size(), 0);
    }

    void severalTokens_areToldEachAtItsTime()
    {
        Bench bench;
        const Profile late = bench.withToken(true, 3600s);
        const Profile early = bench.withToken(true, 1800s);
        bench.clock.advance(26min);
        bench.look();
        QCOMPARE(bench.ends.size(), 1);
        QCOMPARE(bench.ends.last().at(0).value<ProfileId>(), early.id);
        bench.clock.advance(30min);
        bench.look();
        QCOMPARE(bench.ends.size(), 2);
        QCOMPARE(bench.ends.last().at(0).value<ProfileId>(), late.id);
    }
};

HOURPASS_TEST(EndWatcherTest, QCoreApplication)

} // namespace tst_endwatcher

#include "tst_endwatcher.moc"
