// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profilekeeper.h"

#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_profilekeeper {

using namespace hourpass;
using namespace Qt::StringLiterals;
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

class ProfileKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void add_storesKeyAndProfile();
    void add_withATakenName_writesNoKey();
    void add_withoutKeychain_leavesNoProfile();
    void add_thatCannotBeSaved_leavesNoKey();
    void add_thatCannotBeUndone_saysSo();
    void replaceKey_storesTheNewKey();
    void replaceKey_recordsWhereTheKeyIs();
    void replaceKey_forgetsWhenTheOldKeyEnds();
    void replaceKey_ofAnUnknownProfile_storesNothing();
    void replaceKey_whileTheProfileIsRemoved_leavesNoKey();
    void replaceKey_thatFails_keepsTheOldKey();
    void remove_takesKeyAndProfile();
    void remove_withoutKey_takesTheProfile();
    void remove_changesNothing_whereTheKeychainFails_data();
    void remove_changesNothing_whereTheKeychainFails();
    void remove_thatCannotBeSaved_leavesTheKey();
    void remove_ofAnUnknownProfile_isNotFound();
    void remove_whoseEndCannotBeSaved_isKnownStill();
    void add_twiceAtOnce_keepsTheKey();
    void remove_ofAProfileForThisRun_asksNoKeychain();
    void destroyedKeeper_reportsCancelled();

private:
    void breakFolder();
    Profile m_profile = named(u"prod"_s); ///< stored by init() with m_key
    Secret m_key{"the key"_ba};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<ScriptedSecretStore> m_keys;
    std::unique_ptr<ProfileKeeper> m_keeper;
};

void ProfileKeeperTest::init()
{
    m_keeper.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_profiles = std::make_unique<ProfileStore>(m_folder->filePath(u"hourpass/profiles.json"_s));
    m_keys = std::make_unique<ScriptedSecretStore>();
    m_keeper = std::make_unique<ProfileKeeper>(*m_profiles, *m_keys);
    QCOMPARE(outcome(await(m_keeper->add(m_profile, m_key))), u"ok"_s);
}

// From now on no profile can be saved: a file is where the folder was.
void ProfileKeeperTest::breakFolder()
{
    const QString folder = m_folder->filePath(u"hourpass"_s);
    QVERIFY(QFile::rename(folder, folder + u".away"_s));
    QFile obstacle(folder);
    QVERIFY(obstacle.open(QFile::WriteOnly));
}

void ProfileKeeperTest::add_storesKeyAndProfile()
{
    QVERIFY(m_keys->key(m_profile.id) == m_key);
    QVERIFY(m_profiles->find(m_profile.id));
    QCOMPARE(m_profiles->find(m_profile.id)->keyStore, u"scripted"_s);
    QCOMPARE(m_keys->count(Operation::Write), 1);
}

void ProfileKeeperTest::add_withATakenName_writesNoKey()
{
    const Profile second = named(u"PROD"_s);
    QCOMPARE(outcome(await(m_keeper->add(second, m_key))), u"NameTaken"_s);
    QVERIFY(!m_keys->holds(second.id));
    QCOMPARE(m_keys->count(Operation::Write), 1);
}

void ProfileKeeperTest::add_withoutKeychain_leavesNoProfile()
{
    const Profile second = named(u"second"_s);
    m_keys->failNext(Operation::Write, ErrorCode::KeychainMissing);
    QCOMPARE(outcome(await(m_keeper->add(second, m_key))), u"KeychainMissing"_s);
    QVERIFY(!m_profiles->find(second.id));
}

void ProfileKeeperTest::add_thatCannotBeSaved_leavesNoKey()
{
    const Profile second = named(u"second"_s);
    breakFolder();
    QVERIFY(!await(m_keeper->add(second, m_key)));
    QVERIFY(!m_profiles->find(second.id));
    QTRY_VERIFY(!m_keys->holds(second.id));
}

