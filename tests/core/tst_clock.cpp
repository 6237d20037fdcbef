// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/clock.h"

#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

#include <ctime>

namespace tst_clock {

using namespace hourpass;
using namespace std::chrono_literals;

class ClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boot_neverGoesBack();
    void boot_goesAtTheSpeedOfTime();
    void boot_countsSuspend();
    void utc_isTheComputersClock();
};

void ClockTest::boot_neverGoesBack()
{
    Instant before = systemNow();
    QVERIFY(before.boot > 0ms);
    for (int i = 0; i < 10'000; ++i) {
        const Instant now = systemNow();
        QVERIFY(now.boot >= before.boot);
        before = now;
    }
}

void ClockTest::boot_goesAtTheSpeedOfTime()
{
    QElapsedTimer timer;
    timer.start();
    const Instant start = systemNow();
    QTRY_VERIFY(systemNow().boot - start.boot >= 50ms);
    QVERIFY(timer.elapsed() >= 49);
}

void ClockTest::boot_countsSuspend()
{
#if defined(CLOCK_BOOTTIME)
    timespec now{};
    QCOMPARE(clock_gettime(CLOCK_BOOTTIME, &now), 0);
    const auto boot = std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
    QVERIFY(std::chrono::abs(systemNow().boot - boot) < 1s);
#else
    QVERIFY(systemNow().boot > 0ms);
#endif
}

void ClockTest::utc_isTheComputersClock()
{
    QVERIFY(std::chrono::abs(systemNow().utc - std::chrono::seconds(std::time(nullptr))) < 2s);
}

HOURPASS_TEST(ClockTest, QCoreApplication)

} // namespace tst_clock

#include "tst_clock.moc"
