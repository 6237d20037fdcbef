// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace hourpass {

/// The local sockets that a bus address names, in its order, as they stand in a sockaddr_un: a
/// path, or a NUL and an abstract name. Whoever connects takes the first that lets him. Other ways
/// to a bus, such as TCP, are left out.
QList<QByteArray> socketNames(const QByteArray &address);

/// Where the libraries look for the session's bus, or empty where they would have to start one.
QByteArray sessionBusAddress();

} // namespace hourpass
