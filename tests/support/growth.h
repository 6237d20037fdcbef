// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>

namespace hourpass::test {

/// What is to be done for that many; making it ready does not count.
using Work = std::function<std::function<void()>(int)>;

/// What comes of eight times as many: about eight where each is looked at once, about sixty-four
/// where each is compared with each. Between the two, and far from both:
inline constexpr double growthAtMost = 24;

/// How many times as much processor time eight times as many take. This thread's own time, and the
/// best of several runs: other programs, and the speed of the machine, do not count.
inline double growth(const Work &work, int few)
{
    const auto cost = [&work](int count) {
        double best = std::numeric_limits<double>::max();
        for (int run = 0; run < 5; ++run) {
            const auto ready = work(count);
            timespec before{};
            timespec after{};
            ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
            ready();
            ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
            best = std::min(best,
                            double(after.tv_sec - before.tv_sec)
                                + 1e-9 * double(after.tv_nsec - before.tv_nsec));
        }
        return best;
    };
    return cost(8 * few) / std::max(cost(few), 1e-6);
}

} // namespace hourpass::test
