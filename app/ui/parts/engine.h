// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secretstore.h"
#include "network/proxychooser.h"
#include "profiles/profilekeeper.h"
#include "profiles/profilestore.h"
#include "profiles/removals.h"
#include "publishedkeys/publishedkeys.h"
#include "settings/ledger.h"
#include "settings/proxykeeper.h"
#include "settings/settingsstore.h"
#include "token/keychecker.h"

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
