// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/files.h"

#include "support/filesizelimit.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_files {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

class FilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void smallFile_isRead();
    void limit_countsBytes();
    void whatCannotBeRead_isRefused_data();
    void whatCannotBeRead_isRefused();
    void sparseFile_isRefusedWithoutBeingRead();
    void modes_areTheOwnersAlone_underAnyUmask();
    void existingFile_becomesPrivate();
    void write_replacesTheContent();
    void unwritableTarget_isReported_data();
    void unwritableTarget_isReported();
    void whatIsNoFile_isNotReplaced();
    void fullDisk_leavesTheOldContent();
    void setAside_neverReplacesAFile();
    void folders_followTheEnvironment();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name, const QByteArray &content) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

static mode_t modeOf(const QString &path)
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

void FilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void FilesTest::put(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void FilesTest::smallFile_isRead()
{
    put(u"file"_s, QByteArray("a\0b\r\n", 5));
    put(u"empty"_s, {});
    QVERIFY(QFile::link(path(u"file"_s), path(u"link"_s)));
    QCOMPARE(readSmallFile(path(u"file"_s), 100).value(), QByteArray("a\0b\r\n", 5));
    QCOMPARE(readSmallFile(path(u"link"_s), 100).value(), QByteArray("a\0b\r\n", 5));
    QCOMPARE(readSmallFile(path(u"empty"_s), 100).value(), QByteArray());
}

void FilesTest::limit_countsBytes()
{
    put(u"file"_s, "12345");
    QCOMPARE(outcome(readSmallFile(path(u"file"_s), 5)), u"ok"_s);
    const auto refused = readSmallFile(path(u"file"_s), 4);
    QCOMPARE(outcome(refused), u"FileTooLarge"_s);
    QCOMPARE(refused.error().subject, path(u"file"_s));
}

void FilesTest::whatCannotBeRead_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing") << u"missing"_s << u"NotFound"_s;
    QTest::newRow("in a missing folder") << u"missing/file"_s << u"NotFound"_s;
    QTest::newRow("below a file") << u"file/file"_s << u"FileUnreadable"_s;
    QTest::newRow("folder") << u"folder"_s << u"FileNotRegular"_s;
    QTest::newRow("pipe") << u"pipe"_s << u"FileNotRegular"_s;
    QTest::newRow("socket") << u"socket"_s << u"FileNotRegular"_s;
    QTest::newRow("device") << u"/dev/zero"_s << u"FileNotRegular"_s;
    QTest::newRow("link to nothing") << u"dangling"_s << u"NotFound"_s;
    QTest::newRow("link to itself") << u"loop"_s << u"FileUnreadable"_s;
    QTest::newRow("link to a folder") << u"to-folder"_s << u"FileNotRegular"_s;
    QTest::newRow("link to a pipe") << u"to-pipe"_s << u"FileNotRegular"_s;
    QTest::newRow("link to a device") << u"to-device"_s << u"FileNotRegular"_s;
}

void FilesTest::whatCannotBeRead_isRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    put(u"file"_s, "content");
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path(u"socket"_s)).constData(),
             sizeof(address.sun_path));
    QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    const auto closeSocket = qScopeGuard([socket] { ::close(socket); });
    for (const auto &[link, target] :
         std::initializer_list<std::pair<QString, QString>>{{u"dangling"_s, path(u"missing"_s)},
                                                            {u"loop"_s, path(u"loop"_s)},
                                                            {u"to-folder"_s, path(u"folder"_s)},
                                                            {u"to-pipe"_s, path(u"pipe"_s)},
                                                            {u"to-device"_s, u"/dev/zero"_s}})
        QVERIFY(QFile::link(target, path(link)));

    const QString file = QDir(m_folder->path()).absoluteFilePath(name);
    QElapsedTimer timer;
    timer.start();
    const auto content = readSmallFile(file, 1000);
    QCOMPARE(outcome(content), expected);
    QCOMPARE(content.error().subject, file);
    QVERIFY(timer.elapsed() < 1000);
}

void FilesTest::sparseFile_isRefusedWithoutBeingRead()
{
    QFile file(path(u"sparse"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.resize(qint64(10) << 30));
    QVERIFY(QFile::link(file.fileName(), path(u"link"_s)));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(outcome(readSmallFile(file.fileName(), 1024 * 1024)), u"FileTooLarge"_s);
    QCOMPARE(outcome(readSmallFile(path(u"link"_s), 1024 * 1024)), u"FileTooLarge"_s);
    QVERIFY(timer.elapsed() < 1000);
}

void FilesTest::modes_areTheOwnersAlone_underAnyUmask()
{
    for (const mode_t mask : {mode_t(0), mode_t(022), mode_t(077)}) {
        const mode_t before = ::umask(mask);
        const QString outer = path(u"outer-%1"_s.arg(mask));
        const auto written = writePrivateFile(outer + "/inner/file"_L1, "content");
        ::umask(before);
        QCOMPARE(outcome(written), u"ok"_s);
        QCOMPARE(modeOf(outer), mode_t(0700));
        QCOMPARE(modeOf(outer + "/inner"_L1), mode_t(0700));
        QCOMPARE(modeOf(outer + "/inner/file"_L1), mode_t(0600));
    }
}

void FilesTest::existingFile_becomesPrivate()
{
    put(u"file"_s, "old");
    QCOMPARE(::chmod(QFile::encodeName(path(u"file"_s)).constData(), 0644), 0);
    QCOMPARE(outcome(writePrivateFile(path(u"file"_s), "new")), u"ok"_s);
    QCOMPARE(modeOf(path(u"file"_s)), mode_t(0600));
}

void FilesTest::write_replacesTheContent()
{
    for (const QByteArray &content : {"a longer first content"_ba, "second"_ba, ""_ba}) {
        QCOMPARE(outcome(writePrivateFile(path(u"file"_s), content)), u"ok"_s);
        QCOMPARE(readSmallFile(path(u"file"_s), 1000).value(), content);
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"file"_s});
}

