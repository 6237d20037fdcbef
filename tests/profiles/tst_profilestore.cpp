// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profilestore.h"

#include "files/files.h"
#include "support/filesizelimit.h"
#include "support/growth.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace tst_profilestore {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

Profile named(const QString &name, Profile::Kept kept = Profile::Kept::OnDisk)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = name;
    profile.kept = kept;
    return profile;
}

QString namesOf(const ProfileStore &store)
{
    QStringList names;
    for (const Profile &profile : store.profiles())
        names += profile.name;
    return names.join(u' ');
}

class ProfileStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingFile_isAnEmptyList();
    void changes_areOnDiskAtOnce();
    void namesAreUnique_data();
    void namesAreUnique();
    void lookup_isByIdAndByNameInAnyCase();
    void insertAtTheOldPlace_undoesARemoval();
    void undoingTwice_isRefused();
    void nullId_isRefused();
    void unknownProfile_isNotFound();
    void move_changesTheOrder_data();
    void move_changesTheOrder();
    void defaultProfile_isTheChosenOrTheOnlyOne();
    void signals_tellExactRows();
    void failedWrite_changesNothing();
    void folderThatCannotBeMade_changesNothing();
    void twoStores_seeEachOther();
    void twoStores_keepNamesUnique();
    void deletedFile_isBelieved();
    void damagedFile_isSetAside();
    void readingAlone_leavesEvenADamagedFile();
    void secondDamage_keepsTheFirst();
    void badEntry_outlivesEveryChange();
    void badEntry_isNeverReplacedByTheOnlyOther();
    void badEntry_canBeCorrectedOrRemoved();
    void ids_areThoseOfBadEntriesToo();
    void damagedLists_areSeenAtOnce();
    void restore_bringsBackWhatIsMissing();
    void listTooLargeToReadAgain_isNotWritten();
    void largeFile_isSaidToBeOurs();
    void othersWrites_areTakenOverInOneGo();
    void damageBehindOurBack_losesNoProfile();
    void newerFile_isNeverWritten();
    void newerFileBehindOurBack_isNeverWritten();
    void unreadableFile_isNeverReplaced_data();
    void unreadableFile_isNeverReplaced();
    void unreadableFileBehindOurBack_isNeverReplaced();
    void repairedFile_endsTheRefusal();
    void profilesForThisRun_neverReachTheDisk();
    void profilesForThisRun_needNoDisk();
    void profilesForThisRun_surviveOthersWrites();
    void unknownMembers_surviveChanges();
    void watch_picksUpOthersWrites();
    void watch_tellsOfOthersRemovals();
    void watch_isSilentAboutOwnWrites();
    void watch_ignoresWhatIsHalfWritten();
    void canSave_tellsWithoutWriting();
    void fileInUse_isWaitedFor();
    void fileOthersMayWrite_isNeitherBelievedNorReplaced();
    void fileOthersMayWrite_changesNothingThatIsKnown();

private:
    QByteArray onDisk() const { return readSmallFile(m_path, 1 << 20).value_or(QByteArray()); }
    void put(const QByteArray &content) const;
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<ProfileStore> m_store; ///< empty, loaded
};

void ProfileStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"hourpass/profiles.json"_s);
    m_store = std::make_unique<ProfileStore>(m_path);
    QCOMPARE(outcome(m_store->load()), u"ok"_s);
}

void ProfileStoreTest::put(const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QFile file(m_path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // under any umask
}

QStringList ProfileStoreTest::files() const
{
    return QFileInfo(m_path).dir().entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void ProfileStoreTest::missingFile_isAnEmptyList()
{
    QVERIFY(m_store->profiles().isEmpty());
    QVERIFY(!m_store->defaultProfile());
    QVERIFY(!QFileInfo::exists(QFileInfo(m_path).path())); // loading makes nothing
}

void ProfileStoreTest::changes_areOnDiskAtOnce()
{
    Profile profile = named(u" prod "_s);
    const auto inOtherStore = [this] {
        ProfileStore other(m_path);
        const QString loaded = outcome(other.load());
        return loaded + u": "_s + namesOf(other);
    };
    QCOMPARE(outcome(m_store->add(profile)), u"ok"_s);
    QCOMPARE(inOtherStore(), u"ok: prod"_s);
    profile.name = u"production"_s;
    profile.caFile = u"/ca.pem"_s;
    QCOMPARE(outcome(m_store->update(profile)), u"ok"_s);
    QCOMPARE(inOtherStore(), u"ok: production"_s);
    QCOMPARE(m_store->find(profile.id)->caFile, u"/ca.pem"_s);
    QCOMPARE(outcome(m_store->remove(profile.id)), u"ok"_s);
    QCOMPARE(inOtherStore(), u"ok: "_s);
    QCOMPARE(files(), QStringList{u"profiles.json"_s}); // no lock or temporary file stays
}

void ProfileStoreTest::namesAreUnique_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("other name") << u"other"_s << u"ok"_s;
    QTest::newRow("same name") << u"prod"_s << u"NameTaken"_s;
    QTest::newRow("other case") << u"PROD"_s << u"NameTaken"_s;
    QTest::newRow("blanks around") << u" prod "_s << u"NameTaken"_s;
    QTest::newRow("empty") << u" "_s << u"NameEmpty"_s;
}

void ProfileStoreTest::namesAreUnique()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(outcome(m_store->add(named(u"prod"_s))), u"ok"_s);
    Profile second = named(u"second"_s);
    QCOMPARE(outcome(m_store->add(second)), u"ok"_s);
    QCOMPARE(outcome(m_store->add(named(name))), expected);
    QCOMPARE(m_store->profiles().size(), expected == "ok"_L1 ? 3 : 2);
    second.name = name + (expected == "ok"_L1 ? u"2"_s : QString());
    QCOMPARE(outcome(m_store->update(second)), expected);
    Profile first = m_store->profiles().first();
    first.name = u"Prod"_s; // its own name in other letters
    QCOMPARE(outcome(m_store->update(first)), u"ok"_s);
}

