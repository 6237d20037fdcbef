// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/future.h"
#include "core/proxy.h"

class QObject;

namespace hourpass {

/// Whether something takes connections where the proxy should be. Qt has the same word for a proxy
/// that is not there and for one that says no. Sends nothing. Errors: ProxyUnreachable; Cancelled
/// where `owner` dies.
Future<void> probeProxy(const Proxy &proxy, Milliseconds patience, const Clock &clock,
                        QObject *owner);

} // namespace hourpass
