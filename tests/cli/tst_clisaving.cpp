// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLockFile>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_clisaving {

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// What others do to the program's files: save at the same time, leave no room, write to them.
class CliSavingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<TokenSigner>(); }
    void init();
    void cleanup() { m_bench.reset(); }

    void sixteenAtOnce_addSixteenProfiles();
    void lockThatStays_isSaidToBeInUse();
    void lockOfADeadProcess_holdsNobodyUp();
    void limitOfFileSize_losesNoProfile_data();
    void limitOfFileSize_losesNoProfile();
    void fileOthersMayWrite_sendsNoKey_data();
    void fileOthersMayWrite_sendsNoKey();
    void anotherUsersFile_sendsNoKey_data();
    void anotherUsersFile_sendsNoKey();

private:
    QString file(const QString &name) const { return m_bench->path(u"config/hourpass/"_s + name); }
    QStringList namesListed() const;
    void refuse(const QString &code, const QString &file) const;

    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

mode_t modeOf(const QString &path)
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

void CliSavingTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

QStringList CliSavingTest::namesListed() const
{
    const CliRun listed = m_bench->run({u"profile"_s, u"list"_s});
    QStringList names;
    for (const QByteArray &line : listed.out.split('\n')) {
        if (!line.isEmpty())
            names.append(QString::fromLatin1(line).section(u' ', 0, 0, QString::SectionSkipEmpty));
    }
    return names;
}

// The lock is held until some of them have come as far as to wait for it.
void CliSavingTest::sixteenAtOnce_addSixteenProfiles()
{
    constexpr int count = 16;
    const int keysBefore = keysInKeychain();
    QVERIFY(QDir().mkpath(file({})));
    QLockFile lock(m_bench->profileFile() + ".lock"_L1);
    QVERIFY(lock.tryLock(0));
    std::vector<std::unique_ptr<QProcess>> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(m_bench->process({u"profile"_s, u"add"_s, u"p%1"_s.arg(i)}));
        all.back()->start();
        all.back()->write(m_bench->key(u"user") + '\n');
        all.back()->closeWriteChannel();
    }
    QTRY_VERIFY_WITH_TIMEOUT(keysInKeychain() - keysBefore >= 4, 60'000);
    lock.unlock();
    for (const auto &process : all) {
        const CliRun run = CliBench::finish(*process);
        QVERIFY2(run.status == 0, run.story().constData());
    }
    QCOMPARE(readFile(m_bench->profileFile()).count("\"name\""), count);
    QCOMPARE(namesListed().size(), count);
    QCOMPARE(keysInKeychain() - keysBefore, count);
    QCOMPARE(QDir(file({})).entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_s});
}

void CliSavingTest::lockThatStays_isSaidToBeInUse()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const QByteArray before = readFile(m_bench->profileFile());
    QLockFile lock(m_bench->profileFile() + ".lock"_L1); // as an older version holds it
    QVERIFY(lock.tryLock(0));
    QElapsedTimer timer;
    timer.start();
    const CliRun run = m_bench->run({u"--json"_s, u"profile"_s, u"default"_s, u"demo"_s});
    QVERIFY2(run.status == 7, run.story().constData());
    QVERIFY(timer.elapsed() >= 5000);
    QCOMPARE(run.error()["code"_L1].toString(), u"FileInUse"_s);
    QVERIFY(run.error()["message"_L1].toString().contains("in use"_L1));
    QCOMPARE(readFile(m_bench->profileFile()), before);
    lock.unlock();
    QCOMPARE(m_bench->run({u"profile"_s, u"default"_s, u"demo"_s}).status, 0);
}

void CliSavingTest::lockOfADeadProcess_holdsNobodyUp()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    QVERIFY(writeFile(m_bench->profileFile() + ".lock"_L1, {}));
    QElapsedTimer timer;
    timer.start();
    const CliRun run = m_bench->run({u"profile"_s, u"default"_s, u"demo"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(!QFile::exists(m_bench->profileFile() + ".lock"_L1));
}

void CliSavingTest::limitOfFileSize_losesNoProfile_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {0, 1, 64, 92, 200, 400, 600, 1'000'000})
        QTest::addRow("%d bytes", limit) << limit;
}

