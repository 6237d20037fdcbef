// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace tst_missing {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// No keychain: once with a session bus that has no Secret Service, once without a bus.
class MissingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCall_saysSoAtOnce();
    void keyIsWrittenNowhere();
    void state_isMissing();
    void results_comeAfterTheCall();
    void cancelAll_endsEverythingAtOnce();
};

void MissingTest::initTestCase()
{
    // Otherwise the search for files would pass by finding no folder.
    QVERIFY(QDir().mkpath(qEnvironmentVariable("HOME")));
    QFile canary(qEnvironmentVariable("HOME") + "/canary"_L1);
    QVERIFY(canary.open(QFile::WriteOnly));
    canary.write("canary-of-the-search");
    canary.close();
    QCOMPARE(test::filesHolding("canary-of-the-search"_ba).size(), 1);
    QVERIFY(canary.remove());
}

void MissingTest::everyCall_saysSoAtOnce()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    QElapsedTimer time;
    time.start();
    QCOMPARE(outcome(await(store.read(id, Prompt::Never))), u"KeychainMissing"_s);
    QCOMPARE(outcome(await(store.read(id, Prompt::Allowed))), u"KeychainMissing"_s);
    QCOMPARE(outcome(await(store.write(id, Secret(QByteArrayView("key"))))), u"KeychainMissing"_s);
    QCOMPARE(outcome(await(store.remove(id))), u"KeychainMissing"_s);
    QCOMPARE(await(store.probe()).value(), State::Missing);
    QVERIFY2(time.elapsed() < 4'000, qPrintable(QString::number(time.elapsed())));
}

void MissingTest::keyIsWrittenNowhere()
{
    const QByteArray key = "canary-95ab77c0-written-nowhere"_ba;
    KeychainSecretStore store;
    const auto written = await(store.write(ProfileId::create(), Secret(QByteArrayView(key))));
    QCOMPARE(outcome(written), u"KeychainMissing"_s);
    QVERIFY(!written.error().detail.contains(QString::fromLatin1(key)));
    QCOMPARE(test::filesHolding(key), QStringList());
}

void MissingTest::state_isMissing()
{
    KeychainSecretStore store;
    QSignalSpy states(&store, &SecretStore::stateChanged);
    QCOMPARE(store.state(), State::Unknown);
    QCOMPARE(outcome(await(store.read(ProfileId::create(), Prompt::Never))), u"KeychainMissing"_s);
    QCOMPARE(store.state(), State::Missing);
    QCOMPARE(states.size(), 1);
    QCOMPARE(store.backend(), u"secret-service"_s);
}

void MissingTest::results_comeAfterTheCall()
{
    KeychainSecretStore store;
    const auto read = store.read(ProfileId::create(), Prompt::Never);
    QVERIFY(!read.isFinished());
    QCOMPARE(outcome(await(read)), u"KeychainMissing"_s);
}

void MissingTest::cancelAll_endsEverythingAtOnce()
{
    KeychainSecretStore store;
    const auto read = store.read(ProfileId::create(), Prompt::Never);
    store.cancelAll();
    QVERIFY(read.isFinished());
    QCOMPARE(outcome(read.result()), u"Cancelled"_s);
    // What was cancelled changes nothing later.
    QSignalSpy states(&store, &SecretStore::stateChanged);
    QCOMPARE(outcome(await(store.probe())), u"ok"_s);
    QCOMPARE(states.size(), 1);
}

HOURPASS_TEST(MissingTest, QCoreApplication)

} // namespace tst_missing

#include "tst_missing.moc"
