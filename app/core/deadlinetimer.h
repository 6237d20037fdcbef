// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QObject>
#include <QTimer>

namespace hourpass {

/// Fires once when a span of time is over on the boot clock. Qt's timers stand still while the
/// computer sleeps; this one fires soon after it wakes.
class DeadlineTimer final : public QObject
{
    Q_OBJECT

public:
    explicit DeadlineTimer(Clock clock, QObject *parent = nullptr);

    void start(Milliseconds span);
    void stop();
    bool isActive() const { return m_timer.isActive(); }
    /// On the boot clock; of the latest start().
    Milliseconds deadline() const { return m_deadline; }

Q_SIGNALS:
    void timeout();

private:
    void look();
    void fire();

    Clock m_clock;
    Milliseconds m_deadline{};
    QTimer m_timer;
    QTimer m_look;
};

} // namespace hourpass
