// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instanceplace.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_instanceplace {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

constexpr uid_t somebodyElse = 65534;

int modeOf(const QString &path)
{
    struct stat status {
    };
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777)
                                                                      : -1;
}

void setMode(const QString &path, mode_t mode)
{
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void makeSocket(const QString &path)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    QVERIFY(size_t(name.size()) < sizeof address.sun_path);
    std::copy(name.begin(), name.end(), address.sun_path);
    QCOMPARE(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ::close(fd);
}

/// Each test has a runtime folder as a login makes it, and a state folder.
class InstancePlaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void runtimeFolder_isUsed();
    void stateFolder_isUsedWithoutRuntimeFolder();
    void folders_areOfTheOwnerAlone();
    void secondLook_findsTheSamePlace();
    void runtimeFolderOfOthers_isNotUsed();
    void runtimeFolderOpenToOthers_isNotUsed_data();
    void runtimeFolderOpenToOthers_isNotUsed();
    void runtimeFolderBehindALink_isNotUsed_data();
    void runtimeFolderBehindALink_isNotUsed();
    void relativeRuntimeFolder_isNotUsed();
    void wrongModeOfOwnFolder_isPutRight();
    void linkInPlaceOfOwnFolder_isNotFollowed();
    void fileInPlaceOfOwnFolder_isLeftAlone();
    void whatIsInTheLocksPlace_goes_data();
    void whatIsInTheLocksPlace_goes();
    void lockAndSocketOfOurs_stay();
    void whatCannotBeTakenAway_makesThePlaceUnusable();
    void foreignLock_goes();
    void pathTooLongForASocket_isNotUsed();
    void noPlaceAtAll_isAnError();

private:
    Result<InstancePlace> find() { return findInstancePlace(m_runtime, m_state); }
    InstancePlace inRuntimeFolder() const
    {
        return {m_runtime + "/hourpass/lock"_L1, m_runtime + "/hourpass/socket"_L1};
    }
    InstancePlace inStateFolder() const
    {
        return {m_state + "/run/lock"_L1, m_state + "/run/socket"_L1};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_runtime;
    QString m_state;
};

void InstancePlaceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_runtime = m_folder->filePath(u"runtime"_s);
    m_state = m_folder->filePath(u"state/hourpass"_s);
    QVERIFY(QDir().mkdir(m_runtime));
    setMode(m_runtime, 0700);
}

void InstancePlaceTest::cleanup()
{
    m_folder.reset();
}

void InstancePlaceTest::runtimeFolder_isUsed()
{
    QCOMPARE(find().value(), inRuntimeFolder());
    QVERIFY(!QFile::exists(m_state));
}

void InstancePlaceTest::stateFolder_isUsedWithoutRuntimeFolder()
{
    QCOMPARE(findInstancePlace({}, m_state).value(), inStateFolder());
    QCOMPARE(findInstancePlace(m_folder->filePath(u"missing"_s), m_state).value(), inStateFolder());
}

void InstancePlaceTest::folders_areOfTheOwnerAlone()
{
    const mode_t before = ::umask(0);
    QVERIFY(find());
    QVERIFY(findInstancePlace({}, m_state));
    ::umask(before);
    QCOMPARE(modeOf(m_runtime + "/hourpass"_L1), 0700);
    QCOMPARE(modeOf(m_state + "/run"_L1), 0700);
    QCOMPARE(modeOf(m_state), 0700);
}

void InstancePlaceTest::secondLook_findsTheSamePlace()
{
    const auto first = find();
    QVERIFY(first);
    QCOMPARE(find().value(), *first);
}

void InstancePlaceTest::runtimeFolderOfOthers_isNotUsed()
{
    if (::geteuid() == 0)
        QCOMPARE(::chown(QFile::encodeName(m_runtime).constData(), somebodyElse, somebodyElse), 0);
    else
        m_runtime = u"/"_s; // root's
    QCOMPARE(find().value(), inStateFolder());
}

void InstancePlaceTest::runtimeFolderOpenToOthers_isNotUsed_data()
{
    QTest::addColumn<int>("mode");
    for (const int mode : {0755, 0770, 0701, 0777, 01777})
        QTest::addRow("%o", mode) << mode;
}

void InstancePlaceTest::runtimeFolderOpenToOthers_isNotUsed()
{
    QFETCH(const int, mode);
    setMode(m_runtime, mode_t(mode));
    QCOMPARE(find().value(), inStateFolder());
    QVERIFY(!QFile::exists(m_runtime + "/hourpass"_L1));
}

void InstancePlaceTest::runtimeFolderBehindALink_isNotUsed_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("plain") << QString();
    QTest::newRow("with a slash") << u"/"_s;
}

void InstancePlaceTest::runtimeFolderBehindALink_isNotUsed()
{
    QFETCH(const QString, ending);
    const QString link = m_folder->filePath(u"link"_s);
    QVERIFY(QFile::link(m_runtime, link));
    QCOMPARE(findInstancePlace(link + ending, m_state).value(), inStateFolder());
}

