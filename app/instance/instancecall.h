// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "core/future.h"
#include "instance/instancelock.h"
#include "instance/instancemessage.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QLocalSocket;

namespace hourpass {

/// Brings one message to the instance that runs. Tries again until it is answered: that instance
/// may only just have begun, or be about to end, which makes this process the first one.
class InstanceCall final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Accepted,
        NotUnderstood,
        BecameFirst, ///< nobody else runs any more, and we have the lock
    };

    /// Quitting may wait for a key that is being saved; this waits longer.
    static constexpr Milliseconds usualPatience{5000};

    /// The lock must outlive this.
    InstanceCall(InstanceLock &lock, QString socketName, const InstanceMessage &message,
                 const Clock &clock, Milliseconds patience = usualPatience);
    ~InstanceCall() override;

    /// Once. Errors: TimedOut, and InstanceLock's.
    Future<Outcome> start();

private:
    void attempt();
    void onConnected();
    void onReadyRead();
    void attemptLater();

    InstanceLock &m_lock;
    QString m_socketName;
    QByteArray m_message;
    Milliseconds m_patience;
    Reporter<Outcome> m_done;
    std::unique_ptr<QLocalSocket> m_socket;
    QTimer m_retry;
    DeadlineTimer m_deadline;
};

} // namespace hourpass
