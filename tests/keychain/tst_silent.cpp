// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "support/eventloopwatch.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

namespace tst_silent {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// A keyring daemon that is there and does not answer.
class SilentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyCall_endsAfterItsTime_data();
    void everyCall_endsAfterItsTime();
    void afterTheSilence_itIsReadyByItself();
    void silentWrite_saysThatTheKeyMayBeThere();
    void cancelAll_endsAtOnce();
    void end_cancelsAll();
    void usualPatience_isFiveSeconds();

private:
    const KeychainLimits m_limits{.answer = 1s, .prompt = 2s};
    const pid_t m_daemon = pid_t(test::Keyring::sessionPid());
    ProfileId m_id;
};

void SilentTest::init()
{
    KeychainSecretStore store;
    m_id = ProfileId::create();
    QCOMPARE(outcome(await(store.write(m_id, Secret(QByteArrayView("the-key"))))), u"ok"_s);
    QCOMPARE(::kill(m_daemon, SIGSTOP), 0);
}

void SilentTest::cleanup()
{
    QCOMPARE(::kill(m_daemon, SIGCONT), 0);
    KeychainSecretStore store;
    const auto read = await(store.read(m_id, Prompt::Never));
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(read->reveal().toByteArray(), "the-key"_ba);
}

void SilentTest::everyCall_endsAfterItsTime_data()
{
    using Call = std::function<QString(KeychainSecretStore &, const ProfileId &)>;
    QTest::addColumn<Call>("call");
    QTest::newRow("read, never prompt") << Call(
        [](auto &store, const auto &id) { return outcome(await(store.read(id, Prompt::Never))); });
    QTest::newRow("read, prompt allowed") << Call([](auto &store, const auto &id) {
        return outcome(await(store.read(id, Prompt::Allowed)));
    });
    QTest::newRow("write") << Call([](auto &store, const auto &id) {
        return outcome(await(store.write(id, Secret(QByteArrayView("changed")))));
    });
    QTest::newRow("remove") << Call(
        [](auto &store, const auto &id) { return outcome(await(store.remove(id))); });
    QTest::newRow("list") << Call([](auto &store, const auto & /*id*/) {
        // Beside the others: it does not say by itself that the keychain waits.
        const QString listed = outcome(await(store.list()));
        return listed == u"KeychainSilent"_s ? outcome(await(store.probe())) : listed;
    });
    QTest::newRow("probe") << Call(
        [](auto &store, const auto & /*id*/) { return outcome(await(store.probe())); });
}