void InstancePlaceTest::relativeRuntimeFolder_isNotUsed()
{
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto place = findInstancePlace(u"runtime"_s, m_state);
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(place.value(), inStateFolder());
}

void InstancePlaceTest::wrongModeOfOwnFolder_isPutRight()
{
    QVERIFY(QDir().mkdir(m_runtime + "/hourpass"_L1));
    for (const mode_t mode : {0777, 0755, 0500, 0}) {
        setMode(m_runtime + "/hourpass"_L1, mode);
        // Without a right to read it, only root can open it to put it right.
        const bool isReachable = (mode & 0400) != 0 || ::geteuid() == 0;
        QCOMPARE(find().value(), isReachable ? inRuntimeFolder() : inStateFolder());
        if (isReachable)
            QCOMPARE(modeOf(m_runtime + "/hourpass"_L1), 0700);
    }
}

void InstancePlaceTest::linkInPlaceOfOwnFolder_isNotFollowed()
{
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(QDir().mkdir(elsewhere));
    setMode(elsewhere, 0755);
    QVERIFY(QFile::link(elsewhere, m_runtime + "/hourpass"_L1));
    QCOMPARE(find().value(), inStateFolder());
    QCOMPARE(modeOf(elsewhere), 0755);
}

void InstancePlaceTest::fileInPlaceOfOwnFolder_isLeftAlone()
{
    write(m_runtime + "/hourpass"_L1, "precious");
    QCOMPARE(find().value(), inStateFolder());
    QVERIFY(QFile::exists(m_runtime + "/hourpass"_L1));
}

void InstancePlaceTest::whatIsInTheLocksPlace_goes_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind :
         {"link", "dangling link", "pipe", "folder", "socket for lock", "file for socket"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void InstancePlaceTest::whatIsInTheLocksPlace_goes()
{
    QFETCH(const QString, kind);
    const InstancePlace place = find().value();
    const QString squatted = kind == "file for socket"_L1 ? place.socketName : place.lockFile;
    const QString target = m_folder->filePath(u"target"_s);
    if (kind.endsWith("link"_L1)) {
        if (!kind.startsWith("dangling"_L1))
            write(target, "precious");
        QVERIFY(QFile::link(target, squatted));
    } else if (kind == "pipe"_L1) {
        QCOMPARE(::mkfifo(QFile::encodeName(squatted).constData(), 0600), 0);
    } else if (kind == "folder"_L1) {
        QVERIFY(QDir().mkdir(squatted));
    } else if (kind == "socket for lock"_L1) {
        makeSocket(squatted);
    } else {
        write(squatted, "x");
    }
    QVERIFY(modeOf(squatted) >= 0);
    QCOMPARE(find().value(), place);
    QCOMPARE(modeOf(squatted), -1);
    QCOMPARE(QFile::exists(target), kind == "link"_L1);
}

void InstancePlaceTest::lockAndSocketOfOurs_stay()
{
    const InstancePlace place = find().value();
    write(place.lockFile, "x");
    makeSocket(place.socketName);
    QCOMPARE(find().value(), place);
    QVERIFY(modeOf(place.lockFile) >= 0);
    QVERIFY(modeOf(place.socketName) >= 0);
}

void InstancePlaceTest::whatCannotBeTakenAway_makesThePlaceUnusable()
{
    const InstancePlace place = find().value();
    QVERIFY(QDir().mkpath(place.socketName + "/full"_L1));
    QCOMPARE(find().value(), inStateFolder());
}

void InstancePlaceTest::foreignLock_goes()
{
    const InstancePlace place = find().value();
    write(place.lockFile, "x");
    makeSocket(place.socketName);
    for (const QString &path : {place.lockFile, place.socketName}) {
        // Only root can make it another's; for others this shows at least that ours is no such.
        if (::geteuid() == 0)
            QCOMPARE(::chown(QFile::encodeName(path).constData(), somebodyElse, somebodyElse), 0);
        QCOMPARE(find().value(), place);
        QCOMPARE(modeOf(path) >= 0, ::geteuid() != 0);
    }
}

void InstancePlaceTest::pathTooLongForASocket_isNotUsed()
{
    const QString deep = m_runtime + u'/' + QString(90, u'x');
    QVERIFY(QDir().mkdir(deep));
    setMode(deep, 0700);
    QCOMPARE(findInstancePlace(deep, m_state).value(), inStateFolder());
}

void InstancePlaceTest::noPlaceAtAll_isAnError()
{
    QVERIFY(QDir().mkdir(m_folder->filePath(u"state"_s)));
    write(m_state, "in the way");
    QCOMPARE(outcome(findInstancePlace({}, m_state)), u"WriteFailed"_s);
    const QString deep = m_folder->filePath(QString(100, u'x'));
    const auto place = findInstancePlace({}, deep);
    QCOMPARE(outcome(place), u"WriteFailed"_s);
    QCOMPARE(place.error().detail, u"the path is too long for a socket"_s);
}

HOURPASS_TEST(InstancePlaceTest, hourpass::test::NoApplication)

} // namespace tst_instanceplace

#include "tst_instanceplace.moc"
