// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/future.h"

#include <QStringList>

namespace hourpass {

/// The addresses of a host; of an address, itself. May take long. Errors: HostNotFound, Offline.
Result<QStringList> addressesOf(const QString &host);

/// The same in a thread of its own. For a minute after that Qt connects to the host without a
/// lookup of its own, which nobody could cancel and which would hold up the program's end for as
/// long as the resolver keeps silent. Error: TimedOut, too.
Future<QStringList> lookUpName(const QString &host, Milliseconds patience);

} // namespace hourpass
