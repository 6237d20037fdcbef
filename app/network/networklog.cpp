// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/networklog.h"

namespace hourpass {

void NetworkLog::add(const NetworkLogEntry &entry)
{
    if (m_entries.size() == capacity) {
        m_entries.removeFirst();
        Q_EMIT dropped();
    }
    m_entries.append(entry);
    Q_EMIT added();
}

} // namespace hourpass
