// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/eventloopwatch.h"

namespace hourpass::test {

EventLoopWatch::EventLoopWatch()
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        m_longest = std::max(m_longest, m_last.restart());
        ++m_turns;
    });
    m_last.start();
    m_timer.start(50);
}

} // namespace hourpass::test
