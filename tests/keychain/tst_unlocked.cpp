// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "support/capturedlog.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace tst_unlocked {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// The usual case: a keyring that was unlocked at login.
class UnlockedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void nothingIsAskedBeforeTheFirstCall();
    void writtenKey_isReadByteForByte_data();
    void writtenKey_isReadByteForByte();
    void write_makesOneEntryWithTheKeyInIt();
    void secondWrite_replacesTheFirst();
    void writeBesideAnOldTextEntry_isNotSaidToBeKept();
    void readWithoutEntry_isNotFound();
    void emptyEntry_isNotAKey();
    void remove_leavesNoEntryAndTheOthersAlone();
    void removeWithoutEntry_isDone();
    void removeOfDoubleEntry_leavesNone();
    void probe_isReadyAndMakesNothing();
    void callsInARow_areDoneInOrder();
    void results_comeAfterTheCall();
    void resultHandler_mayWaitForAnotherResult();
    void list_hasEveryEntryOfOursOnce();
    void list_isBesideTheQueue();
    void writeThatCannotBeReadBack_isUndone();
    void cancelAll_endsEverythingAtOnce();
    void destroyedStore_reportsCancelled();
    void keyIsInNoFileAndNoMessage();

private:
    test::Keyring m_keyring;
};

static QString nameOf(const ProfileId &id)
{
    return test::Keyring::nameOf(id.toString());
}

void UnlockedTest::initTestCase()
{
    test::needTool(u"secret-tool"_s, u"libsecret-tools"_s);
    QVERIFY(!m_keyring.isLocked());
}

void UnlockedTest::cleanup()
{
    QVERIFY(!m_keyring.isLocked());
}

void UnlockedTest::nothingIsAskedBeforeTheFirstCall()
{
    KeychainSecretStore store;
    QCOMPARE(store.state(), State::Unknown);
    QCOMPARE(store.backend(), u"secret-service"_s);
    QVERIFY(!store.isBusy());
    QTest::qWait(0);
    QCOMPARE(store.state(), State::Unknown);
}

void UnlockedTest::writtenKey_isReadByteForByte_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("an API key") << "dGVzdC1rZXkgd2l0aCA0NCBjaGFyYWN0ZXJzIGluIGl0"_ba;
    QTest::newRow("signs") << "a+/=&%\"'\\ \n\t"_ba;
    QTest::newRow("NUL") << QByteArray("\0before\0after\0", 14);
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80\xc3\x28", 5);
    QTest::newRow("UTF-8") << "schlüssel"_ba;
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("64 KiB") << QByteArray(65'536, '\x91');
}

void UnlockedTest::writtenKey_isReadByteForByte()
{
    QFETCH(const QByteArray, key);
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView(key))))), u"ok"_s);
    QCOMPARE(store.state(), State::Ready);

    KeychainSecretStore other;
    const auto read = await(other.read(id, Prompt::Never));
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(read->reveal().toByteArray(), key);
    QCOMPARE(outcome(await(other.remove(id))), u"ok"_s);
}

void UnlockedTest::write_makesOneEntryWithTheKeyInIt()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    const QByteArray key = "one-entry-key-0123456789"_ba;
    QCOMPARE(m_keyring.entries().size(), 0);
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView(key))))), u"ok"_s);

    QCOMPARE(m_keyring.entries().size(), 1);
    QCOMPARE(m_keyring.entries(nameOf(id)), m_keyring.entries());
    // QtKeychain stores binary values in base64 here, and nothing else beside them.
    QCOMPARE(m_keyring.storedText(nameOf(id)), key.toBase64());
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
}

void UnlockedTest::secondWrite_replacesTheFirst()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView("first"))))), u"ok"_s);
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView("second"))))), u"ok"_s);
    QCOMPARE(m_keyring.entries(nameOf(id)).size(), 1);
    QCOMPARE(await(store.read(id, Prompt::Never))->reveal().toByteArray(), "second"_ba);
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
}

void UnlockedTest::writeBesideAnOldTextEntry_isNotSaidToBeKept()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    m_keyring.store(nameOf(id), "an older value"_ba, u"plaintext"_s);
    // QtKeychain finds the text first, so that the new value would never be used.
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView("new"))))), u"KeychainNotKept"_s);
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView("new"))))), u"ok"_s);
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
}

void UnlockedTest::readWithoutEntry_isNotFound()
{
    KeychainSecretStore store;
    for (const auto prompt : {Prompt::Never, Prompt::Allowed})
        QCOMPARE(outcome(await(store.read(ProfileId::create(), prompt))), u"NotFound"_s);
    QCOMPARE(store.state(), State::Ready);
}