void SilentTest::everyCall_endsAfterItsTime()
{
    using Call = std::function<QString(KeychainSecretStore &, const ProfileId &)>;
    QFETCH(const Call, call);
    KeychainSecretStore store(m_limits);
    QSignalSpy states(&store, &SecretStore::stateChanged);
    const test::EventLoopWatch loop;
    QElapsedTimer time;
    time.start();

    QCOMPARE(call(store, m_id), u"KeychainSilent"_s);
    // Qt's timers may be a twentieth early.
    QVERIFY2(time.elapsed() >= 900, qPrintable(QString::number(time.elapsed())));
    QVERIFY2(time.elapsed() < 8'000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(store.state(), State::Waiting);
    QCOMPARE(states.size(), 1);
    QVERIFY(!store.isBusy());
    QVERIFY(loop.turns() > 3);
    QVERIFY2(loop.longestPauseMs() < 800, qPrintable(QString::number(loop.longestPauseMs())));

    QCOMPARE(::kill(m_daemon, SIGCONT), 0);
    QCOMPARE(await(store.read(m_id, Prompt::Never))->reveal().toByteArray(), "the-key"_ba);
    QCOMPARE(store.state(), State::Ready);
}

void SilentTest::end_cancelsAll()
{
    auto store = std::make_unique<KeychainSecretStore>();
    const auto read = store->read(m_id, Prompt::Never);
    const auto list = store->list();
    QVERIFY(!QTest::qWaitFor([&] { return read.isFinished() || list.isFinished(); }, 300));
    const QSignalSpy states(store.get(), &SecretStore::stateChanged);
    store.reset();
    QCOMPARE(outcome(await(read)), u"Cancelled"_s);
    QCOMPARE(outcome(await(list)), u"Cancelled"_s);
    QCOMPARE(states.size(), 0);
}

// Nobody asks again: who reads "waiting for you" would look for a window that is not there.
void SilentTest::afterTheSilence_itIsReadyByItself()
{
    KeychainSecretStore store(m_limits);
    QCOMPARE(outcome(await(store.read(m_id, Prompt::Never))), u"KeychainSilent"_s);
    QCOMPARE(store.state(), State::Waiting);
    QCOMPARE(::kill(m_daemon, SIGCONT), 0);
    QTRY_COMPARE(store.state(), State::Ready);
    // And another time.
    QTRY_VERIFY(!store.isBusy());
    QCOMPARE(::kill(m_daemon, SIGSTOP), 0);
    QCOMPARE(outcome(await(store.read(m_id, Prompt::Never))), u"KeychainSilent"_s);
    QCOMPARE(store.state(), State::Waiting);
    QCOMPARE(::kill(m_daemon, SIGCONT), 0);
    QTRY_COMPARE(store.state(), State::Ready);
}

void SilentTest::silentWrite_saysThatTheKeyMayBeThere()
{
    QCOMPARE(::kill(m_daemon, SIGCONT), 0);
    KeychainSecretStore store(m_limits);
    // The first step of a write asks for the collection: where that is silent, nothing was stored.
    const auto early = ProfileId::create();
    QCOMPARE(::kill(m_daemon, SIGSTOP), 0);
    const auto neverBegun = await(store.write(early, Secret(QByteArrayView("new"))));
    QCOMPARE(outcome(neverBegun), u"KeychainSilent"_s);
    QVERIFY(!neverBegun.error().isKeyInDoubt);
    QCOMPARE(::kill(m_daemon, SIGCONT), 0);
    QTRY_COMPARE(store.state(), State::Ready);

    const test::Keyring keyring;
    const auto id = ProfileId::create();
    const QString name = test::Keyring::nameOf(id.toString());
    const auto written = store.write(id, Secret(QByteArrayView("new")));
    while (keyring.entries(name).isEmpty() && !written.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCOMPARE(::kill(m_daemon, SIGSTOP), 0);
    const auto result = await(written);
    QCOMPARE(outcome(result), u"KeychainSilent"_s);
    QVERIFY(result.error().isKeyInDoubt);
    QCOMPARE(::kill(m_daemon, SIGCONT), 0);
    QCOMPARE(outcome(await(store.remove(id))), u"ok"_s);
}

void SilentTest::cancelAll_endsAtOnce()
{
    KeychainSecretStore store;
    const auto read = store.read(m_id, Prompt::Allowed);
    const auto probed = store.probe();
    QVERIFY(!QTest::qWaitFor([&read] { return read.isFinished(); }, 200));
    store.cancelAll();
    QVERIFY(read.isFinished() && probed.isFinished());
    QCOMPARE(outcome(read.result()), u"Cancelled"_s);
    QCOMPARE(outcome(probed.result()), u"Cancelled"_s);
    QVERIFY(!store.isBusy());
}

void SilentTest::usualPatience_isFiveSeconds()
{
    KeychainSecretStore store;
    QElapsedTimer time;
    time.start();
    QCOMPARE(outcome(await(store.read(m_id, Prompt::Never), 30'000)), u"KeychainSilent"_s);
    QVERIFY2(time.elapsed() >= 4'500, qPrintable(QString::number(time.elapsed())));
    QVERIFY2(time.elapsed() < 15'000, qPrintable(QString::number(time.elapsed())));
}

HOURPASS_TEST(SilentTest, QCoreApplication)

} // namespace tst_silent

#include "tst_silent.moc"