void ProfileStoreTest::lookup_isByIdAndByNameInAnyCase()
{
    const Profile profile = named(u"Prod"_s);
    QVERIFY(m_store->add(named(u"first"_s)) && m_store->add(profile));
    QCOMPARE(m_store->find(profile.id)->name, u"Prod"_s);
    QCOMPARE(m_store->findByName(u" pROD "_s)->id, profile.id);
    QCOMPARE(m_store->indexOf(profile.id), 1);
    QVERIFY(!m_store->find(ProfileId::create()) && !m_store->find(ProfileId()));
    QVERIFY(!m_store->findByName(u"pro"_s) && !m_store->findByName(QString()));
    QCOMPARE(m_store->indexOf(ProfileId::create()), -1);
}

void ProfileStoreTest::insertAtTheOldPlace_undoesARemoval()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(m_store->add(named(name)));
    const Profile removed = m_store->profiles().at(1);
    const QByteArray before = onDisk();
    QVERIFY(m_store->remove(removed.id));
    QCOMPARE(namesOf(*m_store), u"a c"_s);
    QCOMPARE(outcome(m_store->insert(1, removed)), u"ok"_s);
    QCOMPARE(onDisk(), before);
    QVERIFY(m_store->insert(99, named(u"z"_s)) && m_store->insert(-1, named(u"A0"_s)));
    QCOMPARE(namesOf(*m_store), u"A0 a b c z"_s);
}

// An id that is there twice would be taken for damage at the next start.
void ProfileStoreTest::undoingTwice_isRefused()
{
    const Profile profile = named(u"prod"_s);
    QVERIFY(m_store->add(profile));
    QCOMPARE(outcome(m_store->insert(0, profile)), u"NameTaken"_s);
    Profile renamed = profile;
    renamed.name = u"other"_s;
    QVERIFY(!m_store->insert(0, renamed));
    QCOMPARE(m_store->profiles().size(), 1);
    QCOMPARE(outcome(ProfileStore(m_path).load()), u"ok"_s);
}

void ProfileStoreTest::nullId_isRefused()
{
    Profile profile = named(u"prod"_s);
    profile.id = {};
    QVERIFY(!m_store->add(profile));
    QVERIFY(m_store->profiles().isEmpty());
    QCOMPARE(outcome(ProfileStore(m_path).load()), u"ok"_s);
}

void ProfileStoreTest::unknownProfile_isNotFound()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    const QByteArray before = onDisk();
    const ProfileId unknown = ProfileId::create();
    QCOMPARE(outcome(m_store->update(named(u"other"_s))), u"NotFound"_s);
    QCOMPARE(outcome(m_store->remove(unknown)), u"NotFound"_s);
    QCOMPARE(outcome(m_store->move(unknown, 0)), u"NotFound"_s);
    QCOMPARE(outcome(m_store->setDefaultProfile(unknown)), u"NotFound"_s);
    QCOMPARE(onDisk(), before);
}

void ProfileStoreTest::move_changesTheOrder_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("up") << 2 << 0 << u"c a b"_s;
    QTest::newRow("down") << 0 << 2 << u"b c a"_s;
    QTest::newRow("nowhere") << 1 << 1 << u"a b c"_s;
    QTest::newRow("before the first") << 1 << -1 << QString();
    QTest::newRow("after the last") << 1 << 3 << QString();
}

