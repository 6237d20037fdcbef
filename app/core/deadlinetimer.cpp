// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/deadlinetimer.h"

#include <algorithm>

namespace hourpass {

namespace {

// How soon after a sleep it is noticed that the time is over. Longer for longer spans, so that
// an idle program is hardly ever woken.
Milliseconds lookInterval(Milliseconds span)
{
    return std::clamp(span / 10, Milliseconds(500), Milliseconds(10'000));
}

} // namespace

DeadlineTimer::DeadlineTimer(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    m_look.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeadlineTimer::fire);
    connect(&m_look, &QTimer::timeout, this, &DeadlineTimer::look);
}

void DeadlineTimer::start(Milliseconds span)
{
    m_deadline = m_clock().boot + span;
    m_timer.start(span);
    m_look.start(lookInterval(span));
}

void DeadlineTimer::stop()
{
    m_timer.stop();
    m_look.stop();
}

void DeadlineTimer::look()
{
    if (m_clock().boot >= m_deadline)
        fire();
}

void DeadlineTimer::fire()
{
    stop();
    Q_EMIT timeout();
}

} // namespace hourpass
