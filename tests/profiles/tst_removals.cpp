// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/removals.h"

#include "files/files.h"
#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_removals {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;
using test::ScriptedSecretStore;
using Operation = ScriptedSecretStore::Operation;

Profile named(const QString &name)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = name;
    return profile;
}

// Short, so that the timer looks at the clock twice a second; time itself stands still.
constexpr Milliseconds span = 5s;

/// One run of the program on the same files and the same keychain as the others.
struct Run {
    Run(const QString &path, ScriptedSecretStore &keys, const Clock &clock)
        : profiles(path)
        , loaded(profiles.load())
        , keeper(profiles, keys)
        , removals(profiles, keeper, keys, clock, span)
    {
    }

    ProfileStore profiles;
    Result<void> loaded;
    ProfileKeeper keeper;
    Removals removals;
    QSignalSpy ended{&removals, &Removals::ended};
    QSignalSpy failed{&removals, &Removals::failed};
};

QStringList namesOf(const ProfileStore &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles.profiles())
        names += profile.name;
    return names;
}

class RemovalsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void removal_leavesTheKeyUntilTheTimeIsOver();
    void undo_putsTheProfileBackAsItWas();
    void severalRemovals_areUndoneLastFirst();
    void undo_afterAnotherDefaultWasChosen_leavesThat();
    void undo_whoseNameIsTaken_getsANumber();
    void undo_twice_doesNothing();
    void undo_whileTheKeyIsBeingDeleted_isRefused();
    void removals_endOneAfterTheOther();
    void end_deletesTheKeyNow();
    void endAll_endsAll();
    void endAll_tellsTheFirstFailure();
    void keychainThatRefuses_leavesTheUndo_data();
    void keychainThatRefuses_leavesTheUndo();
    void lockedKeychain_isNotAskedByItself_andServedOnceItIsReady();
    void keychainThatTellsNothing_isServedToo();
    void nextStart_offersTheUndoAnew();
    void nextStart_finishesWhatWasBeingDeleted();
    void nextStart_triesAgainWhereTheKeychainRefused();
    void killedAnywhere_losesNoKeyUnknown();
    void otherProcess_isFollowed();
    void profileForThisRun_needsNoKeychain();
    void keyInAnotherKeychain_waitsForIt();
    void profileThatIsBackByAnotherWay_keepsItsKey();
    void unsavableRemoval_changesNothing();

private:
    Run &start();
    bool isOnDisk(const ProfileId &id) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    test::ManualClock m_clock;
    std::unique_ptr<ScriptedSecretStore> m_keys;
    std::unique_ptr<Run> m_run;
    Profile m_a, m_b, m_c; ///< stored by init(), b is the default
};

// Another run, after the end of the one that is.
Run &RemovalsTest::start()
{
    m_run.reset();
    m_run = std::make_unique<Run>(m_path, *m_keys, m_clock.clock());
    return *m_run;
}

bool RemovalsTest::isOnDisk(const ProfileId &id) const
{
    return readSmallFile(m_path, 1 << 20).value_or(QByteArray()).contains(id.toString().toUtf8());
}

void RemovalsTest::init()
{
    m_run.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"hourpass/profiles.json"_s);
    m_keys = std::make_unique<ScriptedSecretStore>();
    Run &run = start();
    m_a = named(u"a"_s);
    m_b = named(u"b"_s);
    m_c = named(u"c"_s);
    m_b.pinned = true;
    for (const Profile &profile : {m_a, m_b, m_c})
        QVERIFY(await(run.keeper.add(profile, Secret(profile.name.toUtf8()))));
    QVERIFY(run.profiles.setDefaultProfile(m_b.id));
}

void RemovalsTest::removal_leavesTheKeyUntilTheTimeIsOver()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    QCOMPARE(namesOf(run.profiles), QStringList({u"a"_s, u"c"_s}));
    QVERIFY(!run.profiles.defaultProfile());
    m_clock.advance(span - 1ms);
    QVERIFY(!run.ended.wait(700)); // the timer has looked
    QVERIFY(m_keys->holds(m_b.id));
    QVERIFY(run.removals.canUndo(m_b.id));
    m_clock.advance(1ms);
    QTRY_COMPARE(run.ended.size(), 1);
    QVERIFY(!m_keys->holds(m_b.id));
    QVERIFY(!isOnDisk(m_b.id));
    QVERIFY(!run.removals.canUndo(m_b.id));
}