void ProfileKeeperTest::add_thatCannotBeUndone_saysSo()
{
    const Profile second = named(u"second"_s);
    breakFolder();
    m_keys->failNext(Operation::Remove, ErrorCode::KeychainLocked);
    const auto added = await(m_keeper->add(second, m_key));
    QCOMPARE(outcome(added), u"WriteFailed"_s);
    QVERIFY(added.error().isKeyInDoubt);
    QVERIFY(m_keys->holds(second.id));
    const auto undone = await(m_keeper->add(named(u"third"_s), m_key));
    QCOMPARE(outcome(undone), u"WriteFailed"_s);
    QVERIFY(!undone.error().isKeyInDoubt);
}

void ProfileKeeperTest::replaceKey_storesTheNewKey()
{
    const Secret fresh("fresh"_ba);
    QCOMPARE(outcome(await(m_keeper->replaceKey(m_profile.id, fresh))), u"ok"_s);
    QVERIFY(m_keys->key(m_profile.id) == fresh);
}

void ProfileKeeperTest::replaceKey_recordsWhereTheKeyIs()
{
    Profile elsewhere = *m_profiles->find(m_profile.id);
    elsewhere.keyStore = u"other"_s;
    QVERIFY(m_profiles->update(elsewhere));
    QCOMPARE(outcome(await(m_keeper->replaceKey(m_profile.id, m_key))), u"ok"_s);
    QCOMPARE(m_profiles->find(m_profile.id)->keyStore, u"scripted"_s);
}

void ProfileKeeperTest::replaceKey_forgetsWhenTheOldKeyEnds()
{
    Profile dated = *m_profiles->find(m_profile.id);
    dated.keyExpiresAt = Seconds(1'798'761'540);
    QVERIFY(m_profiles->update(dated));
    m_keys->failNext(Operation::Write, ErrorCode::KeychainLocked);
    QVERIFY(!await(m_keeper->replaceKey(m_profile.id, Secret("fresh"_ba))));
    QVERIFY(m_profiles->find(m_profile.id)->keyExpiresAt);
    QCOMPARE(outcome(await(m_keeper->replaceKey(m_profile.id, Secret("fresh"_ba)))), u"ok"_s);
    QVERIFY(!m_profiles->find(m_profile.id)->keyExpiresAt);
}

void ProfileKeeperTest::replaceKey_ofAnUnknownProfile_storesNothing()
{
    const ProfileId unknown = ProfileId::create();
    QCOMPARE(outcome(await(m_keeper->replaceKey(unknown, m_key))), u"NotFound"_s);
    QVERIFY(!m_keys->holds(unknown));
}

void ProfileKeeperTest::replaceKey_thatFails_keepsTheOldKey()
{
    m_keys->failNext(Operation::Write, ErrorCode::KeychainLocked);
    QCOMPARE(outcome(await(m_keeper->replaceKey(m_profile.id, Secret("fresh"_ba)))),
             u"KeychainLocked"_s);
    QVERIFY(m_keys->key(m_profile.id) == m_key);
}

void ProfileKeeperTest::replaceKey_whileTheProfileIsRemoved_leavesNoKey()
{
    const auto replacing = m_keeper->replaceKey(m_profile.id, Secret("fresh"_ba));
    QVERIFY(m_profiles->remove(m_profile.id)); // as the other program's write shows
    QCOMPARE(outcome(await(replacing)), u"NotFound"_s);
    QTRY_VERIFY(!m_keys->holds(m_profile.id));
}

void ProfileKeeperTest::remove_takesKeyAndProfile()
{
    const auto removed = await(m_keeper->remove(m_profile.id));
    QCOMPARE(outcome(removed), u"ok"_s);
    QVERIFY(!m_keys->holds(m_profile.id) && !m_profiles->find(m_profile.id));
    QVERIFY(m_profiles->pendingRemovals().isEmpty());
    QCOMPARE(m_keys->count(Operation::Read), 0);
}

void ProfileKeeperTest::remove_withoutKey_takesTheProfile()
{
    QVERIFY(await(m_keys->remove(m_profile.id)));
    const auto removed = await(m_keeper->remove(m_profile.id));
    QCOMPARE(outcome(removed), u"ok"_s);
    QVERIFY(m_profiles->profiles().isEmpty() && m_profiles->pendingRemovals().isEmpty());
}

void ProfileKeeperTest::remove_changesNothing_whereTheKeychainFails_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("locked") << Operation::Remove << ErrorCode::KeychainLocked;
    QTest::newRow("silent") << Operation::Remove << ErrorCode::KeychainSilent;
    QTest::newRow("cancelled") << Operation::Remove << ErrorCode::Cancelled;
    QTest::newRow("entry stays") << Operation::Remove << ErrorCode::KeychainNotDeleted;
    QTest::newRow("gone meanwhile") << Operation::Remove << ErrorCode::KeychainMissing;
}