// The signal that comes with the limit is left as a shell leaves it: it must not end the program.
void CliSavingTest::limitOfFileSize_losesNoProfile()
{
    QFETCH(const int, limit);
    for (const QString &name : {u"p1"_s, u"p2"_s, u"p3"_s})
        QCOMPARE(m_bench->add(name, m_bench->key(u"user")).status, 0);
    const QByteArray before = readFile(m_bench->profileFile());
    QVERIFY(before.size() > 600 && before.size() < 10'000);
    const auto withLimit = [limit](QProcess &process) {
        process.setChildProcessModifier([limit] {
            const rlimit size{rlim_t(limit), rlim_t(limit)};
            ::setrlimit(RLIMIT_FSIZE, &size);
        });
    };
    const CliRun run = m_bench->run({u"profile"_s, u"default"_s, u"p3"_s}, {}, withLimit);
    const bool hasRoom = limit > before.size();
    QVERIFY2(run.status == (hasRoom ? 0 : 1), run.story().constData());
    QCOMPARE(run.err.contains("could not be saved"), !hasRoom);
    QCOMPARE(readFile(m_bench->profileFile()) == before, !hasRoom);
    QCOMPARE(namesListed().size(), 3);
    QCOMPARE(QDir(file({})).entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_s});
}

// Each command that reads it, and the key stays where it is.
void CliSavingTest::refuse(const QString &code, const QString &file) const
{
    for (const QStringList &arguments :
         {QStringList{u"token"_s}, QStringList{u"profile"_s, u"check"_s, u"demo"_s}}) {
        const CliRun run = m_bench->run(QStringList{u"--json"_s} + arguments);
        QVERIFY2(run.status == 1, run.story().constData());
        QCOMPARE(run.error()["code"_L1].toString(), code);
        QCOMPARE(run.error()["kind"_L1].toString(), u"file"_s);
        QVERIFY(run.error()["message"_L1].toString().contains(file));
    }
    QCOMPARE(m_bench->iam().requests().size(), 0);
}

void CliSavingTest::fileOthersMayWrite_sendsNoKey_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("profiles") << u"profiles.json"_s;
    QTest::newRow("settings") << u"settings.json"_s;
}

void CliSavingTest::fileOthersMayWrite_sendsNoKey()
{
    QFETCH(const QString, name);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    if (name == "settings.json"_L1)
        QVERIFY(writeFile(file(name), R"({"version":1})"));
    QVERIFY(setMode(file(name), 0666) && setMode(file({}), 0777));
    refuse(u"FileWritableByOthers"_s, file(name));
    QCOMPARE(modeOf(file({})), mode_t(0700));
    QCOMPARE(modeOf(file(name)), mode_t(0666)); // the user is to look first
    QVERIFY(setMode(file(name), 0600));
    QCOMPARE(m_bench->run({u"token"_s}).status, 0);
}

void CliSavingTest::anotherUsersFile_sendsNoKey_data()
{
    fileOthersMayWrite_sendsNoKey_data();
}

void CliSavingTest::anotherUsersFile_sendsNoKey()
{
    QFETCH(const QString, name);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    if (name == "settings.json"_L1)
        QVERIFY(writeFile(file(name), R"({"version":1})"));
    if (::geteuid() == 0) {
        QCOMPARE(::chown(QFile::encodeName(file(name)).constData(), 65534, gid_t(-1)), 0);
        QVERIFY(setMode(file(name), 0644));
    } else { // one of root's
        QVERIFY(QFile::remove(file(name)) && QFile::link(u"/etc/passwd"_s, file(name)));
    }
    refuse(u"FileOfAnotherUser"_s, file(name));
}

HOURPASS_TEST(CliSavingTest, QCoreApplication)

} // namespace tst_clisaving

#include "tst_clisaving.moc"
