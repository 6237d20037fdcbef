// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "support/eventloopwatch.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

namespace tst_hung {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// The keyring answers, but the keychain library's jobs never end, as without GLib's event loop or
/// in some sandboxes.
class HungTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void jobs_areGivenUpAfterTheirTime();
    void storeGoes_whileAJobHangs();
    void whatTheBusAnswers_stillWorks();

private:
    const KeychainLimits m_limits{.answer = 1s, .prompt = 2s};
    test::Keyring m_keyring;
    ProfileId m_id = ProfileId::create();
};

void HungTest::initTestCase()
{
    test::needTool(u"secret-tool"_s, u"libsecret-tools"_s);
    m_keyring.store(test::Keyring::nameOf(m_id.toString()), "dGhlLWtleQ=="_ba, u"base64"_s);
}

void HungTest::jobs_areGivenUpAfterTheirTime()
{
    KeychainSecretStore store(m_limits);
    QSignalSpy states(&store, &SecretStore::stateChanged);
    const test::EventLoopWatch loop;
    const auto read = store.read(m_id, Prompt::Allowed);
    const auto behind = store.read(m_id, Prompt::Never);
    const auto removed = store.remove(m_id);
    QCOMPARE(outcome(await(read)), u"KeychainSilent"_s);
    QCOMPARE(store.state(), State::Waiting);
    QCOMPARE(outcome(await(behind)), u"KeychainSilent"_s);
    QCOMPARE(outcome(await(removed)), u"KeychainSilent"_s);
    QCOMPARE(states.size(), 1);
    QVERIFY2(loop.longestPauseMs() < 800, qPrintable(QString::number(loop.longestPauseMs())));
    QCOMPARE(m_keyring.entries().size(), 1);

    store.cancelAll();
    QVERIFY(store.state() != State::Waiting);
}

void HungTest::storeGoes_whileAJobHangs()
{
    auto store = std::make_unique<KeychainSecretStore>(m_limits);
    const auto written = store->write(m_id, Secret(QByteArrayView("changed")));
    QTRY_VERIFY(written.isFinished());
    const auto read = store->read(m_id, Prompt::Never);
    store.reset();
    QVERIFY(written.isFinished() && read.isFinished());
    QCOMPARE(outcome(read.result()), u"Cancelled"_s);
}

void HungTest::whatTheBusAnswers_stillWorks()
{
    KeychainSecretStore store(m_limits);
    QCOMPARE(await(store.probe()).value(), State::Ready);
    QCOMPARE(outcome(await(store.read(ProfileId::create(), Prompt::Never))), u"NotFound"_s);
    QCOMPARE(outcome(await(store.remove(ProfileId::create()))), u"ok"_s);
}

static int run(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    HungTest test;
    return QTest::qExec(&test, argc, argv);
}

HOURPASS_TEST_MAIN(run)

} // namespace tst_hung

#include "tst_hung.moc"
