// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/busprobe.h"

#include "support/outcome.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;

class BusProbeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realBus_answers_data();
    void realBus_answers();
    void silentBus_isGivenUp();
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

void BusProbeTest::silentBus_isGivenUp()
{
    QTemporaryDir folder;
    QLocalServer silent;
    QVERIFY(silent.listen(folder.filePath(u"bus"_s)));
    BusProbe probe(300ms);
    QElapsedTimer time;
    time.start();
    QCOMPARE(outcome(await(probe.ask("unix:path="_L1 + silent.fullServerName()))), u"TimedOut"_s);
    QVERIFY2(time.elapsed() >= 270, qPrintable(QString::number(time.elapsed())));
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

QTEST_GUILESS_MAIN(BusProbeTest)
#include "tst_busprobe.moc"
