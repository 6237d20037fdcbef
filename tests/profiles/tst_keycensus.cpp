// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/keycensus.h"

#include "settings/proxykeeper.h"
#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_keycensus {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;
using test::ScriptedSecretStore;
using Operation = ScriptedSecretStore::Operation;

Profile named(const QString &name, const ProfileId &id = ProfileId::create())
{
    Profile profile;
    profile.id = id;
    profile.name = name;
    return profile;
}

/// A profile "prod" with its key, and an old key that no profile names.
struct Bench {
    QTemporaryDir folder;
    QString path = folder.filePath(u"profiles.json"_s);
    test::ManualClock clock{systemNow()};
    ScriptedSecretStore keys;
    ProfileStore profiles{path};
    KeyCensus census{profiles, keys, clock.clock()};
    Profile prod = named(u"prod"_s);
    ProfileId orphan = ProfileId::create();

    Bench()
    {
        if (!profiles.add(prod))
            qFatal("the profile cannot be saved");
        putAged(prod.id, 1h);
        putAged(orphan, 1h);
    }
    Seconds now() const { return std::chrono::duration_cast<Seconds>(clock.now().utc); }
    void putAged(const ProfileId &id, Seconds age) { keys.put(id, "a key", now() - age); }
    QList<ProfileId> found()
    {
        QList<ProfileId> ids;
        for (const OrphanKey &key : await(census.orphans()).value_or(Orphans()).keys)
            ids.append(key.id);
        return ids;
    }
    QByteArray file() const
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("the file cannot be written");
    }
};

class KeyCensusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyWithoutAProfile_isFound();
    void oldestKey_isFirst();
    void proxysPassword_isNoOrphan();
    void profileOfAnotherProcess_hasItsKey();
    void idsOfWhatCannotBeUnderstood_count();
    void profileStoredWhileTheKeychainIsAsked_counts();
    void damagedFile_isToldInsteadOfGuessing();
    void listThatWasSetAside_isNamed();
    void newKey_isMarked_data();
    void newKey_isMarked();
    void faultOfTheKeychain_isTold();

    void adopt_makesTheProfile();
    void adopt_ofAnUnknownKey_isNotFound();
    void adopt_ofAKeyWithAProfile_isRefused();
    void forget_deletesTheKey();
    void forget_whatIsNotToBeDeleted_data();
    void forget_whatIsNotToBeDeleted();
    void forget_afterAnotherProcessAddedTheProfile_isRefused();
    void forget_thatFails_isTold();
};

void KeyCensusTest::keyWithoutAProfile_isFound()
{
    Bench bench;
    QCOMPARE(bench.found(), QList<ProfileId>{bench.orphan});
    const Orphans orphans = await(bench.census.orphans()).value();
    QVERIFY(orphans.damagedList.isEmpty());
    QCOMPARE(orphans.keys.first().storedAt, bench.now() - 1h);
    QVERIFY(orphans.keys.first().canBeDeleted());
    QVERIFY(bench.keys.holds(bench.orphan)); // it was looked at, no more
}

void KeyCensusTest::oldestKey_isFirst()
{
    Bench bench;
    const auto unknown = ProfileId::create();
    const auto oldest = ProfileId::create();
    bench.keys.put(unknown, "of unknown age");
    bench.putAged(oldest, 9000h);
    QCOMPARE(bench.found(), (QList<ProfileId>{unknown, oldest, bench.orphan}));
}

void KeyCensusTest::proxysPassword_isNoOrphan()
{
    Bench bench;
    bench.putAged(proxyLoginId(), 1h);
    QCOMPARE(bench.found(), QList<ProfileId>{bench.orphan});
}

void KeyCensusTest::profileOfAnotherProcess_hasItsKey()
{
    Bench bench;
    ProfileStore other(bench.path);
    QVERIFY(other.load());
    QVERIFY(other.add(named(u"theirs"_s, bench.orphan)));
    QVERIFY(!bench.profiles.find(bench.orphan)); // nobody told this process
    QCOMPARE(bench.found(), QList<ProfileId>());
}

