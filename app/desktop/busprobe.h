// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "core/future.h"

#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <memory>

namespace hourpass {

/// Whether a message bus answers at all. Qt connects to a bus by waiting for it, without a limit
/// (measured): one that is there and hangs, such as a socket of systemd whose service has failed,
/// would stop the program. So it is asked first, by the first words of the protocol.
class BusProbe final : public QObject
{
    Q_OBJECT

public:
    explicit BusProbe(Milliseconds patience = Seconds(5));
    ~BusProbe() override;

    /// Once. Of an address of the form unix:path=…, and the first one of several. Errors: NotFound
    /// (no such bus, or another form), TimedOut.
    Future<void> ask(const QString &address);

private:
    void onAnswer();
    void end(const Result<void> &result);

    Milliseconds m_patience;
    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    DeadlineTimer m_deadline;
    Reporter<void> m_done;
};

} // namespace hourpass
