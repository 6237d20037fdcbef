// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instanceserver.h"
#include "rawclient.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <optional>
#include <vector>

namespace tst_instanceserver {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::outcome;
using test::RawClient;

const QByteArray accepted = encode(InstanceAnswer::Accepted);
const QByteArray notUnderstood = encode(InstanceAnswer::NotUnderstood);

class InstanceServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void message_isReceivedAndAnswered();
    void messageInPieces_isReceivedOnce();
    void whatIsNoMessage_isRefusedAndNotReceived_data();
    void whatIsNoMessage_isRefusedAndNotReceived();
    void silentConnection_endsAfterItsTime();
    void drippingConnection_endsAfterItsTime();
    void thousandSilentConnections_keepNobodyFromBeingHeard();
    void gigabyteMessage_isCutOff();
    void closingWhileReceiving_isInOrder();
    void afterClosing_nobodyIsHeard();
    void whateverIsInTheSocketsPlace_isReplaced_data();
    void whateverIsInTheSocketsPlace_isReplaced();
    void socket_isOfTheOwnerAlone();
    void folderMissing_isAnError();
    void deletedSocket_isMadeAnew();
    void deletedFolder_isMadeAnew();
    void deletedSocket_staysSoWhereAnotherIsFirst();
    void closedSocket_isNotMadeAnew();
    void otherUser_isNotHeard();

private:
    void listen(InstanceServer &server) { QCOMPARE(outcome(server.listen(m_path)), u"ok"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void InstanceServerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"socket"_s);
}

void InstanceServerTest::message_isReceivedAndAnswered()
{
    InstanceServer server(systemNow);
    listen(server);
    QSignalSpy received(&server, &InstanceServer::received);
    const InstanceMessage message{Verb::Copy, ProfileId::create(), "token"_ba};
    RawClient client(m_path);
    client.write(encode(message));
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received.first().first().value<InstanceMessage>(), message);
    QTRY_COMPARE(client.answer(), accepted);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(server.connections(), 0U);
}

void InstanceServerTest::messageInPieces_isReceivedOnce()
{
    InstanceServer server(systemNow);
    listen(server);
    QSignalSpy received(&server, &InstanceServer::received);
    RawClient client(m_path);
    const QByteArray bytes = encode({Verb::Copy, ProfileId::create(), "token"_ba});
    for (const char byte : bytes) {
        QCOMPARE(received.size(), 0);
        QCOMPARE(client.write({1, byte}), 1);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(received.size(), 1);
    QTRY_COMPARE(client.answer(), accepted);
}

void InstanceServerTest::whatIsNoMessage_isRefusedAndNotReceived_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << "quit\n"_ba;
    QTest::newRow("another version") << "\x02"_ba;
    QTest::newRow("unknown verb") << "\x01\x77"_ba;
    QTest::newRow("more behind it") << encode({Verb::Quit, {}, {}}) + "x";
    QTest::newRow("twice") << encode({Verb::Quit, {}, {}}) + encode({Verb::Quit, {}, {}});
    QTest::newRow("a megabyte") << QByteArray(1024 * 1024, '\x01');
}

void InstanceServerTest::whatIsNoMessage_isRefusedAndNotReceived()
{
    QFETCH(const QByteArray, bytes);
    InstanceServer server(systemNow);
    listen(server);
    QSignalSpy received(&server, &InstanceServer::received);
    RawClient client(m_path);
    QVERIFY(client.write(bytes) > 0);
    QTRY_COMPARE(client.answer(), notUnderstood);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(received.size(), 0);
    QCOMPARE(server.connections(), 0U);
}

