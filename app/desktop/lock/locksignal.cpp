// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/lock/locksignal.h"

#include "desktop/lock/loginwatch.h"
#include "desktop/lock/screensaverwatch.h"

namespace hourpass {

LockSignal::LockSignal()
    : LockSignal(Buses())
{
}

LockSignal::LockSignal(Buses buses)
    : m_buses(std::move(buses))
    , m_screenSavers(std::make_unique<ScreenSaverWatch>())
    , m_login(std::make_unique<LoginWatch>())
{
    connect(m_screenSavers.get(), &ScreenSaverWatch::locked, this, &LockSignal::locked);
    connect(m_login.get(), &LoginWatch::locked, this, &LockSignal::locked);
    connect(m_login.get(), &LoginWatch::suspending, this, &LockSignal::suspending);
}

LockSignal::~LockSignal() = default;

void LockSignal::start()
{
    m_screenSavers->start(m_buses.session);
    m_login->start(m_buses.system);
}

} // namespace hourpass
