// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace tst_locked {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// A locked keyring in a session where nobody can be asked: locked is never "not there", and
/// nothing is claimed to be deleted or stored.
class LockedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void readWithoutPrompt_isLockedAtOnce();
    void readWithPrompt_isLockedWhereNobodyCanBeAsked();
    void readOfUnknownEntry_isNotProvenMissing();
    void remove_isNotClaimed();
    void remove_isNotClaimedWhereALockedDoubleIsLeft();
    void write_isNotClaimed();
    void list_needsNoUnlocking();
    void probe_isLocked();
    void afterUnlocking_everythingWorks();

private:
    test::Keyring m_keyring;
    ProfileId m_id;
    QString m_name;
};

void LockedTest::initTestCase()
{
    test::needTool(u"secret-tool"_s, u"libsecret-tools"_s);
}

void LockedTest::init()
{
    KeychainSecretStore store;
    m_id = ProfileId::create();
    m_name = test::Keyring::nameOf(m_id.toString());
    QCOMPARE(outcome(await(store.write(m_id, Secret(QByteArrayView("the-key"))))), u"ok"_s);
    m_keyring.lock();
}

// Whatever was tried, the key is still there.
void LockedTest::cleanup()
{
    if (m_keyring.isLocked())
        m_keyring.unlock();
    KeychainSecretStore store;
    const auto read = await(store.read(m_id, Prompt::Never));
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(read->reveal().toByteArray(), "the-key"_ba);
    QCOMPARE(outcome(await(store.remove(m_id))), u"ok"_s);
    QVERIFY(m_keyring.entries(m_name).isEmpty());
}

void LockedTest::readWithoutPrompt_isLockedAtOnce()
{
    KeychainSecretStore store;
    QSignalSpy states(&store, &SecretStore::stateChanged);
    QElapsedTimer time;
    time.start();
    QCOMPARE(outcome(await(store.read(m_id, Prompt::Never))), u"KeychainLocked"_s);
    QVERIFY2(time.elapsed() < 2'000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(states.size(), 1);
    QCOMPARE(states.at(0).at(0).value<State>(), State::Locked);
}

void LockedTest::readWithPrompt_isLockedWhereNobodyCanBeAsked()
{
    KeychainSecretStore store;
    const auto read = await(store.read(m_id, Prompt::Allowed));
    QCOMPARE(outcome(read), u"KeychainLocked"_s);
    QCOMPARE(store.state(), State::Locked);
}

void LockedTest::readOfUnknownEntry_isNotProvenMissing()
{
    KeychainSecretStore store;
    const auto unknown = ProfileId::create();
    QCOMPARE(outcome(await(store.read(unknown, Prompt::Never))), u"KeychainLocked"_s);
    m_keyring.unlock();
    QCOMPARE(outcome(await(store.read(unknown, Prompt::Never))), u"NotFound"_s);
    QCOMPARE(store.state(), State::Ready);
}

void LockedTest::remove_isNotClaimed()
{
    KeychainSecretStore store;
    QCOMPARE(outcome(await(store.remove(m_id))), u"KeychainLocked"_s);
    QCOMPARE(m_keyring.entries(m_name).size(), 1);
}

void LockedTest::remove_isNotClaimedWhereALockedDoubleIsLeft()
{
    m_keyring.storeForThisSession(m_name, "ZG91YmxlLWtleQ=="_ba, u"base64"_s);
    QCOMPARE(m_keyring.entries(m_name).size(), 2);
    KeychainSecretStore store;
    // The library deletes the open one and is content.
    QCOMPARE(outcome(await(store.remove(m_id))), u"KeychainNotDeleted"_s);
    QCOMPARE(m_keyring.entries(m_name).size(), 1);
}

void LockedTest::write_isNotClaimed()
{
    KeychainSecretStore store;
    const auto added = ProfileId::create();
    QCOMPARE(outcome(await(store.write(added, Secret(QByteArrayView("another"))))),
             u"KeychainLocked"_s);
    QCOMPARE(outcome(await(store.write(m_id, Secret(QByteArrayView("changed"))))),
             u"KeychainLocked"_s);
    m_keyring.unlock();
    QVERIFY(m_keyring.entries(test::Keyring::nameOf(added.toString())).isEmpty());
}

void LockedTest::list_needsNoUnlocking()
{
    KeychainSecretStore store;
    const auto stored = await(store.list());
    QCOMPARE(outcome(stored), u"ok"_s);
    QCOMPARE(stored->size(), 1);
    QCOMPARE(stored->first().id, m_id);
    QVERIFY(m_keyring.isLocked());
}

void LockedTest::probe_isLocked()
{
    KeychainSecretStore store;
    QCOMPARE(await(store.probe()).value(), State::Locked);
    QCOMPARE(store.state(), State::Locked);
    m_keyring.unlock();
    QCOMPARE(await(store.probe()).value(), State::Ready);
    QCOMPARE(store.state(), State::Ready);
}

void LockedTest::afterUnlocking_everythingWorks()
{
    KeychainSecretStore store;
    const auto other = ProfileId::create();
    QCOMPARE(outcome(await(store.read(m_id, Prompt::Never))), u"KeychainLocked"_s);
    m_keyring.unlock();
    QCOMPARE(await(store.read(m_id, Prompt::Never))->reveal().toByteArray(), "the-key"_ba);
    QCOMPARE(outcome(await(store.write(other, Secret(QByteArrayView("other"))))), u"ok"_s);
    QCOMPARE(outcome(await(store.remove(other))), u"ok"_s);
    QVERIFY(m_keyring.entries(test::Keyring::nameOf(other.toString())).isEmpty());
    QCOMPARE(store.state(), State::Ready);
}

HOURPASS_TEST(LockedTest, QCoreApplication)

} // namespace tst_locked

#include "tst_locked.moc"
