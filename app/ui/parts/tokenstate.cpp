// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/tokenstate.h"

namespace hourpass {

TokenState tokenStateOf(const TokenSession &session, const Instant &now)
{
    if (session.phase != TokenSession::Phase::Idle)
        return TokenState::Busy;
    if (session.token && timeLeft(*session.token, now) > Milliseconds::zero())
        return TokenState::Live;
    if (session.fault)
        return TokenState::Failed;
    return session.token ? TokenState::Expired : TokenState::None;
}

} // namespace hourpass
