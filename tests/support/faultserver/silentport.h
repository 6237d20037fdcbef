// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace hourpass::test {

/// A loopback port that drops the packets of whoever wants to connect: it listens, but its queue
/// of connections is full and nobody takes one out.
class SilentPort final
{
public:
    SilentPort();
    ~SilentPort();
    Q_DISABLE_COPY_MOVE(SilentPort)

    QString url() const;
    quint16 port() const { return m_port; }

private:
    int m_listener = -1;
    QList<int> m_queued;
    quint16 m_port = 0;
};

} // namespace hourpass::test