void ProfileStoreTest::move_changesTheOrder()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, expected);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(m_store->add(named(name)));
    QSignalSpy moved(m_store.get(), &ProfileStore::moved);
    const bool done = m_store->move(m_store->profiles().at(from).id, to).has_value();
    QCOMPARE(done, !expected.isEmpty());
    QCOMPARE(namesOf(*m_store), done ? expected : u"a b c"_s);
    QCOMPARE(moved.size(), done && from != to ? 1 : 0);
    if (!moved.isEmpty())
        QCOMPARE(moved.first(), QVariantList({from, to}));
}

void ProfileStoreTest::defaultProfile_isTheChosenOrTheOnlyOne()
{
    const Profile first = named(u"first"_s);
    const Profile second = named(u"second"_s);
    QVERIFY(m_store->add(first));
    QCOMPARE(m_store->defaultProfile()->id, first.id);
    QVERIFY(m_store->add(second));
    QVERIFY(!m_store->defaultProfile());
    QSignalSpy told(m_store.get(), &ProfileStore::defaultProfileChanged);
    QVERIFY(m_store->setDefaultProfile(second.id));
    QCOMPARE(told.size(), 1);
    ProfileStore other(m_path);
    QVERIFY(other.load());
    QCOMPARE(other.defaultProfile()->id, second.id);
    QVERIFY(m_store->remove(second.id));
    QCOMPARE(m_store->defaultProfile()->id, first.id); // the only one again
    QVERIFY(m_store->add(second));
    QVERIFY(!m_store->defaultProfile());
    QVERIFY(m_store->setDefaultProfile(first.id) && m_store->setDefaultProfile({}));
    QVERIFY(!m_store->defaultProfile());
}

