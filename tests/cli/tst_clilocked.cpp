// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"
#include "cli/terminal.h"
#include "support/testprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QTest>

namespace tst_clilocked {

using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// Stands in for the window that asks for the keychain's password, and refuses all that it is
/// asked for.
class RefusingPrompter final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    bool start()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        return bus.registerVirtualObject(u"/org/gnome/keyring/Prompter"_s, this)
            && bus.registerService(u"org.gnome.keyring.SystemPrompter"_s);
    }
    int timesAsked() const { return m_timesAsked; }

    QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage & /*message*/,
                       const QDBusConnection & /*connection*/) override
    {
        ++m_timesAsked;
        return false; // which the bus answers with an error
    }

private:
    int m_timesAsked = 0;
};

/// The program while the keychain is locked and nobody sits there to unlock it.
class CliLockedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommand_endsAtOnceAndChangesNothing_data();
    void everyCommand_endsAtOnceAndChangesNothing();
    void onATerminal_theUserIsAsked();
    void list_needsNoKeychain();

private:
    QByteArray profiles() const { return readFile(m_bench.profileFile()); }

    CliBench m_bench;
    RefusingPrompter m_prompter;
};

void CliLockedTest::initTestCase()
{
    QVERIFY(m_bench.isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
    QCOMPARE(m_bench.add(u"demo"_s, m_bench.key(u"user")).status, 0);
    QVERIFY(lockKeychain());
    QVERIFY(m_prompter.start());
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
    const int askedBefore = m_prompter.timesAsked();
    QElapsedTimer timer;
    timer.start();
    const CliRun run = m_bench.run(QStringList{u"--json"_s} + arguments, "KEY-1\n");
    const qint64 elapsed = timer.elapsed();
    QVERIFY2(run.status == 4, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"KeychainLocked"_s);
    QVERIFY(run.out.isEmpty());
    // The keychain's own deadline is 5 s: it was not waited for.
    QVERIFY2(elapsed < 4500, QByteArray::number(elapsed).constData());
    QCOMPARE(m_prompter.timesAsked(), askedBefore);
    QCOMPARE(profiles(), before);
    QCOMPARE(keysInKeychain(), keysBefore);
    QCOMPARE(m_bench.iam().requests().size(), 0);
}

void CliLockedTest::onATerminal_theUserIsAsked()
{
    Terminal terminal;
    QVERIFY(terminal.isOpen());
    const int askedBefore = m_prompter.timesAsked();
    const CliRun run = m_bench.run({u"--json"_s, u"token"_s}, {}, [&terminal](QProcess &process) {
        process.setChildProcessModifier([fd = terminal.userEnd()] { ::dup2(fd, STDIN_FILENO); });
    });
    QVERIFY2(run.status == 4, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"KeychainLocked"_s);
    QVERIFY(m_prompter.timesAsked() > askedBefore);
}

void CliLockedTest::list_needsNoKeychain()
{
    const CliRun run = m_bench.run({u"profile"_s, u"list"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(run.out.startsWith("demo\t"));
}

HOURPASS_TEST(CliLockedTest, QCoreApplication)

} // namespace tst_clilocked

#include "tst_clilocked.moc"