void RemovalsTest::undo_putsTheProfileBackAsItWas()
{
    Run &run = *m_run;
    const Profile before = *run.profiles.find(m_b.id);
    const QByteArray onDisk = *readSmallFile(m_path, 1 << 20);
    QVERIFY(run.removals.remove(m_b.id));
    QVERIFY(run.removals.undo(m_b.id));
    QCOMPARE(run.profiles.indexOf(m_b.id), 1);
    QVERIFY(*run.profiles.find(m_b.id) == before);
    QVERIFY(run.profiles.isChosenDefault(m_b.id));
    QCOMPARE(*readSmallFile(m_path, 1 << 20), onDisk);
    m_clock.advance(span);
    QVERIFY(!run.ended.wait(700));
    QVERIFY(m_keys->key(m_b.id) == Secret("b"_ba));
    QCOMPARE(m_keys->count(Operation::Remove), 0);
}

void RemovalsTest::severalRemovals_areUndoneLastFirst()
{
    Run &run = *m_run;
    for (const Profile &profile : {m_a, m_c, m_b})
        QVERIFY(run.removals.remove(profile.id));
    QStringList names;
    while (!run.removals.undoable().isEmpty()) {
        names += run.removals.undoable().last().profile.name;
        QVERIFY(run.removals.undo(run.removals.undoable().last().profile.id));
    }
    QCOMPARE(names, QStringList({u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(namesOf(run.profiles), QStringList({u"a"_s, u"b"_s, u"c"_s}));
}

void RemovalsTest::undo_afterAnotherDefaultWasChosen_leavesThat()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    QVERIFY(run.profiles.setDefaultProfile(m_a.id));
    QVERIFY(run.removals.undo(m_b.id));
    QVERIFY(run.profiles.isChosenDefault(m_a.id));
}

void RemovalsTest::undo_whoseNameIsTaken_getsANumber()
{
    Run &run = *m_run;
    const QString longName = QString(99, u'x') + u'y';
    Profile renamed = *run.profiles.find(m_b.id);
    renamed.name = longName;
    QVERIFY(run.profiles.update(renamed));
    QVERIFY(run.removals.remove(m_a.id) && run.removals.remove(m_b.id));
    QVERIFY(run.profiles.add(named(u"A"_s)) && run.profiles.add(named(u"a (2)"_s)));
    QVERIFY(run.profiles.add(named(longName)));
    QVERIFY(run.removals.undo(m_a.id));
    QCOMPARE(run.profiles.find(m_a.id)->name, u"a (3)"_s);
    QVERIFY(run.removals.undo(m_b.id));
    QCOMPARE(run.profiles.find(m_b.id)->name, QString(96, u'x') + u" (2)"_s);
    QCOMPARE(outcome(ProfileStore(m_path).load()), u"ok"_s);
}

void RemovalsTest::undo_twice_doesNothing()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    QVERIFY(run.removals.undo(m_b.id));
    QCOMPARE(outcome(run.removals.undo(m_b.id)), u"NotFound"_s);
    QCOMPARE(run.profiles.profiles().size(), 3);
}

void RemovalsTest::undo_whileTheKeyIsBeingDeleted_isRefused()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    const auto ending = run.removals.end(m_b.id);
    QCOMPARE(outcome(run.removals.undo(m_b.id)), u"NotFound"_s);
    QVERIFY(run.removals.undoable().isEmpty());
    QCOMPARE(outcome(await(ending)), u"ok"_s);
    QVERIFY(!run.profiles.find(m_b.id) && !m_keys->holds(m_b.id));
}

void RemovalsTest::removals_endOneAfterTheOther()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_a.id));
    m_clock.advance(span / 2);
    QVERIFY(run.removals.remove(m_b.id));
    m_clock.advance(span / 2);
    QTRY_COMPARE(run.ended.size(), 1);
    QVERIFY(!m_keys->holds(m_a.id) && m_keys->holds(m_b.id));
    m_clock.advance(span / 2);
    QTRY_COMPARE(run.ended.size(), 2);
    QVERIFY(!m_keys->holds(m_b.id) && m_keys->holds(m_c.id));
}

void RemovalsTest::end_deletesTheKeyNow()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    QCOMPARE(outcome(await(run.removals.end(m_b.id))), u"ok"_s);
    QVERIFY(!m_keys->holds(m_b.id) && !isOnDisk(m_b.id));
    QCOMPARE(outcome(await(run.removals.end(m_b.id))), u"NotFound"_s);
    QCOMPARE(outcome(await(run.removals.end(m_a.id))), u"NotFound"_s); // it is on the list
    QVERIFY(m_keys->holds(m_a.id));
}

void RemovalsTest::endAll_endsAll()
{
    Run &run = *m_run;
    QCOMPARE(outcome(await(run.removals.endAll())), u"ok"_s);
    QVERIFY(run.removals.remove(m_a.id) && run.removals.remove(m_b.id));
    QCOMPARE(outcome(await(run.removals.endAll())), u"ok"_s);
    QVERIFY(!m_keys->holds(m_a.id) && !m_keys->holds(m_b.id) && m_keys->holds(m_c.id));
}

