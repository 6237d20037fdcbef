// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

namespace tst_restarted {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// The keyring daemon ends, and another one comes, while the program runs.
class RestartedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void afterTheEnd_itIsMissing();
    void afterTheRestart_theNextReadWorks();
    void afterASecondRestart_everythingWorks();
    void restartBetweenTwoCalls_isNotNoticed();
    void endInTheMiddleOfAWrite_leavesNothingUnsaid_data();
    void endInTheMiddleOfAWrite_leavesNothingUnsaid();

private:
    void endDaemon();
    void startDaemon();

    test::Keyring m_keyring;
    KeychainSecretStore m_store;
    QProcess m_daemon;
    ProfileId m_id = ProfileId::create();
};

void RestartedTest::endDaemon()
{
    if (m_daemon.state() == QProcess::NotRunning) {
        QCOMPARE(::kill(pid_t(test::Keyring::sessionPid()), SIGKILL), 0);
    } else {
        m_daemon.kill();
        QVERIFY(m_daemon.waitForFinished(10'000));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_keyring.isThere(), 10'000);
}

// With the same files as the first one.
void RestartedTest::startDaemon()
{
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(u"gnome-keyring-daemon"_s,
                   {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_daemon.write(test::Keyring::password());
    m_daemon.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(m_keyring.isThere(), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_keyring.isLocked(), 10'000);
}

void RestartedTest::initTestCase()
{
    QCOMPARE(outcome(await(m_store.write(m_id, Secret(QByteArrayView("the-key"))))), u"ok"_s);
    QCOMPARE(m_store.state(), State::Ready);
}

void RestartedTest::cleanupTestCase()
{
    m_daemon.kill();
    QVERIFY(m_daemon.waitForFinished(10'000));
}

void RestartedTest::afterTheEnd_itIsMissing()
{
    QSignalSpy states(&m_store, &SecretStore::stateChanged);
    endDaemon();
    QTRY_COMPARE(m_store.state(), State::Missing); // nobody asked
    QCOMPARE(outcome(await(m_store.read(m_id, Prompt::Never))), u"KeychainMissing"_s);
    QCOMPARE(states.size(), 1);
}

void RestartedTest::afterTheRestart_theNextReadWorks()
{
    startDaemon();
    QTRY_COMPARE(m_store.state(), State::Ready); // nobody asked
    const auto read = await(m_store.read(m_id, Prompt::Never));
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(read->reveal().toByteArray(), "the-key"_ba);
}

void RestartedTest::afterASecondRestart_everythingWorks()
{
    endDaemon();
    startDaemon();
    const auto other = ProfileId::create();
    QCOMPARE(outcome(await(m_store.write(other, Secret(QByteArrayView("other"))))), u"ok"_s);
    QCOMPARE(await(m_store.read(other, Prompt::Never))->reveal().toByteArray(), "other"_ba);
    QCOMPARE(outcome(await(m_store.remove(other))), u"ok"_s);
    QVERIFY(m_keyring.entries(test::Keyring::nameOf(other.toString())).isEmpty());
}

// The call comes before the event loop has turned and could have told of the restart.
void RestartedTest::restartBetweenTwoCalls_isNotNoticed()
{
    m_daemon.kill();
    QVERIFY(m_daemon.waitForFinished(10'000));
    m_daemon.start(u"gnome-keyring-daemon"_s,
                   {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_daemon.write(test::Keyring::password());
    m_daemon.closeWriteChannel();
    QVERIFY(m_daemon.waitForBytesWritten(10'000));
    for (int i = 0; i < 1'000 && !m_keyring.isThere(); ++i)
        QVERIFY(m_daemon.state() == QProcess::Running);
    const auto read = await(m_store.read(m_id, Prompt::Never));
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(read->reveal().toByteArray(), "the-key"_ba);
}

void RestartedTest::endInTheMiddleOfAWrite_leavesNothingUnsaid_data()
{
    QTest::addColumn<int>("turns");
    for (int turns = 0; turns < 12; ++turns)
        QTest::addRow("after %d turns of the event loop", turns) << turns;
}

// Either it is kept, or there is none afterwards, or it is said that there may be one.
void RestartedTest::endInTheMiddleOfAWrite_leavesNothingUnsaid()
{
    QFETCH(const int, turns);
    const auto id = ProfileId::create();
    const auto written = m_store.write(id, Secret(QByteArrayView("the-key")));
    for (int i = 0; i < turns && !written.isFinished(); ++i)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    endDaemon();
    const auto result = await(written);
    startDaemon();
    const auto there = m_keyring.entries(test::Keyring::nameOf(id.toString()));
    if (result)
        QCOMPARE(there.size(), 1);
    else
        QVERIFY2(there.isEmpty() || result.error().isKeyInDoubt,
                 qPrintable(outcome(result) + u' ' + there.join(u' ')));
    QTRY_COMPARE(m_store.state(), State::Ready);
    QCOMPARE(outcome(await(m_store.remove(id))), u"ok"_s);
}

HOURPASS_TEST(RestartedTest, QCoreApplication)

} // namespace tst_restarted

#include "tst_restarted.moc"