void InstanceServerTest::silentConnection_endsAfterItsTime()
{
    InstanceServer server(systemNow, {.patience = 200ms});
    listen(server);
    QElapsedTimer time;
    time.start();
    RawClient client(m_path);
    QTRY_COMPARE(server.connections(), 1U);
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(time.elapsed() >= 180, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(server.connections(), 0U);
}

void InstanceServerTest::drippingConnection_endsAfterItsTime()
{
    InstanceServer server(systemNow, {.patience = 300ms});
    listen(server);
    QSignalSpy received(&server, &InstanceServer::received);
    RawClient client(m_path);
    const QByteArray bytes = encode({Verb::Copy, ProfileId::create(), QByteArray(128, 'a')});
    qsizetype sent = 0;
    QTimer drip;
    QObject::connect(&drip, &QTimer::timeout, &drip,
                     [&] { sent += qMax(qsizetype(0), client.write(bytes.sliced(sent, 1))); });
    drip.start(20ms);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(sent > 0 && sent < bytes.size());
    QCOMPARE(received.size(), 0);
}

void InstanceServerTest::thousandSilentConnections_keepNobodyFromBeingHeard()
{
    rlimit files{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = files.rlim_max;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &files), 0);
    const InstanceServer::Limits limits;
    InstanceServer server(systemNow, {.patience = 60s});
    listen(server);
    QSignalSpy received(&server, &InstanceServer::received);
    std::vector<RawClient> crowd;
    while (crowd.size() < 1000) {
        RawClient client(m_path);
        if (client.isConnected())
            crowd.push_back(std::move(client));
        else
            QCoreApplication::processEvents(); // as many wait as can
        QVERIFY(server.connections() <= limits.connections);
    }
    QTRY_COMPARE(server.connections(), limits.connections);

    QElapsedTimer time;
    time.start();
    std::optional<RawClient> client(m_path);
    while (!client->isConnected() && time.elapsed() < 5'000) {
        QCoreApplication::processEvents();
        client.emplace(m_path); // as InstanceCall does
    }
    client->write(encode({Verb::Activate, {}, {}}));
    QTRY_COMPARE(client->answer(), accepted);
    QCOMPARE(received.size(), 1);
    QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
}

void InstanceServerTest::gigabyteMessage_isCutOff()
{
    InstanceServer server(systemNow);
    listen(server);
    QSignalSpy received(&server, &InstanceServer::received);
    RawClient client(m_path);
    const QByteArray piece(256 * 1024, '\x01');
    constexpr qsizetype gigabyte = 1024 * 1024 * 1024;
    qsizetype sent = 0;
    QElapsedTimer time;
    time.start();
    for (qsizetype more = 0; more >= 0 && sent < gigabyte && time.elapsed() < 10'000;) {
        more = client.write(piece);
        sent += qMax(qsizetype(0), more);
        QCoreApplication::processEvents();
    }
    // What the system keeps for a socket, and no more.
    QVERIFY2(sent < 4 * 1024 * 1024, qPrintable(QString::number(sent)));
    QVERIFY(client.write(piece) < 0);
    QCOMPARE(received.size(), 0);
    QCOMPARE(server.connections(), 0U);
}

void InstanceServerTest::closingWhileReceiving_isInOrder()
{
    InstanceServer server(systemNow);
    listen(server);
    connect(&server, &InstanceServer::received, &server, [&server] { server.close(); });
    RawClient silent(m_path);
    RawClient client(m_path);
    client.write(encode({Verb::Quit, {}, {}}));
    QTRY_COMPARE(client.answer(), accepted);
    QTRY_VERIFY(silent.isClosed());
    QCOMPARE(server.connections(), 0U);
}

void InstanceServerTest::afterClosing_nobodyIsHeard()
{
    InstanceServer server(systemNow);
    listen(server);
    server.close();
    QVERIFY(!RawClient(m_path).isConnected());
    QVERIFY(!QFile::exists(m_path));
}

void InstanceServerTest::whateverIsInTheSocketsPlace_isReplaced_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("file") << u"file"_s;
    QTest::newRow("link") << u"link"_s;
    QTest::newRow("socket of a killed process") << u"socket"_s;
}

void InstanceServerTest::whateverIsInTheSocketsPlace_isReplaced()
{
    QFETCH(const QString, what);
    const QString target = m_folder->filePath(u"target"_s);
    QFile file(what == "link"_L1 ? target : m_path);
    if (what == "socket"_L1) {
        const pid_t child = ::fork();
        if (child == 0) {
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            const QByteArray name = QFile::encodeName(m_path);
            std::copy(name.begin(), name.end(), address.sun_path);
            const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
            ::_exit(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address));
        }
        QCOMPARE(::waitpid(child, nullptr, 0), child);
    } else {
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("precious");
        file.close();
    }
    if (what == "link"_L1)
        QVERIFY(QFile::link(target, m_path));
    QVERIFY(QFile::exists(m_path));

    InstanceServer server(systemNow);
    listen(server);
    RawClient client(m_path);
    QVERIFY(client.isConnected());
    QCOMPARE(QFile::exists(target), what == "link"_L1);
}

