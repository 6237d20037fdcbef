// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bus/busconversation.h"
#include "bus/bussocket.h"
#include "core/deadlinetimer.h"
#include "core/future.h"

#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <memory>

namespace hourpass {

/// Whether a message bus works, while the event loop runs. Qt connects to a bus by waiting for it,
/// without a limit (measured): one that is there and hangs, such as a socket of systemd whose
/// service has failed, would stop the program. So it is asked first, by all that Qt would wait for.
class BusProbe final : public QObject
{
    Q_OBJECT

public:
    explicit BusProbe(Milliseconds patience = Seconds(5));
    ~BusProbe() override;

    /// Once. Of an address of the form unix:path=…, and the first of several that is there. Errors:
    /// NotFound (no such bus, or another form), TimedOut.
    Future<void> ask(const QString &address);

private:
    void open();
    void listen();
    void onAnswer();
    void end(const Result<void> &result);

    Milliseconds m_patience;
    QList<QByteArray> m_names; ///< of sockets that have not refused yet
    BusSocket m_socket;
    BusConversation m_talk;
    std::unique_ptr<QSocketNotifier> m_notifier;
    DeadlineTimer m_deadline;
    QTimer m_again;
    Reporter<void> m_done;
};

} // namespace hourpass