void KeyCensusTest::idsOfWhatCannotBeUnderstood_count()
{
    Bench bench;
    QByteArray json = bench.file();
    json.insert(json.indexOf('{') + 1,
                "\"of a later version\": [{\"id\": \""
                    + bench.orphan.toString().toUpper().toLatin1() + "\"}], ");
    bench.write(u"profiles.json"_s, json);
    QCOMPARE(bench.found(), QList<ProfileId>());
}

// An entry is stored before its profile: whoever looks in the other order takes the entry of a
// profile that is just being added for one without.
void KeyCensusTest::profileStoredWhileTheKeychainIsAsked_counts()
{
    Bench bench;
    bench.keys.hold();
    const auto orphans = bench.census.orphans();
    ProfileStore other(bench.path);
    QVERIFY(other.load());
    QVERIFY(other.add(named(u"theirs"_s, bench.orphan)));
    bench.keys.release();
    QCOMPARE(await(orphans).value().keys, QList<OrphanKey>());
}

void KeyCensusTest::damagedFile_isToldInsteadOfGuessing()
{
    Bench bench;
    bench.write(u"profiles.json"_s, "{\"version\": 1, \"profiles\": [{\"id\": \"cut o");
    const auto orphans = await(bench.census.orphans());
    QCOMPARE(outcome(orphans), u"FileDamaged"_s);
    QCOMPARE(orphans.error().subject, bench.path);
    QCOMPARE(outcome(await(bench.census.forget(bench.orphan))), u"FileDamaged"_s);
    QVERIFY(bench.keys.holds(bench.orphan));
    QVERIFY(QFile::exists(bench.path)); // nothing was set aside by looking
}

void KeyCensusTest::listThatWasSetAside_isNamed()
{
    Bench bench;
    const auto lost = ProfileId::create();
    bench.putAged(lost, 2h);
    bench.write(u"profiles.json.damaged"_s,
                "{\"profiles\": [{\"id\": \"" + lost.toString().toUtf8());
    const Orphans orphans = await(bench.census.orphans()).value();
    QCOMPARE(orphans.damagedList, bench.folder.filePath(u"profiles.json.damaged"_s));
    QCOMPARE(orphans.keys.size(), 2);
    QVERIFY(orphans.keys.at(0).isOfDamagedList);
    QVERIFY(!orphans.keys.at(0).canBeDeleted());
    QVERIFY(!orphans.keys.at(1).isOfDamagedList);
    const auto refused = await(bench.census.forget(lost));
    QCOMPARE(outcome(refused), u"FileDamaged"_s);
    QCOMPARE(refused.error().subject, orphans.damagedList);
    QVERIFY(bench.keys.holds(lost));
    QCOMPARE(outcome(await(bench.census.adopt(named(u"found"_s, lost)))), u"ok"_s);
}

void KeyCensusTest::newKey_isMarked_data()
{
    QTest::addColumn<Seconds>("age");
    QTest::addColumn<bool>("isNew");
    QTest::newRow("just now") << 0s << true;
    QTest::newRow("nearly five minutes") << 299s << true;
    QTest::newRow("five minutes") << 300s << false;
    QTest::newRow("of later") << -299s << true;
    QTest::newRow("of much later") << Seconds(-24h) << false;
}

void KeyCensusTest::newKey_isMarked()
{
    QFETCH(const Seconds, age);
    QFETCH(const bool, isNew);
    Bench bench;
    bench.putAged(bench.orphan, age);
    const Orphans orphans = await(bench.census.orphans()).value();
    QCOMPARE(orphans.keys.first().isNew, isNew);
    QCOMPARE(outcome(await(bench.census.forget(bench.orphan))), isNew ? u"KeyTooNew"_s : u"ok"_s);
    QCOMPARE(bench.keys.holds(bench.orphan), isNew);
}

