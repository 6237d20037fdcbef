// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/terminationsignal.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace hourpass;

class TerminationSignalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signal_isReported_data();
    void signal_isReported();
    void signalsInARow_areAllReported();
    void destruction_restoresTheDefault();
};

void TerminationSignalTest::signal_isReported_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TerminationSignalTest::signal_isReported()
{
    QFETCH(int, number);
    const TerminationSignal termination;
    QSignalSpy received(&termination, &TerminationSignal::received);
    QCOMPARE(::raise(number), 0);
    QCOMPARE(received.size(), 0); // from the event loop, not from within the handler
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received.first().first().toInt(), number);
}

void TerminationSignalTest::signalsInARow_areAllReported()
{
    const TerminationSignal termination;
    QSignalSpy received(&termination, &TerminationSignal::received);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(::raise(SIGTERM), 0);
    QTRY_COMPARE(received.size(), 3);
}

void TerminationSignalTest::destruction_restoresTheDefault()
{
    {
        const TerminationSignal termination;
    }
    struct sigaction action {
    };
    QCOMPARE(::sigaction(SIGTERM, nullptr, &action), 0);
    QVERIFY(action.sa_handler == SIG_DFL);
}

QTEST_GUILESS_MAIN(TerminationSignalTest)
#include "tst_terminationsignal.moc"
