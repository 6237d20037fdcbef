// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "network/exchangelimits.h"
#include "network/networklog.h"

#include <QString>

namespace hourpass {

class ProxyChooser;

/// The way to a server, beside the proxy.
struct Route {
    QString caFile; ///< PEM, further roots for this call alone, or empty
};

/// What a call works with. What is referred to must outlive it.
struct NetworkTools {
    Clock clock;
    ExchangeLimits limits{};
    NetworkLog *log = nullptr;       ///< may be null
    ProxyChooser *proxies = nullptr; ///< null: straight to the server
};

} // namespace hourpass
