// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/sessionbus.h"

namespace hourpass {

SessionBusHealth askSessionBus(const BusPatience & /*patience*/)
{
    return {};
}

SessionBusHealth askDesktop(const BusPatience & /*patience*/)
{
    return {};
}

Result<void> leaveOutWhatIsSilent(const SessionBusHealth & /*health*/)
{
    return {};
}

} // namespace hourpass
