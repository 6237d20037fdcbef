// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>
#include <QTest>

#include <unistd.h>

namespace tst_clifulldisk {

using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// The program on a disk that is almost full: a real one, of smalldisk.sh.
class CliFullDiskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<hourpass::emulator::TokenSigner>(); }
    void cleanup();
    void almostFullDisk_keepsEveryProfile_data();
    void almostFullDisk_keepsEveryProfile();

private:
    QString path(const QString &name) const { return m_disk + u'/' + name; }
    QString file() const { return path(u"hourpass/profiles.json"_s); }
    void setUp(int profiles);
    CliRun run(const QStringList &arguments) const;
    bool fillUpTo(qint64 room) const;

    std::shared_ptr<const hourpass::emulator::TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
    QString m_disk;
};

QString idOf(int number)
{
    return u"11111111-0000-4000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

QByteArray listOf(int count)
{
    QStringList entries;
    for (int i = 1; i <= count; ++i)
        entries.append(uR"({"id":"%1","name":"p%2","endpoint":"https://iam.cloud.ibm.com"})"_s.arg(
            idOf(i), QString::number(i)));
    return "{\"version\":1,\"profiles\":[" + entries.join(u',').toLatin1() + "]}";
}

void CliFullDiskTest::setUp(int profiles)
{
    m_disk = qEnvironmentVariable("HOURPASS_SMALL_DISK");
    QVERIFY2(!m_disk.isEmpty() && QStorageInfo(m_disk).bytesTotal() == 96 * 1024,
             "this test runs in smalldisk.sh");
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY(QDir().mkdir(path(u"hourpass"_s)));
    QVERIFY(writeFile(file(), listOf(profiles)));
}

void CliFullDiskTest::cleanup()
{
    QVERIFY(QFile::remove(path(u"filler"_s)));
    QVERIFY(QDir(path(u"hourpass"_s)).removeRecursively());
}

CliRun CliFullDiskTest::run(const QStringList &arguments) const
{
    return m_bench->run(arguments, {}, [this](QProcess &process) {
        auto environment = process.processEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_disk);
        process.setProcessEnvironment(environment);
    });
}

// All of it, and then so much less.
bool CliFullDiskTest::fillUpTo(qint64 room) const
{
    QFile filler(path(u"filler"_s));
    if (!filler.open(QFile::WriteOnly | QFile::Unbuffered))
        return false;
    while (filler.write(QByteArray(1024, 'x')) > 0)
        continue;
    return filler.resize(filler.size() - room);
}

void CliFullDiskTest::almostFullDisk_keepsEveryProfile_data()
{
    QTest::addColumn<int>("profiles");
    QTest::addColumn<int>("room");
    for (const int profiles : {12, 60}) { // a page of the disk, and several
        for (const int room : {0, 2, 4, 6, 8, 12, 32})
            QTest::addRow("%d profiles, %d KiB free", profiles, room) << profiles << room;
    }
}

void CliFullDiskTest::almostFullDisk_keepsEveryProfile()
{
    QFETCH(const int, profiles);
    QFETCH(const int, room);
    setUp(profiles);
    QVERIFY(fillUpTo(qint64(room) * 1024));
    const QByteArray before = readFile(file());
    const CliRun changed = run({u"--json"_s, u"profile"_s, u"default"_s, u"p3"_s});
    const QByteArray after = readFile(file());
    const bool isSaved = after.contains("\"default\": \"" + idOf(3).toLatin1());
    QVERIFY2((changed.status == 0) == isSaved, changed.story().constData());
    if (!isSaved) {
        QVERIFY2(changed.status == 1, changed.story().constData());
        QCOMPARE(changed.error()["code"_L1].toString(), u"WriteFailed"_s);
        QVERIFY2(changed.err.contains("could not be saved"), changed.story().constData());
        QCOMPARE(after, before);
    }
    QVERIFY(room == 0 ? !isSaved : room < 32 || isSaved);
    const CliRun listed = run({u"profile"_s, u"list"_s});
    QVERIFY2(listed.status == 0, listed.story().constData());
    QCOMPARE(listed.out.count('\n'), profiles);
    QCOMPARE(QDir(path(u"hourpass"_s)).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"profiles.json"_s});
}

HOURPASS_TEST(CliFullDiskTest, QCoreApplication)

} // namespace tst_clifulldisk

#include "tst_clifulldisk.moc"
