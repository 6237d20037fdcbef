// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/busaddress.h"

namespace hourpass {

QList<QByteArray> socketNames(const QByteArray &address)
{
    constexpr QByteArrayView transport("unix:");
    constexpr QByteArrayView path("path=");
    constexpr QByteArrayView abstract("abstract=");
    QList<QByteArray> names;
    const QList<QByteArray> ways = address.split(';');
    for (const QByteArray &one : ways) {
        if (!one.startsWith(transport))
            continue;
        const QList<QByteArray> parts = one.sliced(transport.size()).split(',');
        for (const QByteArray &part : parts) {
            if (part.startsWith(path))
                names.append(QByteArray::fromPercentEncoding(part.sliced(path.size())));
            else if (part.startsWith(abstract))
                names.append('\0' + QByteArray::fromPercentEncoding(part.sliced(abstract.size())));
        }
    }
    return names;
}

QByteArray sessionBusAddress()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (!address.isEmpty())
        return address;
    const QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    return folder.isEmpty() ? QByteArray() : "unix:path=" + folder + "/bus";
}

} // namespace hourpass