void UnlockedTest::emptyEntry_isNotAKey()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    m_keyring.store(nameOf(id), QByteArray(), u"base64"_s);
    QCOMPARE(outcome(await(store.read(id, Prompt::Never))), u"KeychainFailed"_s);
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
}

void UnlockedTest::remove_leavesNoEntryAndTheOthersAlone()
{
    KeychainSecretStore store;
    const auto going = ProfileId::create();
    const auto staying = ProfileId::create();
    QCOMPARE(outcome(await(store.write(going, Secret(QByteArrayView("going"))))), u"ok"_s);
    QCOMPARE(outcome(await(store.write(staying, Secret(QByteArrayView("staying"))))), u"ok"_s);

    QCOMPARE(outcome(await(store.remove(going))), u"ok"_s);
    QVERIFY(m_keyring.entries(nameOf(going)).isEmpty());
    QCOMPARE(outcome(await(store.read(going, Prompt::Never))), u"NotFound"_s);
    QCOMPARE(await(store.read(staying, Prompt::Never))->reveal().toByteArray(), "staying"_ba);
    QCOMPARE(outcome(await(store.remove(staying))), u"ok"_s);
    QCOMPARE(m_keyring.entries().size(), 0);
}

void UnlockedTest::removeWithoutEntry_isDone()
{
    KeychainSecretStore store;
    QCOMPARE(outcome(await(store.remove(ProfileId::create()))), u"ok"_s);
}

void UnlockedTest::removeOfDoubleEntry_leavesNone()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    m_keyring.store(nameOf(id), "dGV4dA=="_ba, u"base64"_s);
    m_keyring.store(nameOf(id), "text"_ba, u"plaintext"_s);
    QCOMPARE(m_keyring.entries(nameOf(id)).size(), 2);
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
    QVERIFY(m_keyring.entries(nameOf(id)).isEmpty());
}

void UnlockedTest::probe_isReadyAndMakesNothing()
{
    KeychainSecretStore store;
    QSignalSpy states(&store, &SecretStore::stateChanged);
    QCOMPARE(await(store.probe()).value(), State::Ready);
    QCOMPARE(store.state(), State::Ready);
    QCOMPARE(states.size(), 1);
    QCOMPARE(states.at(0).at(0).value<State>(), State::Ready);
    QCOMPARE(m_keyring.entries().size(), 0);
}

void UnlockedTest::callsInARow_areDoneInOrder()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    const auto before = store.read(id, Prompt::Never);
    const auto written = store.write(id, Secret(QByteArrayView("one")));
    const auto between = store.read(id, Prompt::Never);
    const auto again = store.write(id, Secret(QByteArrayView("two")));
    const auto after = store.read(id, Prompt::Allowed);
    const auto removed = store.remove(id);
    const auto last = store.read(id, Prompt::Never);
    QVERIFY(store.isBusy());

    QCOMPARE(outcome(await(last)), u"NotFound"_s);
    QVERIFY(!store.isBusy());
    QCOMPARE(outcome(await(before)), u"NotFound"_s);
    QCOMPARE(outcome(await(written)), u"ok"_s);
    QCOMPARE(await(between)->reveal().toByteArray(), "one"_ba);
    QCOMPARE(outcome(await(again)), u"ok"_s);
    QCOMPARE(await(after)->reveal().toByteArray(), "two"_ba);
    QCOMPARE(outcome(await(removed)), u"ok"_s);
}

void UnlockedTest::results_comeAfterTheCall()
{
    KeychainSecretStore store;
    const auto read = store.read(ProfileId::create(), Prompt::Never);
    const auto probed = store.probe();
    QVERIFY(!read.isFinished() && !probed.isFinished());
    QCOMPARE(outcome(await(probed)), u"ok"_s);
    QVERIFY(read.isFinished());
}

// As one that opens a dialogue does. The library starts no job while one of its signals is handled.
void UnlockedTest::resultHandler_mayWaitForAnotherResult()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    QString inner;
    auto written = store.write(id, Secret(QByteArrayView("key")));
    const auto handled = written.then(&store, [&](const Result<void> & /*result*/) {
        inner = outcome(await(store.read(id, Prompt::Never)));
    });
    QTRY_VERIFY(handled.isFinished());
    QCOMPARE(inner, u"ok"_s);
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
}

