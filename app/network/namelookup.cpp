// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/namelookup.h"

#include "network/askinthread.h"
#include "network/networkerror.h"

#include <QHostInfo>

namespace hourpass {

using namespace Qt::StringLiterals;

Result<QStringList> addressesOf(const QString &host)
{
    // Qt would look up the name of an address.
    if (const QHostAddress address(host); !address.isNull())
        return QStringList{address.toString()};
    const QHostInfo info = QHostInfo::fromName(host);
    QStringList addresses;
    for (const QHostAddress &address : info.addresses())
        addresses += address.toString();
    if (addresses.isEmpty())
        return failure(codeForUnknownName(), info.errorString(), host);
    return addresses;
}

Future<QStringList> lookUpName(const QString &host, Milliseconds patience)
{
    if (!QHostAddress(host).isNull())
        return readyFuture(addressesOf(host));
    return askInThread<QStringList>(
        [host] { return addressesOf(host); }, patience,
        {ErrorCode::TimedOut, u"the name was not looked up in time"_s, host});
}

} // namespace hourpass