void ProfileStoreTest::signals_tellExactRows()
{
    // Follows the signals alone, as a model does.
    QStringList mirror;
    const auto name = [this](int index) { return m_store->profiles().at(index).name; };
    connect(m_store.get(), &ProfileStore::inserted, this,
            [&](int index) { mirror.insert(index, name(index)); });
    connect(m_store.get(), &ProfileStore::changed, this,
            [&](int index) { mirror[index] = name(index); });
    connect(m_store.get(), &ProfileStore::removed, this,
            [&](int index) { mirror.removeAt(index); });
    connect(m_store.get(), &ProfileStore::moved, this,
            [&](int from, int to) { mirror.move(from, to); });
    QSignalSpy reloaded(m_store.get(), &ProfileStore::reloaded);

    for (const QString &each : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(m_store->add(named(each)));
    QVERIFY(m_store->insert(1, named(u"d"_s)));
    Profile b = *m_store->findByName(u"b"_s);
    b.name = u"B2"_s;
    QVERIFY(m_store->update(b));
    QVERIFY(m_store->move(b.id, 0));
    QVERIFY(m_store->remove(m_store->findByName(u"a"_s)->id));
    QVERIFY(!m_store->add(named(u"c"_s)));
    QCOMPARE(mirror.join(u' '), u"B2 d c"_s);
    QCOMPARE(mirror.join(u' '), namesOf(*m_store));
    QCOMPARE(reloaded.size(), 0);
}

void ProfileStoreTest::failedWrite_changesNothing()
{
    Profile profile = named(u"prod"_s);
    QVERIFY(m_store->add(profile) && m_store->add(named(u"second"_s)));
    const QByteArray before = onDisk();
    QSignalSpy inserted(m_store.get(), &ProfileStore::inserted);
    QSignalSpy changed(m_store.get(), &ProfileStore::changed);
    QSignalSpy removed(m_store.get(), &ProfileStore::removed);
    for (const qint64 room : {qint64(0), qint64(64), qint64(92), before.size() / 2}) {
        const test::FileSizeLimit limit(room);
        const auto added = m_store->add(named(u"third"_s));
        const auto gone = m_store->remove(profile.id);
        profile.name = u"renamed"_s;
        const auto renamed = m_store->update(profile);
        QCOMPARE(outcome(added), u"WriteFailed"_s);
        QCOMPARE(added.error().subject, m_path);
        QCOMPARE(outcome(gone), u"WriteFailed"_s);
        QCOMPARE(outcome(renamed), u"WriteFailed"_s);
    }
    QCOMPARE(namesOf(*m_store), u"prod second"_s);
    QCOMPARE(onDisk(), before);
    QCOMPARE(inserted.size() + changed.size() + removed.size(), 0);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
    QCOMPARE(outcome(m_store->update(profile)), u"ok"_s); // and goes on once there is room
}

void ProfileStoreTest::folderThatCannotBeMade_changesNothing()
{
    QFile obstacle(m_folder->filePath(u"hourpass"_s));
    QVERIFY(obstacle.open(QFile::WriteOnly));
    ProfileStore store(m_path);
    static_cast<void>(store.load());
    QVERIFY(!store.add(named(u"prod"_s)));
    QVERIFY(store.profiles().isEmpty());
}

void ProfileStoreTest::twoStores_seeEachOther()
{
    ProfileStore cli(m_path);
    QVERIFY(cli.load());
    QVERIFY(m_store->add(named(u"window"_s)));
    QSignalSpy reloaded(&cli, &ProfileStore::reloaded);
    QVERIFY(cli.add(named(u"cli"_s)));
    QCOMPARE(namesOf(cli), u"window cli"_s);
    QCOMPARE(reloaded.size(), 1); // what a model follows: all anew, then one row
    QVERIFY(m_store->add(named(u"again"_s)));
    QCOMPARE(namesOf(*m_store), u"window cli again"_s);
    QVERIFY(cli.remove(m_store->profiles().first().id));
    QCOMPARE(outcome(m_store->remove(m_store->profiles().first().id)), u"NotFound"_s);
    QCOMPARE(namesOf(*m_store), u"cli again"_s);
}

void ProfileStoreTest::twoStores_keepNamesUnique()
{
    ProfileStore cli(m_path);
    QVERIFY(cli.load());
    QVERIFY(m_store->add(named(u"prod"_s)));
    QCOMPARE(outcome(cli.add(named(u"Prod"_s))), u"NameTaken"_s);
    QCOMPARE(outcome(ProfileStore(m_path).load()), u"ok"_s);
}

void ProfileStoreTest::deletedFile_isBelieved()
{
    QVERIFY(m_store->add(named(u"old"_s)));
    QVERIFY(QFile::remove(m_path));
    QVERIFY(m_store->add(named(u"new"_s)));
    QCOMPARE(namesOf(*m_store), u"new"_s);
}

void ProfileStoreTest::damagedFile_isSetAside()
{
    put("{\"version\":1,");
    const auto loaded = m_store->load();
    QCOMPARE(outcome(loaded), u"FileDamaged"_s);
    QCOMPARE(loaded.error().subject, m_path + u".damaged"_s);
    QCOMPARE(files(), QStringList{u"profiles.json.damaged"_s});
    QCOMPARE(outcome(m_store->add(named(u"new"_s))), u"ok"_s);
    QCOMPARE(files(), QStringList({u"profiles.json"_s, u"profiles.json.damaged"_s}));
    QCOMPARE(readSmallFile(m_path + u".damaged"_s, 100).value(), "{\"version\":1,"_ba);
}

void ProfileStoreTest::readingAlone_leavesEvenADamagedFile()
{
    QCOMPARE(outcome(readProfiles(m_path)), u"NotFound"_s);
    {
        ProfileStore store(m_path);
        QVERIFY(store.add(named(u"Prod"_s)));
    }
    const auto read = readProfiles(m_path);
    QVERIFY(read);
    QVERIFY(findByName(read->profiles, u" pROD "_s));
    QVERIFY(!findByName(read->profiles, u"pro"_s));
    QVERIFY(writePrivateFile(m_path, "{"));
    QCOMPARE(outcome(readProfiles(m_path)), u"FileDamaged"_s);
    QCOMPARE(onDisk(), "{"_ba);
}

void ProfileStoreTest::secondDamage_keepsTheFirst()
{
    for (const QByteArray &damage : {"first"_ba, "second"_ba, "third"_ba}) {
        put(damage);
        const auto loaded = m_store->load();
        QCOMPARE(outcome(loaded), u"FileDamaged"_s);
        QCOMPARE(readSmallFile(loaded.error().subject, 100).value(), damage);
    }
    QCOMPARE(files().size(), 3);
    QCOMPARE(readSmallFile(m_path + u".damaged"_s, 100).value(), "first"_ba);
}

void ProfileStoreTest::badEntry_outlivesEveryChange()
{
    QVERIFY(m_store->add(named(u"a"_s)) && m_store->add(named(u"b"_s)));
    const QByteArray bad =
        R"({"name":"old", "endpoint":"http://x", "n":1e400, "id":"", "id":"\ud800"})";
    put(onDisk().replace("\"profiles\": [", "\"profiles\": [" + bad + ','));
    QCOMPARE(outcome(m_store->load()), u"ok"_s);
    QCOMPARE(namesOf(*m_store), u"a b"_s);
    QCOMPARE(m_store->badEntries().size(), 1);
    const auto stays = [&] {
        ProfileStore other(m_path);
        return other.load() && other.badEntries() == m_store->badEntries()
            && onDisk().count(bad) == 1;
    };
    QVERIFY(m_store->add(named(u"c"_s)) && stays());
    Profile renamed = m_store->profiles().first();
    renamed.name = u"renamed"_s;
    QVERIFY(m_store->update(renamed) && stays());
    QVERIFY(m_store->setDefaultProfile(renamed.id) && stays());
    QVERIFY(m_store->move(renamed.id, 2) && stays());
    while (!m_store->profiles().isEmpty())
        QVERIFY(m_store->remove(m_store->profiles().first().id) && stays());
    ProfileStore cli(m_path);
    QVERIFY(cli.load() && cli.add(named(u"cli"_s)) && stays());
}

// Whoever asks for no certain one would get another identity's token.
void ProfileStoreTest::badEntry_isNeverReplacedByTheOnlyOther()
{
    QVERIFY(m_store->add(named(u"a"_s)) && m_store->add(named(u"b"_s)));
    QVERIFY(m_store->setDefaultProfile(m_store->profiles().first().id));
    put(onDisk().replace("\"a\"", "1"));
    QVERIFY(m_store->load());
    QCOMPARE(namesOf(*m_store), u"b"_s);
    QVERIFY(!m_store->defaultProfile());
}

void ProfileStoreTest::badEntry_canBeCorrectedOrRemoved()
{
    QVERIFY(m_store->add(named(u"a"_s)) && m_store->add(named(u"b"_s)));
    const QByteArray good = onDisk();
    put(QByteArray(good).replace("\"a\"", "\"b\""));
    QVERIFY(m_store->load());
    QCOMPARE(namesOf(*m_store), u"b"_s);
    QCOMPARE(m_store->badEntries().first().fault, BadEntry::Fault::NameTaken);
    Profile profile = m_store->profiles().first();
    profile.name = u"c"_s; // then the other may have the name
    QVERIFY(m_store->update(profile) && m_store->load());
    QCOMPARE(namesOf(*m_store), u"c b"_s);
    QVERIFY(m_store->badEntries().isEmpty());

    put(QByteArray(good).replace("\"a\"", "[]"));
    QVERIFY(m_store->load());
    QSignalSpy reloaded(m_store.get(), &ProfileStore::reloaded);
    const BadEntry bad = m_store->badEntries().first();
    QVERIFY(m_store->removeBadEntry(bad));
    QCOMPARE(outcome(m_store->removeBadEntry(bad)), u"NotFound"_s);
    QCOMPARE(reloaded.size(), 1);
    QVERIFY(!onDisk().contains("[]"));
    QCOMPARE(namesOf(*m_store), u"b"_s);
}

void ProfileStoreTest::ids_areThoseOfBadEntriesToo()
{
    const Profile bad = named(u"a"_s);
    QVERIFY(m_store->add(bad) && m_store->add(named(u"b"_s)));
    put(onDisk().replace("\"a\"", "1"));
    QVERIFY(m_store->load());
    QCOMPARE(m_store->ids(), QSet({bad.id, m_store->profiles().first().id}));
}

void ProfileStoreTest::damagedLists_areSeenAtOnce()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    m_store->watch();
    QSignalSpy changed(m_store.get(), &ProfileStore::damagedListsChanged);
    QVERIFY(m_store->damagedLists().isEmpty());
    put("{");
    ProfileStore cli(m_path);
    QCOMPARE(outcome(cli.load()), u"FileDamaged"_s);
    QCOMPARE(cli.damagedLists(), QStringList{m_path + u".damaged"_s});
    QTRY_COMPARE(m_store->damagedLists(), cli.damagedLists());
    QCOMPARE(changed.size(), 1);
    ProfileStore later(m_path);
    QVERIFY(later.load()); // and it says so all the same
    QCOMPARE(later.damagedLists(), cli.damagedLists());
    QVERIFY(putAway(m_path + u".damaged"_s));
    QTRY_VERIFY(m_store->damagedLists().isEmpty());
}

