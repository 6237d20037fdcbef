// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/replacefile.h"

#include "files/files.h"
#include "support/filesizelimit.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tst_replacefile {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

// What fsync() is to do instead of its work: no disk fails on demand.
std::function<int(int)> insteadOfSync;

bool isFolder(int fd)
{
    struct stat status {
    };
    return ::fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);
}

int failWith(int error)
{
    errno = error;
    return -1;
}

// Takes the place of the system library's.
extern "C" int fsync(int fd)
{
    return insteadOfSync ? insteadOfSync(fd) : int(::syscall(SYS_fsync, fd));
}

class ReplaceFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { insteadOfSync = {}; }
    void almostFullDisk_leavesTheOldContent_data();
    void almostFullDisk_leavesTheOldContent();
    void content_isOnTheDiskBeforeItTakesThePlace();
    void faultOfTheDisk_leavesTheOldContent();
    void faultOfTheDisk_atTheFolder_isReported();
    void fileSystemThatCannotSync_isNoFault_data();
    void fileSystemThatCannotSync_isNoFault();
    void interruptedSync_isTakenUpAgain();
    void link_staysAndItsTargetIsReplaced();
    void linkToItself_isReported();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray content() const { return readSmallFile(path(u"file"_s), 100'000).value(); }
    QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ReplaceFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QCOMPARE(outcome(replaceFile(path(u"file"_s), "old content")), u"ok"_s);
}

void ReplaceFileTest::almostFullDisk_leavesTheOldContent_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {100, 300, 1200, 4000, 4096, 4097, 8192, 10'000})
        QTest::addRow("%d bytes", size) << size;
}

// Qt's own file writes what is below 16 KiB so late that nobody learns of its failing.
void ReplaceFileTest::almostFullDisk_leavesTheOldContent()
{
    QFETCH(const int, size);
    const QByteArray content(size, 'x');
    for (const int room : {0, 1, 64, 92, size / 2, size - 1}) {
        Result<void> written;
        {
            const test::FileSizeLimit limit(room);
            written = replaceFile(path(u"file"_s), content);
        }
        QCOMPARE(outcome(written), u"WriteFailed"_s);
        QCOMPARE(written.error().subject, path(u"file"_s));
        QCOMPARE(written.error().detail, qt_error_string(EFBIG));
        QCOMPARE(this->content(), "old content"_ba);
        QCOMPARE(files(), QStringList{u"file"_s});
    }
    const test::FileSizeLimit limit(size);
    QCOMPARE(outcome(replaceFile(path(u"file"_s), content)), u"ok"_s);
    QCOMPARE(this->content(), content);
}

void ReplaceFileTest::content_isOnTheDiskBeforeItTakesThePlace()
{
    QStringList seen;
    insteadOfSync = [&](int fd) {
        seen.append((isFolder(fd) ? u"folder, "_s : u"file, "_s) + QString::fromLatin1(content()));
        return 0;
    };
    QCOMPARE(outcome(replaceFile(path(u"file"_s), "new")), u"ok"_s);
    QCOMPARE(seen, QStringList({u"file, old content"_s, u"folder, new"_s}));
}

void ReplaceFileTest::faultOfTheDisk_leavesTheOldContent()
{
    insteadOfSync = [](int fd) { return isFolder(fd) ? 0 : failWith(EIO); };
    const auto written = replaceFile(path(u"file"_s), "new");
    QCOMPARE(outcome(written), u"WriteFailed"_s);
    QCOMPARE(written.error().detail, qt_error_string(EIO));
    QCOMPARE(content(), "old content"_ba);
    QCOMPARE(files(), QStringList{u"file"_s});
}

void ReplaceFileTest::faultOfTheDisk_atTheFolder_isReported()
{
    insteadOfSync = [](int fd) { return isFolder(fd) ? failWith(EIO) : 0; };
    const auto written = replaceFile(path(u"file"_s), "new");
    QCOMPARE(outcome(written), u"WriteFailed"_s);
    QCOMPARE(written.error().detail, qt_error_string(EIO));
    QCOMPARE(files(), QStringList{u"file"_s});
}

void ReplaceFileTest::fileSystemThatCannotSync_isNoFault_data()
{
    QTest::addColumn<int>("error");
    QTest::newRow("EINVAL") << EINVAL;
    QTest::newRow("ENOTSUP") << ENOTSUP;
}

void ReplaceFileTest::fileSystemThatCannotSync_isNoFault()
{
    QFETCH(const int, error);
    insteadOfSync = [error](int) { return failWith(error); };
    QCOMPARE(outcome(replaceFile(path(u"file"_s), "new")), u"ok"_s);
    QCOMPARE(content(), "new"_ba);
}

void ReplaceFileTest::interruptedSync_isTakenUpAgain()
{
    int count = 0;
    insteadOfSync = [&count](int) { return ++count % 2 == 1 ? failWith(EINTR) : 0; };
    QCOMPARE(outcome(replaceFile(path(u"file"_s), "new")), u"ok"_s);
    QCOMPARE(count, 4);
}

void ReplaceFileTest::link_staysAndItsTargetIsReplaced()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QVERIFY(QFile::link(u"../link"_s, path(u"folder/link"_s)));
    QVERIFY(QFile::link(u"file"_s, path(u"link"_s)));
    QCOMPARE(outcome(replaceFile(path(u"folder/link"_s), "new")), u"ok"_s);
    QCOMPARE(content(), "new"_ba);
    QVERIFY(QFileInfo(path(u"folder/link"_s)).isSymLink()
            && QFileInfo(path(u"link"_s)).isSymLink());
}

void ReplaceFileTest::linkToItself_isReported()
{
    QVERIFY(QFile::link(path(u"link"_s), path(u"link"_s)));
    const auto written = replaceFile(path(u"link"_s), "new");
    QCOMPARE(outcome(written), u"WriteFailed"_s);
    QCOMPARE(written.error().detail, qt_error_string(ELOOP));
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
}

HOURPASS_TEST(ReplaceFileTest, QCoreApplication)

} // namespace tst_replacefile

#include "tst_replacefile.moc"
