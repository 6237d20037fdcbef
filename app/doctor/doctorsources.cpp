// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "doctor/doctorsources.h"

#include "network/namelookup.h"

namespace hourpass {

DoctorSources DoctorSources::ofThisProcess()
{
    return {addressesOf, Milliseconds(10'000), {}};
}

} // namespace hourpass
