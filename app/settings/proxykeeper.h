// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secretstore.h"
#include "settings/settingsstore.h"

#include <QObject>

#include <optional>

namespace hourpass {

/// Under which the keychain has the password of the proxy's login: a fixed one, as there is one
/// proxy.
ProfileId proxyLoginId();

/// Keeps the proxy's settings and the password of its login in step: the password is in the
/// keychain before the settings name its user, and gone once they name none.
class ProxyKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    ProxyKeeper(SettingsStore &settings, SecretStore &keys, QObject *parent = nullptr);

    /// Without a password the keychain's stays as it is. Errors: those of SettingsStore::change()
    /// and of SecretStore; nothing was changed then, but for a password that was replaced.
    Future<void> save(const ProxySettings &settings, const std::optional<Secret> &password);

private:
    SettingsStore &m_settings;
    SecretStore &m_keys;
};

} // namespace hourpass
