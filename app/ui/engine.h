// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger.h"
#include "core/profilekeeper.h"
#include "core/profilestore.h"
#include "core/proxykeeper.h"
#include "core/removals.h"
#include "core/secretstore.h"
#include "core/settingsstore.h"
#include "token/keychecker.h"
#include "token/proxychooser.h"
#include "token/publishedkeys.h"

namespace hourpass {

/// What the window shows and asks. The composition root owns all of it, longer than any widget.
struct Engine {
    ProfileStore &profiles;
    ProfileKeeper &keeper;
    SecretStore &keys;
    TokenSessions &sessions;
    KeyChecker &checker;
    NetworkLog &log;
    SettingsStore &settings;
    ProxyKeeper &proxyKeeper;
    ProxyChooser &proxies;
    PublishedKeys &publishedKeys;
    Ledger &ledger;
    Removals &removals;
};

} // namespace hourpass