void RemovalsTest::endAll_tellsTheFirstFailure()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_a.id) && run.removals.remove(m_b.id));
    m_keys->failNext(Operation::Remove, ErrorCode::KeychainNotDeleted);
    QCOMPARE(outcome(await(run.removals.endAll())), u"KeychainNotDeleted"_s);
    QCOMPARE(run.removals.undoable().size(), 1);
}

void RemovalsTest::keychainThatRefuses_leavesTheUndo_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("silent") << Operation::Probe << ErrorCode::KeychainSilent;
    QTest::newRow("entry stays") << Operation::Remove << ErrorCode::KeychainNotDeleted;
    QTest::newRow("gone meanwhile") << Operation::Remove << ErrorCode::KeychainMissing;
}

void RemovalsTest::keychainThatRefuses_leavesTheUndo()
{
    QFETCH(Operation, operation);
    QFETCH(ErrorCode, code);
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    m_keys->failNext(operation, code);
    m_clock.advance(span);
    QTRY_COMPARE(run.failed.size(), 1);
    QCOMPARE(run.failed.first().at(1).value<Error>().code, code);
    QVERIFY(isOnDisk(m_b.id));
    QVERIFY(run.removals.undo(m_b.id));
    QCOMPARE(run.profiles.indexOf(m_b.id), 1);
    QVERIFY(m_keys->holds(m_b.id));
}

void RemovalsTest::lockedKeychain_isNotAskedByItself_andServedOnceItIsReady()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    m_keys->setState(SecretStore::State::Locked);
    m_clock.advance(span);
    QTRY_COMPARE(run.failed.size(), 1);
    QCOMPARE(run.failed.first().at(1).value<Error>().code, ErrorCode::KeychainLocked);
    m_clock.advance(span);
    QTRY_COMPARE(m_keys->count(Operation::Probe), 2);
    QCoreApplication::processEvents();
    QCOMPARE(run.failed.size(), 1);                // it is told once
    QCOMPARE(m_keys->count(Operation::Remove), 0); // which would ask for a password
    m_keys->setState(SecretStore::State::Ready);
    QTRY_COMPARE(run.ended.size(), 1);
    QVERIFY(!m_keys->holds(m_b.id) && !isOnDisk(m_b.id));
}

void RemovalsTest::keychainThatTellsNothing_isServedToo()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    m_keys->failNext(Operation::Remove, ErrorCode::KeychainLocked);
    m_clock.advance(span);
    QTRY_COMPARE(run.failed.size(), 1);
    m_clock.advance(span);
    QTRY_COMPARE(run.ended.size(), 1);
    QVERIFY(!m_keys->holds(m_b.id) && !isOnDisk(m_b.id));
}

void RemovalsTest::nextStart_offersTheUndoAnew()
{
    QVERIFY(m_run->removals.remove(m_b.id));
    m_clock.advance(span - 1ms);
    Run &next = start();
    next.removals.start();
    QCOMPARE(next.removals.undoable().size(), 1);
    m_clock.advance(span - 1ms);
    QVERIFY(!next.ended.wait(700));
    QVERIFY(next.removals.undo(m_b.id));
    QCOMPARE(next.profiles.indexOf(m_b.id), 1);
    QVERIFY(next.profiles.isChosenDefault(m_b.id));
    QVERIFY(m_keys->holds(m_b.id));
}

void RemovalsTest::nextStart_finishesWhatWasBeingDeleted()
{
    QVERIFY(m_run->removals.remove(m_b.id));
    m_keys->hold();
    m_run->removals.end(m_b.id);
    m_run.reset(); // killed before the keychain has answered
    m_keys->cancelAll();
    m_keys->release();
    QVERIFY(m_keys->holds(m_b.id) && isOnDisk(m_b.id));
    Run &next = start();
    QVERIFY(next.removals.undoable().isEmpty());
    next.removals.start();
    QTRY_COMPARE(next.ended.size(), 1);
    QVERIFY(!m_keys->holds(m_b.id) && !isOnDisk(m_b.id));
}

void RemovalsTest::nextStart_triesAgainWhereTheKeychainRefused()
{
    QVERIFY(m_run->profiles.takeOff(m_b.id, ProfileStore::Undo::Over)); // killed right then
    Run &next = start();
    m_keys->setState(SecretStore::State::Locked);
    next.removals.start();
    QTRY_COMPARE(next.failed.size(), 1);
    m_keys->setState(SecretStore::State::Ready);
    QTRY_COMPARE(next.ended.size(), 1);
    QVERIFY(!m_keys->holds(m_b.id) && !isOnDisk(m_b.id));
}

