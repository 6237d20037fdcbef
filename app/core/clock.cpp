// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/clock.h"

#include <QtGlobal>

#if defined(Q_OS_WIN)
#include <realtimeapiset.h>
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <mach/mach_time.h>
#else
#include <ctime>
#endif

namespace hourpass {

namespace {

Milliseconds sinceBoot()
{
    using namespace std::chrono;
#if defined(Q_OS_WIN)
    ULONGLONG ticks = 0; // of 100 ns
    QueryInterruptTime(&ticks);
    return Milliseconds(ticks / 10'000);
#elif defined(Q_OS_MACOS)
    mach_timebase_info_data_t base{};
    mach_timebase_info(&base);
    return duration_cast<Milliseconds>(
        nanoseconds(mach_continuous_time() * base.numer / base.denom));
#else
    timespec now{};
#if defined(CLOCK_BOOTTIME)
    clock_gettime(CLOCK_BOOTTIME, &now);
#else
    clock_gettime(CLOCK_MONOTONIC, &now);
#endif
    return duration_cast<Milliseconds>(seconds(now.tv_sec) + nanoseconds(now.tv_nsec));
#endif
}

} // namespace

Instant systemNow()
{
    const auto utc = std::chrono::system_clock::now().time_since_epoch();
    return {sinceBoot(), std::chrono::duration_cast<Milliseconds>(utc)};
}

} // namespace hourpass