void ProfileStoreTest::restore_bringsBackWhatIsMissing()
{
    QVERIFY(m_store->add(named(u"a"_s)) && m_store->add(named(u"b"_s)));
    const QList<Profile> before = m_store->profiles();
    put(onDisk().chopped(4));
    QCOMPARE(outcome(m_store->load()), u"FileDamaged"_s);
    QVERIFY(m_store->add(named(u"A"_s)));
    {
        const test::FileSizeLimit full(64); // then nothing is put away either
        QCOMPARE(outcome(m_store->restore(salvage(m_store->damagedLists()))), u"WriteFailed"_s);
    }
    QCOMPARE(m_store->damagedLists().size(), 1);
    QSignalSpy reloaded(m_store.get(), &ProfileStore::reloaded);
    const auto restored = m_store->restore(salvage(m_store->damagedLists()));
    QCOMPARE(outcome(restored), u"ok"_s);
    QCOMPARE(*restored, 2);
    QCOMPARE(namesOf(*m_store), u"A a (2) b"_s);
    QCOMPARE(m_store->profiles().last(), before.last());
    QCOMPARE(reloaded.size(), 1);
    QVERIFY(m_store->damagedLists().isEmpty());
    QCOMPARE(files(), QStringList({u"profiles.json"_s, u"profiles.json.restored"_s}));
    ProfileStore other(m_path);
    QVERIFY(other.load() && other.damagedLists().isEmpty());
    QCOMPARE(namesOf(other), namesOf(*m_store));
}