// At each step of the keychain the run ends. A key that is there is one that the file knows.
void RemovalsTest::killedAnywhere_losesNoKeyUnknown()
{
    const auto known = [this] {
        for (const Profile &profile : {m_a, m_b, m_c}) {
            if (m_keys->holds(profile.id) && !isOnDisk(profile.id))
                return false;
        }
        return true;
    };
    m_keys->hold();
    m_run->keeper.remove(m_a.id); // as hourpass-cli does it
    QVERIFY(known());
    QVERIFY(m_run->removals.remove(m_b.id));
    QVERIFY(known());
    m_run->removals.end(m_b.id);
    QVERIFY(known());
    m_run.reset();
    m_keys->cancelAll();
    m_keys->release();
    Run &next = start();
    QVERIFY(known());
    next.removals.start();
    QTRY_COMPARE(next.ended.size(), 2);
    QVERIFY(known());
    QVERIFY(!m_keys->holds(m_a.id) && !m_keys->holds(m_b.id) && m_keys->holds(m_c.id));
}

void RemovalsTest::otherProcess_isFollowed()
{
    Run &run = *m_run;
    run.profiles.watch();
    Run other(m_path, *m_keys, m_clock.clock());
    QVERIFY(other.removals.remove(m_b.id));
    QTRY_VERIFY(run.removals.canUndo(m_b.id));
    QVERIFY(other.removals.undo(m_b.id));
    QTRY_VERIFY(!run.removals.canUndo(m_b.id));
    m_clock.advance(span);
    QVERIFY(!run.ended.wait(700));
    QVERIFY(m_keys->holds(m_b.id));
}

void RemovalsTest::profileForThisRun_needsNoKeychain()
{
    Run &run = *m_run;
    Profile passing = named(u"passing"_s);
    passing.kept = Profile::Kept::ForThisRun;
    QVERIFY(run.profiles.add(passing));
    m_keys->setState(SecretStore::State::Missing);
    QVERIFY(run.removals.remove(passing.id));
    QVERIFY(!isOnDisk(passing.id));
    QVERIFY(run.removals.deletable().isEmpty()); // it ends with the program anyway
    QVERIFY(run.removals.undo(passing.id));
    QCOMPARE(run.profiles.indexOf(passing.id), 3);
    QVERIFY(run.removals.remove(passing.id));
    m_clock.advance(span);
    QTRY_COMPARE(run.ended.size(), 1);
    QVERIFY(run.profiles.pendingRemovals().isEmpty());
}

void RemovalsTest::keyInAnotherKeychain_waitsForIt()
{
    Run &run = *m_run;
    Profile elsewhere = *run.profiles.find(m_b.id);
    elsewhere.keyStore = u"kwallet"_s;
    QVERIFY(run.profiles.update(elsewhere));
    QVERIFY(run.removals.remove(m_b.id));
    m_clock.advance(10 * span);
    QVERIFY(!run.ended.wait(700));
    QVERIFY(run.removals.canUndo(m_b.id) && isOnDisk(m_b.id));
    QVERIFY(run.removals.deletable().isEmpty());
    QCOMPARE(outcome(await(run.removals.end(m_b.id))), u"KeychainMissing"_s);
    QVERIFY(run.removals.undo(m_b.id));
}

void RemovalsTest::profileThatIsBackByAnotherWay_keepsItsKey()
{
    Run &run = *m_run;
    QVERIFY(run.removals.remove(m_b.id));
    QVERIFY(run.profiles.add(m_b)); // from a copy of the list
    m_clock.advance(span);
    QTRY_VERIFY(run.profiles.pendingRemovals().isEmpty());
    QVERIFY(m_keys->holds(m_b.id) && run.profiles.find(m_b.id));
    QCOMPARE(run.ended.size() + run.failed.size(), 0);
}

void RemovalsTest::unsavableRemoval_changesNothing()
{
    const QString folder = m_folder->filePath(u"hourpass"_s);
    QVERIFY(QFile::rename(folder, folder + u".away"_s));
    QFile obstacle(folder);
    QVERIFY(obstacle.open(QFile::WriteOnly));
    QVERIFY(!m_run->removals.remove(m_b.id));
    QVERIFY(m_run->profiles.find(m_b.id) && m_run->removals.undoable().isEmpty());
    QCOMPARE(m_keys->count(Operation::Remove), 0);
}

HOURPASS_TEST(RemovalsTest, QCoreApplication)

} // namespace tst_removals

#include "tst_removals.moc"
