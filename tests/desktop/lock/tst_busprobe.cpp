// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/lock/busprobe.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace tst_busprobe {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;

/// A socket at which so many wait to be let in that nobody else may even wait.
class FullQueue final
{
public:
    explicit FullQueue(QString path)
        : m_path(std::move(path))
    {
        const QByteArray name = QFile::encodeName(m_path);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(name.begin(), name.end(), address.sun_path);
        const auto *any = reinterpret_cast<const sockaddr *>(&address);
        m_listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (::bind(m_listener, any, sizeof address) != 0 || ::listen(m_listener, 0) != 0)
            return;
        while (!m_isFull && m_waiting.size() < 100) {
            m_waiting.push_back(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
            m_isFull = ::connect(m_waiting.back(), any, sizeof address) != 0 && errno == EAGAIN;
        }
    }
    ~FullQueue() { hangUp(); }
    Q_DISABLE_COPY_MOVE(FullQueue)

    bool isFull() const { return m_isFull; }
    QString path() const { return m_path; }
    void hangUp()
    {
        for (const int fd : std::exchange(m_waiting, {}))
            ::close(fd);
        if (const int fd = std::exchange(m_listener, -1); fd >= 0)
            ::close(fd);
    }

private:
    QString m_path;
    int m_listener = -1;
    bool m_isFull = false;
    std::vector<int> m_waiting;
};

class BusProbeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realBus_answers_data();
    void realBus_answers();
    void silentBus_isGivenUp_data();
    void silentBus_isGivenUp();
    void busWithoutRoom_isGivenUp();
    void busWithoutRoom_isTriedAgain();
    void busThatHangsUp_isNone();
    void whatIsNoBus_isNoneAtOnce_data();
    void whatIsNoBus_isNoneAtOnce();
    void endWhileAsking_isCancelled();
};

void BusProbeTest::realBus_answers_data()
{
    QTest::addColumn<QString>("address");
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    QVERIFY(address.startsWith("unix:path="_L1));
    const QString plain = address.section(u',', 0, 0);
    QTest::newRow("plain") << plain;
    QTest::newRow("with a guid") << plain + ",guid=0123456789abcdef0123456789abcdef"_L1;
    QTest::newRow("the first of two") << plain + ";unix:path=/nowhere"_L1;
}

void BusProbeTest::realBus_answers()
{
    QFETCH(const QString, address);
    BusProbe probe;
    QCOMPARE(outcome(await(probe.ask(address))), u"ok"_s);
}

void BusProbeTest::silentBus_isGivenUp_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("says nothing") << QByteArray();
    QTest::newRow("half of its first line") << "OK 01"_ba;
    QTest::newRow("logs in, and no more") << "OK 0123456789abcdef0123456789abcdef\r\n"_ba;
}

void BusProbeTest::silentBus_isGivenUp()
{
    QFETCH(const QByteArray, said);
    QTemporaryDir folder;
    QLocalServer silent;
    QVERIFY(silent.listen(folder.filePath(u"bus"_s)));
    connect(&silent, &QLocalServer::newConnection, &silent,
            [&silent, said] { silent.nextPendingConnection()->write(said); });
    BusProbe probe(300ms);
    QElapsedTimer time;
    time.start();
    QCOMPARE(outcome(await(probe.ask("unix:path="_L1 + silent.fullServerName()))), u"TimedOut"_s);
    QVERIFY2(time.elapsed() >= 270, qPrintable(QString::number(time.elapsed())));
}

void BusProbeTest::busWithoutRoom_isGivenUp()
{
    QTemporaryDir folder;
    FullQueue queue(folder.filePath(u"bus"_s));
    QVERIFY(queue.isFull());
    BusProbe probe(300ms);
    QCOMPARE(outcome(await(probe.ask("unix:path="_L1 + queue.path()))), u"TimedOut"_s);
}

void BusProbeTest::busWithoutRoom_isTriedAgain()
{
    QTemporaryDir folder;
    FullQueue queue(folder.filePath(u"bus"_s));
    QVERIFY(queue.isFull());
    BusProbe probe;
    const auto answered = probe.ask("unix:path="_L1 + queue.path());
    QVERIFY(!answered.isFinished());
    queue.hangUp(); // on all who wait, and whoever comes next
    QCOMPARE(outcome(await(answered)), u"NotFound"_s);
}

void BusProbeTest::busThatHangsUp_isNone()
{
    QTemporaryDir folder;
    QLocalServer rude;
    QVERIFY(rude.listen(folder.filePath(u"bus"_s)));
    connect(&rude, &QLocalServer::newConnection, &rude,
            [&rude] { delete rude.nextPendingConnection(); });
    BusProbe probe;
    QCOMPARE(outcome(await(probe.ask("unix:path="_L1 + rude.fullServerName()))), u"NotFound"_s);
}

void BusProbeTest::whatIsNoBus_isNoneAtOnce_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("empty") << QString();
    QTest::newRow("disabled") << u"disabled:"_s;
    QTest::newRow("nothing there") << u"unix:path=/nowhere/bus"_s;
    QTest::newRow("no path") << u"unix:path="_s;
    QTest::newRow("path too long") << "unix:path=/"_L1 + QString(200, u'x');
    QTest::newRow("a folder") << u"unix:path=/tmp"_s;
    QTest::newRow("another form") << u"tcp:host=localhost,port=1"_s;
}

void BusProbeTest::whatIsNoBus_isNoneAtOnce()
{
    QFETCH(const QString, address);
    BusProbe probe;
    const auto answered = probe.ask(address);
    QVERIFY(answered.isFinished());
    QCOMPARE(outcome(answered.result()), u"NotFound"_s);
}

void BusProbeTest::endWhileAsking_isCancelled()
{
    QTemporaryDir folder;
    QLocalServer silent;
    QVERIFY(silent.listen(folder.filePath(u"bus"_s)));
    Future<void> answered;
    {
        BusProbe probe;
        answered = probe.ask("unix:path="_L1 + silent.fullServerName());
        QVERIFY(!answered.isFinished());
    }
    QCOMPARE(outcome(await(answered)), u"Cancelled"_s);
}

HOURPASS_TEST(BusProbeTest, QCoreApplication)

} // namespace tst_busprobe

#include "tst_busprobe.moc"