void ProfileStoreTest::listTooLargeToReadAgain_isNotWritten()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    const QByteArray before = onDisk();
    Profile large = named(u"large"_s);
    large.unknown["x"_L1] = QString(4 * 1024 * 1024, u'x');
    QCOMPARE(outcome(m_store->add(large)), u"OwnFileTooLarge"_s);
    QCOMPARE(onDisk(), before);
    QCOMPARE(namesOf(*m_store), u"prod"_s);
}

void ProfileStoreTest::largeFile_isSaidToBeOurs()
{
    put(QByteArray(5 * 1024 * 1024, ' '));
    QCOMPARE(outcome(m_store->load()), u"OwnFileTooLarge"_s);
    QCOMPARE(outcome(m_store->add(named(u"prod"_s))), u"OwnFileTooLarge"_s);
    QCOMPARE(outcome(readProfiles(m_path)), u"OwnFileTooLarge"_s);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
}

// What the window does when another process has changed one of many.
void ProfileStoreTest::othersWrites_areTakenOverInOneGo()
{
    const auto work = [this](int count) {
        ProfileDocument document;
        for (int i = 0; i < count; ++i)
            document.profiles.append(named(u"p%1"_s.arg(i)));
        put(toJson(document));
        auto store = std::make_shared<ProfileStore>(m_path);
        if (!store->load())
            qFatal("the list cannot be read");
        return [store, last = document.profiles.last()]() mutable {
            last.name = u"renamed"_s;
            QVERIFY(store->update(last));
            QVERIFY(store->load());
        };
    };
    QCOMPARE_LT(test::growth(work, 300), test::growthAtMost);
}

void ProfileStoreTest::damageBehindOurBack_losesNoProfile()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    put("damaged meanwhile");
    QCOMPARE(outcome(m_store->add(named(u"second"_s))), u"FileDamaged"_s);
    QCOMPARE(namesOf(*m_store), u"prod"_s);
    QCOMPARE(outcome(m_store->add(named(u"second"_s))), u"ok"_s);
    ProfileStore other(m_path);
    QCOMPARE(outcome(other.load()), u"ok"_s);
    QCOMPARE(namesOf(other), u"prod second"_s);
    QCOMPARE(readSmallFile(m_path + u".damaged"_s, 100).value(), "damaged meanwhile"_ba);
}

void ProfileStoreTest::newerFile_isNeverWritten()
{
    const QByteArray newer = R"({"version":2,"vaults":[]})";
    put(newer);
    const auto loaded = m_store->load();
    QCOMPARE(outcome(loaded), u"FileFromNewerVersion"_s);
    QCOMPARE(loaded.error().subject, m_path);
    const Profile profile = named(u"prod"_s);
    QCOMPARE(outcome(m_store->add(profile)), u"FileFromNewerVersion"_s);
    QCOMPARE(outcome(m_store->canSave(profile)), u"FileFromNewerVersion"_s);
    QCOMPARE(outcome(m_store->setDefaultProfile(profile.id)), u"FileFromNewerVersion"_s);
    QCOMPARE(onDisk(), newer);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
}

void ProfileStoreTest::newerFileBehindOurBack_isNeverWritten()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    const QByteArray newer = R"({"version":2,"profiles":[]})";
    put(newer);
    QCOMPARE(outcome(m_store->add(named(u"second"_s))), u"FileFromNewerVersion"_s);
    QCOMPARE(outcome(m_store->remove(m_store->profiles().first().id)), u"FileFromNewerVersion"_s);
    QCOMPARE(namesOf(*m_store), u"prod"_s);
    QCOMPARE(onDisk(), newer);
}

void ProfileStoreTest::unreadableFile_isNeverReplaced_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    QTest::newRow("folder") << QDir::tempPath() << u"OwnFileNotRegular"_s;
    QTest::newRow("device") << u"/dev/zero"_s << u"OwnFileNotRegular"_s;
    QTest::newRow("link to itself") << QString() << u"FileUnreadable"_s;
    QTest::newRow("gives an error when read") << u"/proc/self/mem"_s << u"FileUnreadable"_s;
}

void ProfileStoreTest::unreadableFile_isNeverReplaced()
{
    QFETCH(QString, target);
    QFETCH(QString, expected);
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QVERIFY(QFile::link(target.isEmpty() ? m_path : target, m_path));
    QCOMPARE(outcome(m_store->load()), expected);
    QCOMPARE(outcome(m_store->add(named(u"prod"_s))), expected);
    QVERIFY(QFileInfo(m_path).isSymLink());
    QVERIFY(m_store->profiles().isEmpty());
}

