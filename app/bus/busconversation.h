// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bus/busmessage.h"

#include <QHash>

namespace hourpass {

/// What is said to a message bus to find out whether it works: the login, the greeting, a question
/// to the bus itself, and then questions to programs on it. Bytes in, bytes out; whoever owns the
/// socket carries them.
class BusConversation final
{
public:
    enum class Phase {
        LoggingIn,
        Greeting, ///< asks the bus for a name, and something else: some answer the first alone
        Open,     ///< the bus works
        Failed,   ///< what came is not what a bus says, or it refuses this user
    };

    /// The bytes that begin it.
    static QByteArray beginning();
    /// What came; what is to be sent for it.
    QByteArray take(QByteArrayView bytes);
    Phase phase() const { return m_phase; }

    /// The answer to a question of one's own, which is asked in the phase Open.
    std::optional<BusReply> replyTo(quint32 serial) const;

private:
    QByteArray takeLine();
    void takeMessages();

    Phase m_phase = Phase::LoggingIn;
    QByteArray m_buffer;
    QHash<quint32, BusReply> m_replies;
};

/// The questions of one's own have serial numbers from here on.
inline constexpr quint32 firstFreeSerial = 3;

} // namespace hourpass