void KeyCensusTest::faultOfTheKeychain_isTold()
{
    Bench bench;
    for (const auto code : {ErrorCode::KeychainMissing, ErrorCode::KeychainNotSearchable}) {
        bench.keys.failNext(Operation::List, code);
        QCOMPARE(outcome(await(bench.census.orphans())), errorName(code));
        bench.keys.failNext(Operation::List, code);
        QCOMPARE(outcome(await(bench.census.forget(bench.orphan))), errorName(code));
    }
    QVERIFY(bench.keys.holds(bench.orphan));
}

void KeyCensusTest::adopt_makesTheProfile()
{
    Bench bench;
    QCOMPARE(outcome(await(bench.census.adopt(named(u"found"_s, bench.orphan)))), u"ok"_s);
    const Profile *made = bench.profiles.findByName(u"found"_s);
    QVERIFY(made);
    QCOMPARE(made->id, bench.orphan);
    QCOMPARE(made->keyStore, u"scripted"_s);
    QVERIFY(bench.keys.holds(bench.orphan));
    QCOMPARE(bench.found(), QList<ProfileId>());
}

void KeyCensusTest::adopt_ofAnUnknownKey_isNotFound()
{
    Bench bench;
    QCOMPARE(outcome(await(bench.census.adopt(named(u"found"_s)))), u"NotFound"_s);
    QCOMPARE(bench.profiles.profiles().size(), 1);
}

void KeyCensusTest::adopt_ofAKeyWithAProfile_isRefused()
{
    Bench bench;
    QCOMPARE(outcome(await(bench.census.adopt(named(u"twice"_s, bench.prod.id)))),
             u"KeyHasProfile"_s);
    QCOMPARE(outcome(await(bench.census.adopt(named(u"proxy"_s, proxyLoginId())))), u"NotFound"_s);
    QCOMPARE(outcome(await(bench.census.adopt(named(u"PROD"_s, bench.orphan)))), u"NameTaken"_s);
    QCOMPARE(bench.profiles.profiles().size(), 1);
}

void KeyCensusTest::forget_deletesTheKey()
{
    Bench bench;
    QCOMPARE(outcome(await(bench.census.forget(bench.orphan))), u"ok"_s);
    QVERIFY(!bench.keys.holds(bench.orphan));
    QVERIFY(bench.keys.holds(bench.prod.id));
}

void KeyCensusTest::forget_whatIsNotToBeDeleted_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("code");
    QTest::newRow("a profile's") << 0 << u"KeyHasProfile"_s;
    QTest::newRow("the proxy's") << 1 << u"KeyHasProfile"_s;
    QTest::newRow("none") << 2 << u"NotFound"_s;
}

void KeyCensusTest::forget_whatIsNotToBeDeleted()
{
    QFETCH(const int, which);
    QFETCH(const QString, code);
    Bench bench;
    bench.putAged(proxyLoginId(), 1h);
    const ProfileId ids[]{bench.prod.id, proxyLoginId(), ProfileId::create()};
    QCOMPARE(outcome(await(bench.census.forget(ids[which]))), code);
    QVERIFY(bench.keys.holds(bench.prod.id));
    QVERIFY(bench.keys.holds(proxyLoginId()));
    QCOMPARE(bench.keys.count(Operation::Remove), 0);
}

void KeyCensusTest::forget_afterAnotherProcessAddedTheProfile_isRefused()
{
    Bench bench;
    QCOMPARE(bench.found().size(), 1);
    ProfileStore other(bench.path);
    QVERIFY(other.load());
    QVERIFY(other.add(named(u"theirs"_s, bench.orphan)));
    QCOMPARE(outcome(await(bench.census.forget(bench.orphan))), u"KeyHasProfile"_s);
    QVERIFY(bench.keys.holds(bench.orphan));
}

void KeyCensusTest::forget_thatFails_isTold()
{
    Bench bench;
    bench.keys.failNext(Operation::Remove, ErrorCode::KeychainNotDeleted);
    QCOMPARE(outcome(await(bench.census.forget(bench.orphan))), u"KeychainNotDeleted"_s);
}

HOURPASS_TEST(KeyCensusTest, QCoreApplication)

} // namespace tst_keycensus

#include "tst_keycensus.moc"