void FilesTest::unwritableTarget_isReported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("subject");
    QTest::newRow("a folder is in its place") << u"folder"_s << u"folder"_s;
    QTest::newRow("its folder is a file") << u"file/target"_s << u"file"_s;
    QTest::newRow("its folder cannot be made") << u"file/inner/target"_s << u"file/inner"_s;
    QTest::newRow("the system's own folder") << u"/proc/hourpass/target"_s << u"/proc/hourpass"_s;
}

void FilesTest::unwritableTarget_isReported()
{
    QFETCH(QString, name);
    QFETCH(QString, subject);
    put(u"file"_s, "content");
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    const QDir folder(m_folder->path());
    const auto written = writePrivateFile(folder.absoluteFilePath(name), "new");
    QCOMPARE(outcome(written), u"WriteFailed"_s);
    QCOMPARE(written.error().subject, folder.absoluteFilePath(subject));
    QVERIFY(!written.error().detail.isEmpty());
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList({u"file"_s, u"folder"_s}));
}

// Through a link, a device of the system's would be lost that way.
void FilesTest::whatIsNoFile_isNotReplaced()
{
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(QFile::link(pipe, path(u"link"_s)));
    for (const QString &target : {pipe, path(u"link"_s)}) {
        const auto written = writePrivateFile(target, "new");
        QCOMPARE(outcome(written), u"WriteFailed"_s);
        QCOMPARE(written.error().subject, target);
        QVERIFY(!QFileInfo(pipe).isFile());
    }
}

// tst_replacefile tries each size and limit.
void FilesTest::fullDisk_leavesTheOldContent()
{
    put(u"file"_s, "old content");
    Result<void> written;
    {
        const test::FileSizeLimit limit(64);
        written = writePrivateFile(path(u"file"_s), QByteArray(1200, 'x'));
    }
    QCOMPARE(outcome(written), u"WriteFailed"_s);
    QCOMPARE(readSmallFile(path(u"file"_s), 1000).value(), "old content"_ba);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"file"_s});
}

void FilesTest::setAside_neverReplacesAFile()
{
    const QString file = path(u"a.json"_s);
    for (const QByteArray content : {"first", "second"}) {
        put(u"a.json"_s, content);
        QVERIFY(setAside(file));
        QVERIFY(!QFile::exists(file));
    }
    QCOMPARE(readSmallFile(file + ".damaged"_L1, 100).value(), "first"_ba);
    QCOMPARE(readSmallFile(file + ".damaged-2"_L1, 100).value(), "second"_ba);
    QCOMPARE(outcome(setAside(file)), u"WriteFailed"_s);
}

void FilesTest::folders_followTheEnvironment()
{
    const QByteArray config = qgetenv("XDG_CONFIG_HOME");
    const QByteArray state = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_CONFIG_HOME", "/somewhere/config");
    qputenv("XDG_STATE_HOME", "/somewhere/state");
    QCOMPARE(configFolder(), u"/somewhere/config/hourpass"_s);
    const QByteArray cache = qgetenv("XDG_CACHE_HOME");
    qputenv("XDG_CACHE_HOME", "/somewhere/cache");
    QCOMPARE(cacheFolder(), u"/somewhere/cache/hourpass"_s);
    qunsetenv("XDG_CACHE_HOME");
    QCOMPARE(cacheFolder(), QDir::homePath() + "/.cache/hourpass"_L1);
    if (!cache.isNull())
        qputenv("XDG_CACHE_HOME", cache);
    QCOMPARE(stateFolder(), u"/somewhere/state/hourpass"_s);
    // The specification has relative paths ignored.
    qputenv("XDG_STATE_HOME", "relative");
    QCOMPARE(stateFolder(), QDir::homePath() + "/.local/state/hourpass"_L1);
    qunsetenv("XDG_STATE_HOME");
    QCOMPARE(stateFolder(), QDir::homePath() + "/.local/state/hourpass"_L1);
    qputenv("XDG_CONFIG_HOME", config);
    if (!state.isNull())
        qputenv("XDG_STATE_HOME", state);
}

HOURPASS_TEST(FilesTest, QCoreApplication)

} // namespace tst_files

#include "tst_files.moc"