void ProfileStoreTest::unreadableFileBehindOurBack_isNeverReplaced()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QVERIFY(QFile::link(QDir::tempPath(), m_path)); // there was none when the store was loaded
    QCOMPARE(outcome(m_store->add(named(u"prod"_s))), u"OwnFileNotRegular"_s);
    QVERIFY(QFileInfo(m_path).isSymLink());
    QVERIFY(m_store->profiles().isEmpty());
}

// What the user is told to do works without a restart.
void ProfileStoreTest::repairedFile_endsTheRefusal()
{
    put(R"({"version":2})");
    QVERIFY(!m_store->load());
    QVERIFY(QFile::rename(m_path, m_path + u".newer"_s));
    QCOMPARE(outcome(m_store->add(named(u"prod"_s))), u"ok"_s);
    QCOMPARE(namesOf(*m_store), u"prod"_s);
}

void ProfileStoreTest::profilesForThisRun_neverReachTheDisk()
{
    const Profile passing = named(u"passing"_s, Profile::Kept::ForThisRun);
    QVERIFY(m_store->add(named(u"first"_s)) && m_store->insert(0, passing));
    QVERIFY(m_store->add(named(u"last"_s)) && m_store->move(passing.id, 1));
    QVERIFY(m_store->setDefaultProfile(passing.id));
    QCOMPARE(namesOf(*m_store), u"first passing last"_s);
    QCOMPARE(m_store->defaultProfile()->id, passing.id);
    QVERIFY(!onDisk().contains("passing"));
    QVERIFY(!onDisk().contains(passing.id.toString().toLatin1()));
    Profile renamed = passing;
    renamed.name = u"renamed"_s;
    QVERIFY(m_store->update(renamed));
    QVERIFY(!onDisk().contains("renamed"));
    renamed.kept = Profile::Kept::OnDisk; // once a keychain is there
    QVERIFY(m_store->update(renamed));
    QVERIFY(onDisk().contains("renamed"));
}

void ProfileStoreTest::profilesForThisRun_needNoDisk()
{
    QFile obstacle(m_folder->filePath(u"hourpass"_s));
    QVERIFY(obstacle.open(QFile::WriteOnly));
    const Profile passing = named(u"passing"_s, Profile::Kept::ForThisRun);
    QCOMPARE(outcome(m_store->add(passing)), u"ok"_s);
    QCOMPARE(outcome(m_store->setDefaultProfile(passing.id)), u"ok"_s);
    QCOMPARE(outcome(m_store->remove(passing.id)), u"ok"_s);
    QVERIFY(QFileInfo(obstacle.fileName()).isFile());
}

void ProfileStoreTest::profilesForThisRun_surviveOthersWrites()
{
    QVERIFY(m_store->add(named(u"passing"_s, Profile::Kept::ForThisRun)));
    ProfileStore cli(m_path);
    QVERIFY(cli.load() && cli.add(named(u"cli"_s)));
    QVERIFY(m_store->add(named(u"window"_s)));
    QCOMPARE(namesOf(*m_store), u"cli passing window"_s);
    QCOMPARE(onDisk().count("\"name\""), 2);
}

void ProfileStoreTest::unknownMembers_surviveChanges()
{
    put(R"({"version":1,"sorting":"name","profiles":[{"id":"11111111-0000-4000-8000-000000000001",)"
        R"("name":"prod","endpoint":"https://iam.cloud.ibm.com","colour":"red"}]})");
    QVERIFY(m_store->load());
    Profile profile = m_store->profiles().first();
    profile.name = u"renamed"_s;
    QVERIFY(m_store->update(profile) && m_store->add(named(u"second"_s)));
    QVERIFY(onDisk().contains(R"("sorting": "name")"));
    QVERIFY(onDisk().contains(R"("colour": "red")"));
}

void ProfileStoreTest::watch_picksUpOthersWrites()
{
    m_store->watch();
    QSignalSpy reloaded(m_store.get(), &ProfileStore::reloaded);
    ProfileStore cli(m_path);
    QVERIFY(cli.load() && cli.add(named(u"cli"_s)));
    QTRY_COMPARE(namesOf(*m_store), u"cli"_s);
    QVERIFY(!reloaded.isEmpty());
    QVERIFY(cli.add(named(u"again"_s)));
    QTRY_COMPARE(namesOf(*m_store), u"cli again"_s);
    QVERIFY(cli.remove(cli.profiles().first().id));
    QTRY_COMPARE(namesOf(*m_store), u"again"_s);
}

void ProfileStoreTest::watch_tellsOfOthersRemovals()
{
    const Profile passing = named(u"passing"_s, Profile::Kept::ForThisRun);
    const Profile profile = named(u"prod"_s);
    QVERIFY(m_store->add(profile) && m_store->add(passing));
    QVERIFY(m_store->takeOff(passing.id, ProfileStore::Undo::Possible));
    m_store->watch();
    QSignalSpy told(m_store.get(), &ProfileStore::removalsChanged);
    ProfileStore cli(m_path);
    QVERIFY(cli.load() && cli.takeOff(profile.id, ProfileStore::Undo::Possible));
    QTRY_VERIFY(m_store->findRemoval(profile.id));
    QVERIFY(m_store->findRemoval(passing.id)); // which the other knows nothing of
    QVERIFY(!told.isEmpty());
}

void ProfileStoreTest::watch_isSilentAboutOwnWrites()
{
    m_store->watch();
    QSignalSpy reloaded(m_store.get(), &ProfileStore::reloaded);
    ProfileStore observer(m_path); // whose signal shows that the folder's news are through
    QVERIFY(observer.load());
    observer.watch();
    QSignalSpy observed(&observer, &ProfileStore::reloaded);
    QVERIFY(m_store->add(named(u"own"_s)));
    QTRY_VERIFY(!observed.isEmpty());
    QCOMPARE(reloaded.size(), 0);
}

void ProfileStoreTest::watch_ignoresWhatIsHalfWritten()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    m_store->watch();
    QFileSystemWatcher news({QFileInfo(m_path).path()});
    QSignalSpy told(&news, &QFileSystemWatcher::directoryChanged);
    const QByteArray half = "{\"version\":1,\"profiles\":["_ba;
    QVERIFY(QFile::remove(m_path));
    put(half);
    QVERIFY(told.wait());
    QCoreApplication::processEvents();
    QCOMPARE(namesOf(*m_store), u"prod"_s);
    QCOMPARE(onDisk(), half);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
}