void UnlockedTest::list_hasEveryEntryOfOursOnce()
{
    KeychainSecretStore store;
    QCOMPARE(await(store.list()).value().size(), 0);
    QSet<ProfileId> ids;
    for (int i = 0; i < 40; ++i) { // more than are asked at once
        ids += ProfileId::create();
        m_keyring.storeForThisSession(nameOf(*ids.cbegin()), "a2V5"_ba, u"base64"_s);
    }
    for (const ProfileId &id : std::as_const(ids))
        m_keyring.store(nameOf(id), "a2V5"_ba, u"base64"_s);
    m_keyring.store(u"hourpass/not-an-id"_s, "a2V5"_ba, u"base64"_s);
    m_keyring.store(ProfileId::create().toString(), "a2V5"_ba, u"base64"_s);

    const auto stored = await(store.list());
    QCOMPARE(outcome(stored), u"ok"_s);
    QSet<ProfileId> found;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const StoredKey &key : *stored) {
        found += key.id;
        QVERIFY(key.storedAt && std::abs(key.storedAt->count() - now) < 100);
    }
    QCOMPARE(found, ids);
    QCOMPARE(stored->size(), ids.size());
    m_keyring.clear();
}

void UnlockedTest::list_isBesideTheQueue()
{
    KeychainSecretStore store;
    const auto listed = store.list();
    QVERIFY(!store.isBusy() && !listed.isFinished());
    const auto probed = store.probe();
    store.cancelAll();
    QCOMPARE(outcome(listed.result()), u"Cancelled"_s);
    QCOMPARE(outcome(probed.result()), u"Cancelled"_s);
    QCOMPARE(outcome(await(store.list())), u"ok"_s);
}

// Another program makes an entry of the same name meanwhile, as text, which is found first.
void UnlockedTest::writeThatCannotBeReadBack_isUndone()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    const auto written = store.write(id, Secret(QByteArrayView("new")));
    while (m_keyring.entries(nameOf(id)).isEmpty() && !written.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    m_keyring.store(nameOf(id), "a double"_ba, u"plaintext"_s);
    const auto result = await(written);
    QCOMPARE(outcome(result), u"KeychainNotKept"_s);
    QVERIFY(!result.error().isKeyInDoubt);
    QCOMPARE(m_keyring.entries(nameOf(id)), QStringList());
}

void UnlockedTest::cancelAll_endsEverythingAtOnce()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView("kept"))))), u"ok"_s);
    const auto read = store.read(id, Prompt::Allowed);
    const auto waiting = store.read(id, Prompt::Never);
    const auto removed = store.remove(id);
    store.cancelAll();
    QVERIFY(read.isFinished() && waiting.isFinished() && removed.isFinished());
    QCOMPARE(outcome(read.result()), u"Cancelled"_s);
    QCOMPARE(outcome(waiting.result()), u"Cancelled"_s);
    QCOMPARE(outcome(removed.result()), u"Cancelled"_s);
    QVERIFY(!store.isBusy());

    QCOMPARE(await(store.read(id, Prompt::Never))->reveal().toByteArray(), "kept"_ba);
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
}

// A job that runs outlives its store, and its answer finds nobody: no crash.
void UnlockedTest::destroyedStore_reportsCancelled()
{
    const auto id = ProfileId::create();
    for (int turns = 0; turns < 8; ++turns) {
        auto store = std::make_unique<KeychainSecretStore>();
        const auto written = store->write(id, Secret(QByteArrayView("abandoned")));
        const auto waiting = store->read(id, Prompt::Never);
        for (int i = 0; i < turns && !written.isFinished(); ++i)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        store.reset();
        QVERIFY(written.isFinished() && waiting.isFinished());
        QCOMPARE(outcome(waiting.result()), u"Cancelled"_s);
    }
    // What the library was told to write it may write late.
    KeychainSecretStore store;
    QVERIFY(QTest::qWaitFor(
        [&] {
            return outcome(await(store.remove(id))) == u"ok"_s
                && m_keyring.entries(nameOf(id)).isEmpty();
        },
        10'000));
}

void UnlockedTest::keyIsInNoFileAndNoMessage()
{
    const QByteArray key = "canary-7c1d0f6e-in-no-file"_ba;
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    const test::CapturedLog log;
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView(key))))), u"ok"_s);
    QCOMPARE(outcome(await(store.read(id, Prompt::Allowed))), u"ok"_s);
    QCOMPARE(test::filesHolding(key), QStringList());
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
    QCOMPARE(outcome(await(store.read(id, Prompt::Allowed))), u"NotFound"_s);
    QLoggingCategory::setFilterRules(QString());
    QVERIFY(log.text().contains(u"NotFound"_s)); // the log did work
    QVERIFY(!log.text().contains(QString::fromLatin1(key)));
    QVERIFY(!log.text().contains(QString::fromLatin1(key.toBase64())));
}

HOURPASS_TEST(UnlockedTest, QCoreApplication)

} // namespace tst_unlocked

#include "tst_unlocked.moc"
