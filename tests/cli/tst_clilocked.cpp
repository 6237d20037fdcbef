// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clibench.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// The program while the keychain is locked and nobody sits there to unlock it.
class CliLockedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommand_endsAtOnceAndChangesNothing_data();
    void everyCommand_endsAtOnceAndChangesNothing();
    void list_needsNoKeychain();

private:
    QByteArray profiles() const { return readFile(m_bench.profileFile()); }

    CliBench m_bench;
};

void CliLockedTest::initTestCase()
{
    QVERIFY(m_bench.isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
    QCOMPARE(m_bench.add(u"demo"_s, m_bench.key(u"user")).status, 0);
    QVERIFY(lockKeychain());
}

void CliLockedTest::everyCommand_endsAtOnceAndChangesNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("token") << QStringList{u"token"_s, u"demo"_s};
    QTest::newRow("add") << QStringList{u"profile"_s, u"add"_s, u"other"_s};
    QTest::newRow("remove") << QStringList{u"profile"_s, u"remove"_s, u"demo"_s};
}

void CliLockedTest::everyCommand_endsAtOnceAndChangesNothing()
{
    QFETCH(const QStringList, arguments);
    const QByteArray before = profiles();
    const int keysBefore = keysInKeychain();
    QElapsedTimer timer;
    timer.start();
    const CliRun run = m_bench.run(QStringList{u"--json"_s} + arguments, "KEY-1\n");
    const qint64 elapsed = timer.elapsed();
    QVERIFY2(run.status == 4, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"KeychainLocked"_s);
    QVERIFY(run.out.isEmpty());
    // The keychain's own deadline is 5 s: it was not waited for.
    QVERIFY2(elapsed < 4500, QByteArray::number(elapsed).constData());
    QCOMPARE(profiles(), before);
    QCOMPARE(keysInKeychain(), keysBefore);
    QCOMPARE(m_bench.iam().requests().size(), 0);
}

void CliLockedTest::list_needsNoKeychain()
{
    const CliRun run = m_bench.run({u"profile"_s, u"list"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(run.out.startsWith("demo\t"));
}

QTEST_GUILESS_MAIN(CliLockedTest)
#include "tst_clilocked.moc"
