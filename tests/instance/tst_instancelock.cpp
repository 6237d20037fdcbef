// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instancelock.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_instancelock {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

// As a helper process: takes the lock, says so, and keeps it until it is killed.
int holdLock(const QString &path)
{
    InstanceLock lock(path);
    const auto held = lock.tryLock();
    QFile out;
    static_cast<void>(out.open(stdout, QFile::WriteOnly));
    out.write(held.value_or(false) ? "held\n" : "not held\n");
    out.flush();
    QFile in;
    static_cast<void>(in.open(stdin, QFile::ReadOnly));
    in.readAll();
    return 0;
}

class InstanceLockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void freeLock_isOurs();
    void heldLock_isNotOurs();
    void lockOfAnotherProcess_isNotOurs();
    void lockOfAKilledProcess_isOursAtOnce();
    void leftOverWithTheNumberOfALivingProcess_isOurs();
    void heldLockWithAnyContent_staysHeld();
    void freshFileWithoutContent_isLeftToItsMaker();
    void folderMissing_isAnError();
    void deletedLock_isKept();
    void lockThatAnotherTookMeanwhile_isNotKept();

private:
    void start(QProcess &process);
    void makeOld();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void InstanceLockTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"lock"_s);
}

void InstanceLockTest::start(QProcess &process)
{
    process.start(QCoreApplication::applicationFilePath(),
                  {u"instancelock"_s, u"--hold"_s, m_path});
    QTRY_VERIFY(process.canReadLine());
    QCOMPARE(process.readLine(), "held\n"_ba);
}

void InstanceLockTest::makeOld()
{
    QFile file(m_path);
    QVERIFY(file.open(QFile::ReadWrite));
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFile::FileModificationTime));
}

void InstanceLockTest::freeLock_isOurs()
{
    InstanceLock lock(m_path);
    QVERIFY(lock.tryLock().value());
    QVERIFY(lock.tryLock().value());
}

void InstanceLockTest::heldLock_isNotOurs()
{
    {
        InstanceLock first(m_path);
        QVERIFY(first.tryLock().value());
        makeOld();
        InstanceLock second(m_path);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!second.tryLock().value());
    }
    InstanceLock third(m_path);
    QVERIFY(third.tryLock().value());
}

void InstanceLockTest::lockOfAnotherProcess_isNotOurs()
{
    QProcess other;
    start(other);
    makeOld();
    InstanceLock lock(m_path);
    QVERIFY(!lock.tryLock().value());
    QCOMPARE(::kill(pid_t(other.processId()), SIGSTOP), 0);
    QVERIFY(!lock.tryLock().value());
    QCOMPARE(::kill(pid_t(other.processId()), SIGCONT), 0);
    other.closeWriteChannel();
    QTRY_COMPARE(other.state(), QProcess::NotRunning);
    QVERIFY(lock.tryLock().value());
}

void InstanceLockTest::lockOfAKilledProcess_isOursAtOnce()
{
    QProcess other;
    start(other);
    other.kill();
    QTRY_COMPARE(other.state(), QProcess::NotRunning);
    QVERIFY(QFile::exists(m_path));
    InstanceLock lock(m_path);
    QVERIFY(lock.tryLock().value());
}

// As in a sandbox, where every process has the number that the killed one had; or after the
// numbers have gone round.
void InstanceLockTest::leftOverWithTheNumberOfALivingProcess_isOurs()
{
    QByteArray content;
    {
        InstanceLock lock(m_path);
        QVERIFY(lock.tryLock().value());
        QFile file(m_path);
        QVERIFY(file.open(QFile::ReadOnly));
        content = file.readAll(); // with our number and name
    }
    QVERIFY(content.startsWith(QByteArray::number(QCoreApplication::applicationPid())));
    QFile file(m_path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(content);
    file.close();
    makeOld();
    QLockFile qts(m_path);
    qts.setStaleLockTime(0);
    QVERIFY(!qts.tryLock(0)); // it alone would believe the number
    InstanceLock lock(m_path);
    QVERIFY(lock.tryLock().value());
    InstanceLock second(m_path);
    QVERIFY(!second.tryLock().value());
}

void InstanceLockTest::heldLockWithAnyContent_staysHeld()
{
    InstanceLock first(m_path);
    QVERIFY(first.tryLock().value());
    QFile file(m_path);
    QVERIFY(file.open(QFile::ReadWrite));
    file.write("999999999\nnobody\nnowhere\n");
    file.close();
    makeOld();
    InstanceLock second(m_path);
    QVERIFY(!second.tryLock().value());
}

void InstanceLockTest::freshFileWithoutContent_isLeftToItsMaker()
{
    QFile file(m_path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.close();
    InstanceLock lock(m_path);
    QVERIFY(!lock.tryLock().value());
    QVERIFY(QFile::exists(m_path));
    makeOld();
    QVERIFY(lock.tryLock().value());
}

void InstanceLockTest::deletedLock_isKept()
{
    InstanceLock lock(m_path);
    QVERIFY(lock.tryLock().value());
    QVERIFY(lock.keep());
    QVERIFY(QFile::remove(m_path));
    QVERIFY(lock.keep());
    QVERIFY(QFile::exists(m_path));
    InstanceLock later(m_path);
    QVERIFY(!later.tryLock().value());
}

void InstanceLockTest::lockThatAnotherTookMeanwhile_isNotKept()
{
    InstanceLock lock(m_path);
    QVERIFY(lock.tryLock().value());
    QVERIFY(QFile::remove(m_path));
    QProcess other;
    start(other);
    QVERIFY(!lock.keep());
}

void InstanceLockTest::folderMissing_isAnError()
{
    InstanceLock lock(m_folder->filePath(u"missing/lock"_s));
    QCOMPARE(outcome(lock.tryLock()), u"WriteFailed"_s);
}

static int run(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QStringList words = QCoreApplication::arguments(); words.value(1) == "--hold"_L1)
        return holdLock(words.value(2));
    InstanceLockTest test;
    return QTest::qExec(&test, argc, argv);
}

HOURPASS_TEST_MAIN(run)

} // namespace tst_instancelock

#include "tst_instancelock.moc"
