// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace hourpass::test {

/// What came in over one connection.
struct ConnectionRecord {
    bool encrypted = false;
    QByteArray received;  ///< decrypted where it was encrypted
    int requestCount = 0; ///< complete ones
};

/// All connections of one port, in their order.
using WireRecord = QList<ConnectionRecord>;

inline int requestCount(const WireRecord &record)
{
    int count = 0;
    for (const ConnectionRecord &connection : record)
        count += connection.requestCount;
    return count;
}

inline QByteArray allBytes(const WireRecord &record)
{
    QByteArray bytes;
    for (const ConnectionRecord &connection : record)
        bytes += connection.received;
    return bytes;
}

} // namespace hourpass::test