void ProfileKeeperTest::remove_changesNothing_whereTheKeychainFails()
{
    QFETCH(Operation, operation);
    QFETCH(ErrorCode, code);
    m_keys->failNext(operation, code);
    QVERIFY(m_profiles->setDefaultProfile(m_profile.id));
    QCOMPARE(outcome(await(m_keeper->remove(m_profile.id))), errorName(code));
    QVERIFY(m_profiles->find(m_profile.id) && m_profiles->isChosenDefault(m_profile.id));
    QVERIFY(m_profiles->pendingRemovals().isEmpty());
    QVERIFY(m_keys->key(m_profile.id) == m_key);
}

void ProfileKeeperTest::remove_thatCannotBeSaved_leavesTheKey()
{
    breakFolder();
    QVERIFY(!await(m_keeper->remove(m_profile.id)));
    QVERIFY(m_profiles->find(m_profile.id));
    QVERIFY(m_keys->key(m_profile.id) == m_key);
}

// The key is gone, so that the profile must not come back without it.
void ProfileKeeperTest::remove_whoseEndCannotBeSaved_isKnownStill()
{
    m_keys->hold();
    const auto removing = m_keeper->remove(m_profile.id);
    breakFolder();
    m_keys->release();
    QVERIFY(!await(removing));
    QVERIFY(!m_keys->holds(m_profile.id) && !m_profiles->find(m_profile.id));
    QCOMPARE(m_profiles->pendingRemovals().size(), 1);
    QVERIFY(m_profiles->pendingRemovals().first().isEnding);
}

void ProfileKeeperTest::add_twiceAtOnce_keepsTheKey()
{
    const Profile second = named(u"second"_s);
    const auto first = m_keeper->add(second, m_key);
    const auto again = m_keeper->add(second, m_key);
    QCOMPARE(outcome(await(first)), u"ok"_s);
    QCOMPARE(outcome(await(again)), u"NameTaken"_s);
    QCoreApplication::processEvents();
    QVERIFY(m_keys->key(second.id) == m_key);
    QCOMPARE(m_profiles->profiles().size(), 2);
}

void ProfileKeeperTest::remove_ofAnUnknownProfile_isNotFound()
{
    QCOMPARE(outcome(await(m_keeper->remove(ProfileId::create()))), u"NotFound"_s);
    QCOMPARE(m_keys->count(Operation::Read) + m_keys->count(Operation::Remove), 0);
}

void ProfileKeeperTest::remove_ofAProfileForThisRun_asksNoKeychain()
{
    Profile passing = named(u"passing"_s);
    passing.kept = Profile::Kept::ForThisRun;
    QVERIFY(m_profiles->add(passing));
    QCOMPARE(outcome(await(m_keeper->remove(passing.id))), u"ok"_s);
    QVERIFY(!m_profiles->find(passing.id));
    QCOMPARE(m_keys->count(Operation::Read) + m_keys->count(Operation::Remove), 0);
}

void ProfileKeeperTest::destroyedKeeper_reportsCancelled()
{
    m_keys->hold();
    const auto replacing = m_keeper->replaceKey(m_profile.id, Secret("fresh"_ba));
    const auto removing = m_keeper->remove(m_profile.id);
    m_keeper.reset();
    m_keys->release();
    QCOMPARE(outcome(await(removing)), u"Cancelled"_s);
    QCOMPARE(outcome(await(replacing)), u"Cancelled"_s);
    QVERIFY(m_profiles->findRemoval(m_profile.id)); // for the next start
}

HOURPASS_TEST(ProfileKeeperTest, QCoreApplication)

} // namespace tst_profilekeeper

#include "tst_profilekeeper.moc"
