// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/deadlinetimer.h"

#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_deadlinetimer {

using namespace hourpass;
using namespace std::chrono_literals;

class DeadlineTimerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void span_isWaitedFor();
    void sleep_countsToo();
    void wallClock_doesNotCount();
    void stopped_neverFires();
    void started_again_beginsAnew();
};

void DeadlineTimerTest::span_isWaitedFor()
{
    test::ManualClock clock;
    DeadlineTimer timer(clock.clock());
    QSignalSpy fired(&timer, &DeadlineTimer::timeout);
    timer.start(20ms);
    QVERIFY(timer.isActive());
    QCOMPARE(timer.deadline(), clock.now().boot + 20ms);
    QTRY_COMPARE(fired.size(), 1);
    QVERIFY(!timer.isActive());
}

void DeadlineTimerTest::sleep_countsToo()
{
    test::ManualClock clock;
    DeadlineTimer timer(clock.clock());
    QSignalSpy fired(&timer, &DeadlineTimer::timeout);
    timer.start(30s);
    clock.advance(2h);
    QTRY_COMPARE(fired.size(), 1);
    QVERIFY(!timer.isActive());
}

void DeadlineTimerTest::wallClock_doesNotCount()
{
    test::ManualClock clock;
    DeadlineTimer timer(clock.clock());
    QSignalSpy fired(&timer, &DeadlineTimer::timeout);
    timer.start(1s); // looks at the clock twice meanwhile
    clock.changeWallClock(24h);
    QVERIFY(!fired.wait(800));
    QTRY_COMPARE(fired.size(), 1);
}

void DeadlineTimerTest::stopped_neverFires()
{
    test::ManualClock clock;
    DeadlineTimer timer(clock.clock());
    QSignalSpy fired(&timer, &DeadlineTimer::timeout);
    timer.start(1ms);
    timer.stop();
    clock.advance(1h);
    QVERIFY(!fired.wait(100));
    QVERIFY(!timer.isActive());
}

void DeadlineTimerTest::started_again_beginsAnew()
{
    test::ManualClock clock;
    DeadlineTimer timer(clock.clock());
    QSignalSpy fired(&timer, &DeadlineTimer::timeout);
    timer.start(30s);
    timer.start(5ms);
    QTRY_COMPARE(fired.size(), 1);
    QVERIFY(!fired.wait(50));
}

HOURPASS_TEST(DeadlineTimerTest, QCoreApplication)

} // namespace tst_deadlinetimer

#include "tst_deadlinetimer.moc"