void InstanceServerTest::socket_isOfTheOwnerAlone()
{
    const mode_t before = ::umask(0);
    InstanceServer server(systemNow);
    listen(server);
    ::umask(before);
    struct stat status {
    };
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 077, 0U);
}

void InstanceServerTest::folderMissing_isAnError()
{
    InstanceServer server(systemNow);
    QCOMPARE(outcome(server.listen(m_folder->filePath(u"missing/socket"_s))), u"WriteFailed"_s);
}

void InstanceServerTest::deletedSocket_isMadeAnew()
{
    InstanceServer server(systemNow);
    listen(server);
    QSignalSpy received(&server, &InstanceServer::received);
    for (int times = 1; times <= 3; ++times) {
        QVERIFY(QFile::remove(m_path));
        QTRY_VERIFY(QFile::exists(m_path));
        RawClient client(m_path);
        client.write(encode({Verb::Activate, {}, {}}));
        QTRY_COMPARE(received.size(), times);
        QTRY_COMPARE(client.answer(), accepted);
    }
}

void InstanceServerTest::deletedFolder_isMadeAnew()
{
    const QString folder = m_folder->filePath(u"own"_s);
    const QString path = folder + "/socket"_L1;
    QVERIFY(QDir().mkdir(folder));
    InstanceServer server(systemNow);
    QCOMPARE(outcome(server.listen(path, [folder] { return QDir().mkpath(folder); })), u"ok"_s);
    for (int times = 0; times < 2; ++times) { // the new folder is watched, too
        QVERIFY(QDir(folder).removeRecursively());
        QTRY_VERIFY(QFile::exists(path));
        QVERIFY(RawClient(path).isConnected());
    }
}

void InstanceServerTest::deletedSocket_staysSoWhereAnotherIsFirst()
{
    InstanceServer server(systemNow);
    int asked = 0;
    QCOMPARE(outcome(server.listen(m_path, [&asked] { return ++asked < 0; })), u"ok"_s);
    QVERIFY(QFile::remove(m_path));
    QTRY_VERIFY(asked > 0);
    QVERIFY(!QFile::exists(m_path));
}

void InstanceServerTest::closedSocket_isNotMadeAnew()
{
    InstanceServer server(systemNow);
    bool wasAsked = false;
    QCOMPARE(outcome(server.listen(m_path, [&wasAsked] { return wasAsked = true; })), u"ok"_s);
    server.close();
    QVERIFY(!QFile::exists(m_path));
    QFile seen(m_folder->filePath(u"other"_s)); // another watcher tells when a change is known
    QFileSystemWatcher watcher({m_folder->path()});
    QSignalSpy changed(&watcher, &QFileSystemWatcher::directoryChanged);
    QVERIFY(seen.open(QFile::WriteOnly));
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(!wasAsked);
    QVERIFY(!QFile::exists(m_path));
}

// Should folder and socket ever let another user in: the number of the user still counts.
void InstanceServerTest::otherUser_isNotHeard()
{
    InstanceServer server(systemNow);
    listen(server);
    QSignalSpy received(&server, &InstanceServer::received);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0711), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), 0777), 0);
    const bool isRoot = ::geteuid() == 0; // else it cannot be another user, and is heard
    const QByteArray bytes = encode({Verb::Quit, {}, {}});
    const pid_t child = ::fork();
    if (child == 0) {
        if (isRoot && ::setresuid(65534, 65534, 65534) != 0)
            ::_exit(100);
        RawClient client(m_path);
        if (!client.isConnected())
            ::_exit(101);
        client.write(bytes);
        for (int i = 0; i < 500 && !client.isClosed(); ++i)
            ::usleep(10'000);
        ::_exit(int(client.answer().size()));
    }
    int status = 0;
    QVERIFY(QTest::qWaitFor([&] { return ::waitpid(child, &status, WNOHANG) == child; }, 10'000));
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), isRoot ? 0 : int(answerSize));
    QCOMPARE(received.size(), isRoot ? 0 : 1);
}

HOURPASS_TEST(InstanceServerTest, QCoreApplication)

} // namespace tst_instanceserver

#include "tst_instanceserver.moc"
