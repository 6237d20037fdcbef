// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/ownfile.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_ownfile {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

class OwnFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missing_isNotFound();
    void whatIsNoFile_isRefused();
    void limit_countsBytes();
    void fileOthersMayRead_isMadePrivate_data();
    void fileOthersMayRead_isMadePrivate();
    void fileOthersMayWrite_isNotBelieved_data();
    void fileOthersMayWrite_isNotBelieved();
    void folderOthersMayUse_isMadePrivate_data();
    void folderOthersMayUse_isMadePrivate();
    void placeForEverybody_isLeftAsItIs();
    void anotherUsersFile_isNotBelieved();
    void anotherUsersFolder_isNotBelieved();
    void anotherUsersLink_isNotFollowed_data();
    void anotherUsersLink_isNotFollowed();
    void ownLinks_areFollowed();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString file() const { return path(u"ours/file"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

constexpr uid_t somebody = 65534;
constexpr auto needsRoot = "only root can give a file to another user: run the tests as root, too";

mode_t modeOf(const QString &path)
{
    struct stat status {
    };
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

bool giveAway(const QString &path)
{
    return ::lchown(QFile::encodeName(path).constData(), somebody, gid_t(-1)) == 0;
}

bool isRoot()
{
    return ::geteuid() == 0;
}

void OwnFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir().mkdir(path(u"ours"_s)) && setMode(path(u"ours"_s), 0700));
    QFile content(file());
    QVERIFY(content.open(QFile::WriteOnly) && content.write("content") == 7);
    content.close();
    QVERIFY(setMode(file(), 0600));
}

void OwnFileTest::missing_isNotFound()
{
    for (const QString &name : {u"ours/missing"_s, u"missing/file"_s}) {
        const auto content = readOwnFile(path(name), 100);
        QCOMPARE(outcome(content), u"NotFound"_s);
        QCOMPARE(content.error().subject, path(name));
    }
}

void OwnFileTest::whatIsNoFile_isRefused()
{
    const QString pipe = path(u"ours/pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(outcome(readOwnFile(pipe, 100)), u"OwnFileNotRegular"_s);
    QCOMPARE(outcome(readOwnFile(path(u"ours"_s), 100)), u"OwnFileNotRegular"_s);
    const auto below = readOwnFile(file() + "/file"_L1, 100);
    QCOMPARE(outcome(below), u"FileUnreadable"_s);
    QCOMPARE(below.error().subject, file() + "/file"_L1);
}

void OwnFileTest::limit_countsBytes()
{
    QCOMPARE(readOwnFile(file(), 7).value(), "content"_ba);
    const auto refused = readOwnFile(file(), 6);
    QCOMPARE(outcome(refused), u"OwnFileTooLarge"_s);
    QCOMPARE(refused.error().subject, file());
}

void OwnFileTest::fileOthersMayRead_isMadePrivate_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("after");
    QTest::newRow("0600") << 0600 << 0600;
    QTest::newRow("0400") << 0400 << 0400;
    QTest::newRow("0640") << 0640 << 0600;
    QTest::newRow("0604") << 0604 << 0600;
    QTest::newRow("0755") << 0755 << 0700;
}

void OwnFileTest::fileOthersMayRead_isMadePrivate()
{
    QFETCH(const int, mode);
    QFETCH(const int, after);
    QVERIFY(setMode(file(), mode_t(mode)));
    QCOMPARE(readOwnFile(file(), 100).value(), "content"_ba);
    QCOMPARE(modeOf(file()), mode_t(after));
}

void OwnFileTest::fileOthersMayWrite_isNotBelieved_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("0620") << 0620;
    QTest::newRow("0602") << 0602;
    QTest::newRow("0666") << 0666;
}

// Not once: until somebody has looked and said so with chmod.
void OwnFileTest::fileOthersMayWrite_isNotBelieved()
{
    QFETCH(const int, mode);
    QVERIFY(setMode(file(), mode_t(mode)));
    for (int i = 0; i < 2; ++i) {
        const auto content = readOwnFile(file(), 100);
        QCOMPARE(outcome(content), u"FileWritableByOthers"_s);
        QCOMPARE(content.error().subject, file());
        QVERIFY(content.error().detail.contains(QString::number(mode, 8)));
        QCOMPARE(modeOf(file()), mode_t(mode));
    }
    QVERIFY(setMode(file(), 0600));
    QCOMPARE(outcome(readOwnFile(file(), 100)), u"ok"_s);
}

