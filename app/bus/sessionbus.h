// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/result.h"

namespace hourpass {

/// How long a program may take to find out.
struct BusPatience {
    Milliseconds bus{4'000};     ///< for the session's bus to answer
    Milliseconds service{1'000}; ///< then for the programs on it that Qt asks
};

/// What of the session's desktop is there and does not answer.
struct SessionBusHealth {
    bool isBusSilent = false;
    bool isAccessibilitySilent = false; ///< its service, or its own bus
    bool isGlobalMenuSilent = false;
};

/// Whether the session's bus answers at all. Where there is none, nothing is silent: the libraries
/// say so at once.
///
/// Qt and GLib connect to a bus by waiting for it, without a limit and deaf to signals (measured),
/// and Qt waits 25 s for each of some services before a window appears. So they are asked here
/// first, on a socket of our own. The only call but one that waits, for a few milliseconds where
/// all is well; before there is any window.
SessionBusHealth askSessionBus(const BusPatience &patience = {});
/// And the programs that Qt asks for a window.
SessionBusHealth askDesktop(const BusPatience &patience = {});

/// The first thing of all that has to do with a bus: what is silent is not even tried by the
/// libraries of this process. SessionBusSilent where the bus is left out.
Result<void> leaveOutWhatIsSilent(const SessionBusHealth &health);

} // namespace hourpass
