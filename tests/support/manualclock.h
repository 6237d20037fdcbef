// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

namespace hourpass::test {

/// Time that stands still until a test moves it. Must outlive the clocks that it hands out.
class ManualClock final
{
public:
    ManualClock() = default;
    explicit ManualClock(Instant start)
        : m_now(start)
    {
    }
    ManualClock(ManualClock &&) = delete;

    Clock clock()
    {
        return [this] { return m_now; };
    }
    Instant now() const { return m_now; }
    /// Time goes by, asleep or awake.
    void advance(Milliseconds by)
    {
        m_now.boot += by;
        m_now.utc += by;
    }
    /// Somebody sets the computer's clock.
    void changeWallClock(Milliseconds by) { m_now.utc += by; }

private:
    Instant m_now{Milliseconds(1'000'000), Seconds(1'767'225'600)};
};

} // namespace hourpass::test
