// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace hourpass::test {

/// Looks 20 times a second whether the event loop turns, and keeps the longest pause.
class EventLoopWatch final
{
public:
    EventLoopWatch();
    qint64 longestPauseMs() const { return m_longest; }
    int turns() const { return m_turns; }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    qint64 m_longest = 0;
    int m_turns = 0;
};

} // namespace hourpass::test