void OwnFileTest::folderOthersMayUse_isMadePrivate_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("after");
    QTest::newRow("0755") << 0755 << 0700;
    QTest::newRow("0770") << 0770 << 0700;
    QTest::newRow("0777") << 0777 << 0700;
    QTest::newRow("0500") << 0500 << 0500;
}

void OwnFileTest::folderOthersMayUse_isMadePrivate()
{
    QFETCH(const int, mode);
    QFETCH(const int, after);
    for (const QString &name : {file(), path(u"ours/missing"_s)}) {
        QVERIFY(setMode(path(u"ours"_s), mode_t(mode)));
        QCOMPARE(outcome(readOwnFile(name, 100)), name == file() ? u"ok"_s : u"NotFound"_s);
        QCOMPARE(modeOf(path(u"ours"_s)), mode_t(after));
    }
    QVERIFY(setMode(path(u"ours"_s), 0700)); // to be removed
}

// As root's /tmp is: nothing that is ours to close.
void OwnFileTest::placeForEverybody_isLeftAsItIs()
{
    QVERIFY(setMode(path(u"ours"_s), 01777));
    QCOMPARE(outcome(readOwnFile(file(), 100)), u"FileWritableByOthers"_s);
    QCOMPARE(modeOf(path(u"ours"_s)), mode_t(01777));
    QVERIFY(setMode(path(u"ours"_s), 0700)); // to be removed
}

// To a user, root is another one; to root, any user is.
void OwnFileTest::anotherUsersFile_isNotBelieved()
{
    const QString link = path(u"ours/link"_s);
    if (isRoot())
        QVERIFY(giveAway(file()));
    QVERIFY(QFile::link(isRoot() ? file() : u"/etc/passwd"_s, link));
    const auto content = readOwnFile(link, 1'000'000);
    QCOMPARE(outcome(content), u"FileOfAnotherUser"_s);
    QCOMPARE(content.error().subject, link);
}

void OwnFileTest::anotherUsersFolder_isNotBelieved()
{
    if (isRoot())
        QVERIFY(giveAway(path(u"ours"_s)));
    const QString folder = isRoot() ? path(u"ours"_s) : u"/etc"_s;
    const mode_t before = modeOf(folder);
    for (const QString &name : {u"/passwd"_s, u"/file"_s}) {
        const auto content = readOwnFile(folder + name, 1'000'000);
        QCOMPARE(outcome(content), u"FileOfAnotherUser"_s);
        QCOMPARE(content.error().subject, folder);
    }
    QCOMPARE(modeOf(folder), before);
}

void OwnFileTest::anotherUsersLink_isNotFollowed_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("target");
    QTest::newRow("to a file") << u"ours/link"_s << u"file"_s;
    QTest::newRow("to a folder") << u"link"_s << u"ours"_s;
}

void OwnFileTest::anotherUsersLink_isNotFollowed()
{
    QFETCH(const QString, link);
    QFETCH(const QString, target);
    if (!isRoot())
        QSKIP(needsRoot);
    QVERIFY(QFile::link(target, path(link)) && giveAway(path(link)));
    const QString name = target == "ours"_L1 ? path(link + "/file"_L1) : path(link);
    const auto content = readOwnFile(name, 100);
    QCOMPARE(outcome(content), u"FileOfAnotherUser"_s);
    QCOMPARE(content.error().subject, path(link));
}

void OwnFileTest::ownLinks_areFollowed()
{
    QVERIFY(QFile::link(u"ours"_s, path(u"folder"_s)));
    QVERIFY(QFile::link(u"file"_s, path(u"ours/link"_s)));
    QCOMPARE(readOwnFile(path(u"folder/link"_s), 100).value(), "content"_ba);
    QVERIFY(setMode(path(u"ours"_s), 0777) && setMode(file(), 0666));
    QCOMPARE(outcome(readOwnFile(path(u"folder/link"_s), 100)), u"FileWritableByOthers"_s);
    QCOMPARE(modeOf(path(u"ours"_s)), mode_t(0700));
}

HOURPASS_TEST(OwnFileTest, QCoreApplication)

} // namespace tst_ownfile

#include "tst_ownfile.moc"