void ProfileStoreTest::canSave_tellsWithoutWriting()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    const QByteArray before = onDisk();
    QCOMPARE(outcome(m_store->canSave(named(u"other"_s))), u"ok"_s);
    QCOMPARE(outcome(m_store->canSave(named(u"PROD"_s))), u"NameTaken"_s);
    QCOMPARE(outcome(m_store->canSave(named(u""_s))), u"NameEmpty"_s);
    QCOMPARE(outcome(m_store->canSave(m_store->profiles().first())), u"ok"_s);
    QCOMPARE(onDisk(), before);
}

void ProfileStoreTest::fileInUse_isWaitedFor()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    const QByteArray before = onDisk();
    m_store->setPatience(Milliseconds(50));
    {
        SaveLock lock(m_path);
        QVERIFY(lock.acquire(Milliseconds(0)));
        const auto added = m_store->add(named(u"second"_s));
        QCOMPARE(outcome(added), u"FileInUse"_s);
        QCOMPARE(added.error().subject, m_path);
        QCOMPARE(namesOf(*m_store), u"prod"_s);
        QCOMPARE(onDisk(), before);
    }
    QCOMPARE(outcome(m_store->add(named(u"second"_s))), u"ok"_s);
}

void ProfileStoreTest::fileOthersMayWrite_isNeitherBelievedNorReplaced()
{
    QVERIFY(m_store->add(named(u"prod"_s)));
    const QByteArray before = onDisk();
    QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0666), 0);
    ProfileStore other(m_path);
    QCOMPARE(outcome(other.load()), u"FileWritableByOthers"_s);
    QVERIFY(other.profiles().isEmpty());
    QCOMPARE(outcome(other.add(named(u"new"_s))), u"FileWritableByOthers"_s);
    QCOMPARE(outcome(readProfiles(m_path)), u"FileWritableByOthers"_s);
    QCOMPARE(onDisk(), before);
    // What the user is told to do works without a restart.
    QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0600), 0);
    QCOMPARE(outcome(other.add(named(u"new"_s))), u"ok"_s);
    QCOMPARE(namesOf(other), u"prod new"_s);
}

// The window that runs goes on with what it knows.
void ProfileStoreTest::fileOthersMayWrite_changesNothingThatIsKnown()
{
    Profile profile = named(u"prod"_s);
    QVERIFY(m_store->add(profile));
    m_store->watch();
    QSignalSpy reloaded(m_store.get(), &ProfileStore::reloaded);
    QFileSystemWatcher news({QFileInfo(m_path).path()});
    QSignalSpy told(&news, &QFileSystemWatcher::directoryChanged);
    QVERIFY(QFile::remove(m_path));
    ProfileDocument theirs;
    theirs.profiles = {named(u"theirs"_s)};
    put(toJson(theirs));
    QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0666), 0);
    QVERIFY(told.wait());
    QCoreApplication::processEvents();
    QCOMPARE(reloaded.size(), 0);
    QCOMPARE(namesOf(*m_store), u"prod"_s);
    profile.name = u"renamed"_s;
    QCOMPARE(outcome(m_store->update(profile)), u"FileWritableByOthers"_s);
}

HOURPASS_TEST(ProfileStoreTest, QCoreApplication)

} // namespace tst_profilestore

#include "tst_profilestore.moc"
