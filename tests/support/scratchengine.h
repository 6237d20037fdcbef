// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/manualclock.h"
#include "support/scriptedsecretstore.h"
#include "ui/parts/engine.h"

#include <QTemporaryDir>

namespace hourpass::test {

/// The engine that a window shows, in a folder of its own. The keychain is scripted, time stands
/// still, and there is no proxy whatever this machine has; all the rest is real.
struct ScratchEngine {
    QTemporaryDir folder;
    ManualClock clock{systemNow()};
    ScriptedSecretStore keys;
    ProfileStore profiles{folder.filePath(QStringLiteral("profiles.json"))};
    ProfileKeeper keeper{profiles, keys};
    SettingsStore settings{folder.filePath(QStringLiteral("settings.json"))};
    ProxyKeeper proxyKeeper{settings, keys};
    ProxyChooser proxies{
        settings, keys, {[](const QUrl &) { return Proxy(); }, {}, Milliseconds(10'000)}};
    Removals removals{profiles, keeper, keys, clock.clock()};
    NetworkLog log;
    NetworkTools network{clock.clock(), {}, &log, &proxies};
    TokenSessions sessions{profiles, keys, network};
    KeyChecker checker{profiles, sessions, network};
    PublishedKeys publishedKeys{folder.filePath(QStringLiteral("cache")), network};
    Ledger ledger{folder.filePath(QStringLiteral("ledger.json")), clock.clock()};
    Engine engine{profiles, keeper,      keys,    sessions,      checker, log,
                  settings, proxyKeeper, proxies, publishedKeys, ledger,  removals};
};

} // namespace hourpass::test
