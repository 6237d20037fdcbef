// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instancecall.h"
#include "instance/instanceserver.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

namespace tst_instancecall {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;
using Outcome = InstanceCall::Outcome;

class InstanceCallTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void message_isAccepted();
    void hundredCalls_areAllAccepted();
    void noInstance_makesThisTheFirst();
    void instanceThatEnds_makesThisTheFirst();
    void instanceThatBegins_isWaitedFor();
    void droppedConnection_isTriedAgain();
    void otherVersion_isTold_data();
    void otherVersion_isTold();
    void silentInstance_endsAtTheDeadline();
    void fullQueue_endsAtTheDeadline();
    void noSocket_endsAtTheDeadline();
    void lockThatCannotBeHad_isAnError();

private:
    Future<Outcome> call(Milliseconds patience = 10s)
    {
        m_lock = std::make_unique<InstanceLock>(m_lockPath);
        m_call =
            std::make_unique<InstanceCall>(*m_lock, m_socketPath, m_message, systemNow, patience);
        return m_call->start();
    }
    void endsInTime(const Future<Outcome> &call);

    const InstanceMessage m_message{Verb::Copy, ProfileId::create(), {}};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_lockPath;
    QString m_socketPath;
    std::unique_ptr<InstanceLock> m_first;
    std::unique_ptr<InstanceLock> m_lock;
    std::unique_ptr<InstanceCall> m_call;
};

void InstanceCallTest::init()
{
    m_call.reset();
    m_lock.reset();
    m_first.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_lockPath = m_folder->filePath(u"lock"_s);
    m_socketPath = m_folder->filePath(u"socket"_s);
    m_first = std::make_unique<InstanceLock>(m_lockPath);
    QVERIFY(m_first->tryLock().value());
}

void InstanceCallTest::message_isAccepted()
{
    InstanceServer server(systemNow);
    QVERIFY(server.listen(m_socketPath));
    QSignalSpy received(&server, &InstanceServer::received);
    const auto answered = await(call());
    QVERIFY(answered == Outcome::Accepted);
    QCOMPARE(received.size(), 1);
    QCOMPARE(received.first().first().value<InstanceMessage>(), m_message);
}

// More than the server keeps at a time: whoever is dropped comes again, and none twice.
void InstanceCallTest::hundredCalls_areAllAccepted()
{
    InstanceServer server(systemNow, {.connections = 8});
    QVERIFY(server.listen(m_socketPath));
    QSet<QString> seen;
    int received = 0;
    connect(&server, &InstanceServer::received, &server, [&](const InstanceMessage &message) {
        seen.insert(message.profile.toString());
        ++received;
    });
    InstanceLock lock(m_lockPath);
    std::vector<std::unique_ptr<InstanceCall>> calls;
    std::vector<Future<Outcome>> outcomes;
    for (int i = 0; i < 100; ++i) {
        const InstanceMessage message{Verb::Copy, ProfileId::create(), {}};
        calls.push_back(
            std::make_unique<InstanceCall>(lock, m_socketPath, message, systemNow, 30s));
        outcomes.push_back(calls.back()->start());
    }
    for (const auto &outcome : outcomes)
        QVERIFY(await(outcome, 30'000) == Outcome::Accepted);
    QCOMPARE(received, 100);
    QCOMPARE(seen.size(), 100);
}

void InstanceCallTest::noInstance_makesThisTheFirst()
{
    m_first.reset();
    QVERIFY(await(call()) == Outcome::BecameFirst);
    InstanceLock another(m_lockPath);
    QVERIFY(!another.tryLock().value());
}

void InstanceCallTest::instanceThatEnds_makesThisTheFirst()
{
    InstanceServer server(systemNow);
    QVERIFY(server.listen(m_socketPath));
    server.close(); // as it does when it begins to quit
    const auto outcome = call();
    QVERIFY(!QTest::qWaitFor([&outcome] { return outcome.isFinished(); }, 200));
    m_first.reset();
    QVERIFY(await(outcome) == Outcome::BecameFirst);
}

void InstanceCallTest::instanceThatBegins_isWaitedFor()
{
    const auto outcome = call();
    QVERIFY(!QTest::qWaitFor([&outcome] { return outcome.isFinished(); }, 200));
    InstanceServer server(systemNow);
    QVERIFY(server.listen(m_socketPath));
    QVERIFY(await(outcome) == Outcome::Accepted);
}

void InstanceCallTest::droppedConnection_isTriedAgain()
{
    QLocalServer server;
    QVERIFY(server.listen(m_socketPath));
    int connections = 0;
    connect(&server, &QLocalServer::newConnection, &server, [&] {
        auto *socket = server.nextPendingConnection();
        if (++connections < 3)
            delete socket;
        else
            socket->write(encode(InstanceAnswer::Accepted));
    });
    QVERIFY(await(call()) == Outcome::Accepted);
    QCOMPARE(connections, 3);
}

void InstanceCallTest::otherVersion_isTold_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("refused") << encode(InstanceAnswer::NotUnderstood);
    QTest::newRow("another version") << "\x02\x01"_ba;
    QTest::newRow("something else") << QByteArray(100'000, 'x');
}

void InstanceCallTest::otherVersion_isTold()
{
    QFETCH(const QByteArray, answer);
    QLocalServer server;
    QVERIFY(server.listen(m_socketPath));
    connect(&server, &QLocalServer::newConnection, &server,
            [&] { server.nextPendingConnection()->write(answer); });
    QVERIFY(await(call()) == Outcome::NotUnderstood);
}

void InstanceCallTest::endsInTime(const Future<Outcome> &call)
{
    QElapsedTimer time;
    time.start();
    QCOMPARE(outcome(await(call)), u"TimedOut"_s);
    QVERIFY2(time.elapsed() >= 250, qPrintable(QString::number(time.elapsed())));
    QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
}

// As one that hangs: the system accepts for it, and nobody reads.
void InstanceCallTest::silentInstance_endsAtTheDeadline()
{
    QLocalServer server;
    QVERIFY(server.listen(m_socketPath));
    endsInTime(call(300ms));
}

void InstanceCallTest::fullQueue_endsAtTheDeadline()
{
    QLocalServer server;
    server.setListenBacklogSize(0);
    server.setMaxPendingConnections(0);
    QVERIFY(server.listen(m_socketPath));
    QLocalSocket before;
    before.connectToServer(m_socketPath);
    QCOMPARE(before.state(), QLocalSocket::ConnectedState);
    endsInTime(call(300ms));
}

void InstanceCallTest::noSocket_endsAtTheDeadline()
{
    endsInTime(call(300ms));
}

void InstanceCallTest::lockThatCannotBeHad_isAnError()
{
    m_lockPath = m_folder->filePath(u"missing/lock"_s);
    QCOMPARE(outcome(await(call())), u"WriteFailed"_s);
}

HOURPASS_TEST(InstanceCallTest, QCoreApplication)

} // namespace tst_instancecall

#include "tst_instancecall.moc"
