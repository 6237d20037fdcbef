// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/proxy.h"
#include "core/secretstore.h"
#include "settings/settingsstore.h"

#include <QObject>

#include <functional>

namespace hourpass {

/// Which proxy a connection takes, as the user has set it. Chosen anew for each one.
class ProxyChooser final : public QObject
{
    Q_OBJECT

public:
    /// What it asks of the system.
    struct Sources {
        /// May take long, as where a script is fetched that decides; called in a thread of its own.
        std::function<Result<Proxy>(const QUrl &target)> system;
        QProcessEnvironment environment;
        Milliseconds patience; ///< with the system

        /// The real ones.
        static Sources ofThisProcess();
    };

    /// Everything referred to must outlive this.
    ProxyChooser(const SettingsStore &settings, SecretStore &keys,
                 Sources sources = Sources::ofThisProcess(), QObject *parent = nullptr);

    /// With the login that it needs. The keychain asks the user nothing for it. Errors: why the
    /// settings cannot be read; ProxyInvalid; those of SecretStore::read(), but for NotFound: then
    /// the proxy says that it wants a login; TimedOut where the system kept silent.
    Future<Proxy> proxyFor(const QUrl &target);

private:
    Future<Proxy> manualProxy();

    const SettingsStore &m_settings;
    SecretStore &m_keys;
    Sources m_sources;
};

/// The chooser's answer; without one, straight to the server.
Future<Proxy> chosenProxy(ProxyChooser *chooser, const QUrl &target);

} // namespace hourpass
