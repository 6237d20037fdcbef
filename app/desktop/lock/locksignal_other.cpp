// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/lock/locksignal.h"

namespace hourpass {

class LoginWatch
{
};

class ScreenSaverWatch
{
};

LockSignal::LockSignal()
    : LockSignal(Buses())
{
}

LockSignal::LockSignal(Buses buses)
    : m_buses(std::move(buses))
{
}

LockSignal::~LockSignal() = default;

void LockSignal::start() { }

} // namespace hourpass
