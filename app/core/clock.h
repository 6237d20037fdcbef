// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>

namespace hourpass {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;

/// One reading of time. Deadlines are kept in `boot`, which no clock change moves and which goes
/// on during suspend; `utc` may be wrong and may jump.
struct Instant {
    Milliseconds boot{}; ///< since an arbitrary moment, suspend included
    Milliseconds utc{};  ///< since 1970, by this computer's clock

    bool operator==(const Instant &) const = default;
};

/// Time is passed in, so that a test can hold it.
using Clock = std::function<Instant()>;

/// CLOCK_BOOTTIME on Linux, mach_continuous_time on macOS, QueryInterruptTime on Windows.
Instant systemNow();

} // namespace hourpass
