// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/doctorsources.h"

#include "token/networkerror.h"

#include <QHostInfo>

namespace hourpass {

namespace {

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

} // namespace

DoctorSources DoctorSources::ofThisProcess()
{
    return {addressesOf, Milliseconds(10'000)};
}

} // namespace hourpass
