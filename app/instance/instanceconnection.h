// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "instance/instancemessage.h"

#include <QLocalSocket>
#include <QObject>

#include <memory>

namespace hourpass {

/// One connection of another start: reads one message, answers it, and ends. Never keeps more than
/// a message's bytes, and ends when its time is over.
class InstanceConnection final : public QObject
{
    Q_OBJECT

public:
    InstanceConnection(std::unique_ptr<QLocalSocket> socket, const Clock &clock,
                       Milliseconds patience);
    ~InstanceConnection() override;

    /// What has come already.
    void read();

Q_SIGNALS:
    /// It has been answered.
    void understood(const hourpass::InstanceMessage &message);
    /// Nothing more comes of it; understood() came before, or never will.
    void ended();

private:
    void answer(InstanceAnswer answer);

    std::unique_ptr<QLocalSocket> m_socket;
    DeadlineTimer m_timer;
    QByteArray m_bytes;
};

} // namespace hourpass
