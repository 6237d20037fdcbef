// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/savelock.h"

#include "files/files.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_savelock {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::outcome;

int flockFault = 0; ///< an error that flock() is to report, or 0

pid_t inAnotherProcess(const std::function<int()> &work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    return child;
}

int statusOf(pid_t child)
{
    int status = -1;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Takes the place of the system library's: file systems without locks are rare.
extern "C" int flock(int fd, int operation)
{
    if (flockFault == 0)
        return int(::syscall(SYS_flock, fd, operation));
    errno = flockFault;
    return -1;
}

class SaveLockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { flockFault = 0; }
    void lock_isThereWhileItIsHeld();
    void secondOne_waitsAndSaysWhy();
    void killedProcess_holdsNothing();
    void leftOverFile_holdsNothing_data();
    void leftOverFile_holdsNothing();
    void olderVersion_isKeptOutAndKeepsOut();
    void manyProcesses_loseNothing();
    void whereNoLockCanBeMade_thatIsSaid();
    void link_isNotFollowed();
    void fileSystemWithoutLocks_canBeSavedTo();

private:
    QString lockFile() const { return m_path + ".lock"_L1; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void SaveLockTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"file"_s);
}

void SaveLockTest::lock_isThereWhileItIsHeld()
{
    {
        SaveLock lock(m_path);
        QVERIFY(!QFile::exists(lockFile()));
        QCOMPARE(outcome(lock.acquire(0ms)), u"ok"_s);
        struct stat status {
        };
        QCOMPARE(::stat(QFile::encodeName(lockFile()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }
    QVERIFY(!QFile::exists(lockFile()));
}

void SaveLockTest::secondOne_waitsAndSaysWhy()
{
    SaveLock lock(m_path);
    QCOMPARE(outcome(lock.acquire(0ms)), u"ok"_s);
    QElapsedTimer timer;
    timer.start();
    SaveLock second(m_path);
    const auto refused = second.acquire(300ms);
    QCOMPARE(outcome(refused), u"FileInUse"_s);
    QCOMPARE(refused.error().subject, m_path);
    QVERIFY(timer.elapsed() >= 300);
    QVERIFY(QFile::exists(lockFile()));
}

void SaveLockTest::killedProcess_holdsNothing()
{
    std::array<int, 2> pipe{};
    QCOMPARE(::pipe(pipe.data()), 0);
    const pid_t child = inAnotherProcess([&] {
        SaveLock lock(m_path);
        const char done = lock.acquire(0ms) ? 'y' : 'n';
        if (::write(pipe[1], &done, 1) == 1)
            ::pause();
        return 0;
    });
    char done = 0;
    QCOMPARE(::read(pipe[0], &done, 1), ssize_t(1));
    QCOMPARE(done, 'y');
    SaveLock lock(m_path);
    QCOMPARE(outcome(lock.acquire(0ms)), u"FileInUse"_s);
    QCOMPARE(::kill(child, SIGKILL), 0);
    statusOf(child);
    QVERIFY(QFile::exists(lockFile()));
    QCOMPARE(outcome(lock.acquire(0ms)), u"ok"_s);
    ::close(pipe[0]);
    ::close(pipe[1]);
}

void SaveLockTest::leftOverFile_holdsNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("of an older version") << "999999999\nhourpass\nhost\n"_ba;
    QTest::newRow("with a number that another process has now") << QByteArray::number(::getppid())
            + "\nhourpass\n" + QSysInfo::machineHostName().toUtf8() + '\n';
}

void SaveLockTest::leftOverFile_holdsNothing()
{
    QFETCH(const QByteArray, content);
    QCOMPARE(outcome(writePrivateFile(lockFile(), content)), u"ok"_s);
    SaveLock lock(m_path);
    QCOMPARE(outcome(lock.acquire(0ms)), u"ok"_s);
}

// Its lock is a QLockFile of the same name.
void SaveLockTest::olderVersion_isKeptOutAndKeepsOut()
{
    QLockFile older(lockFile());
    {
        SaveLock lock(m_path);
        QCOMPARE(outcome(lock.acquire(0ms)), u"ok"_s);
        QVERIFY(!older.tryLock(0));
    }
    QVERIFY(older.tryLock(0));
    SaveLock lock(m_path);
    QCOMPARE(outcome(lock.acquire(0ms)), u"FileInUse"_s);
    older.unlock();
    QCOMPARE(outcome(lock.acquire(0ms)), u"ok"_s);
}

void SaveLockTest::manyProcesses_loseNothing()
{
    constexpr int processes = 8;
    constexpr int rounds = 50;
    const auto countUp = [this] {
        for (int i = 0; i < rounds; ++i) {
            SaveLock lock(m_path);
            if (!lock.acquire(30s))
                return 1;
            const int count = readSmallFile(m_path, 100).value_or("0").toInt();
            QFile file(m_path); // in place: faster, and the lock is what is tried
            if (!file.open(QFile::WriteOnly) || file.write(QByteArray::number(count + 1)) <= 0)
                return 2;
        }
        return 0;
    };
    QList<pid_t> children;
    for (int i = 0; i < processes; ++i)
        children.append(inAnotherProcess(countUp));
    for (const pid_t child : children)
        QCOMPARE(statusOf(child), 0);
    QCOMPARE(readSmallFile(m_path, 100).value().toInt(), processes * rounds);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"file"_s});
}

void SaveLockTest::whereNoLockCanBeMade_thatIsSaid()
{
    const QString below = m_folder->filePath(u"missing/file"_s);
    SaveLock lock(below);
    const auto refused = lock.acquire(30s);
    QCOMPARE(outcome(refused), u"WriteFailed"_s);
    QCOMPARE(refused.error().subject, below);
    QCOMPARE(refused.error().detail, qt_error_string(ENOENT));
}

void SaveLockTest::link_isNotFollowed()
{
    QVERIFY(QFile::link(m_folder->filePath(u"elsewhere"_s), lockFile()));
    SaveLock lock(m_path);
    QCOMPARE(outcome(lock.acquire(0ms)), u"WriteFailed"_s);
    QVERIFY(!QFile::exists(m_folder->filePath(u"elsewhere"_s)));
}

void SaveLockTest::fileSystemWithoutLocks_canBeSavedTo()
{
    flockFault = ENOLCK;
    SaveLock lock(m_path);
    QCOMPARE(outcome(lock.acquire(0ms)), u"ok"_s);
}

HOURPASS_TEST(SaveLockTest, QCoreApplication)

} // namespace tst_savelock

#include "tst_savelock.moc"
