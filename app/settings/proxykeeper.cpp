// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "settings/proxykeeper.h"

namespace hourpass {

using namespace Qt::StringLiterals;

ProfileId proxyLoginId()
{
    return ProfileId::fromString(u"5fd2b8a4-3c0e-4d61-9a57-0d8c6f1e7b23"_s);
}

ProxyKeeper::ProxyKeeper(SettingsStore &settings, SecretStore &keys, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_keys(keys)
{
}

Future<void> ProxyKeeper::save(const ProxySettings &settings, const std::optional<Secret> &password)
{
    const auto done = std::make_shared<Reporter<void>>();
    const bool hadLogin = !m_settings.settings().proxy.manual.userName.isEmpty();
    const bool isNew = !hadLogin && password && !settings.manual.userName.isEmpty();
    const auto store = [this, settings, isNew, done](const Result<void> &kept) {
        const auto saved =
            kept ? m_settings.change([settings](Settings &all) { all.proxy = settings; }) : kept;
        if (saved || !kept || !isNew) {
            done->report(saved);
            return;
        }
        // No settings name the password. Whoever asked may end the program as soon as it is told.
        m_keys.remove(proxyLoginId()).then(this, [saved, done](const Result<void> & /*undone*/) {
            done->report(saved);
        });
    };
    if (settings.manual.userName.isEmpty() && hadLogin)
        m_keys.remove(proxyLoginId()).then(this, store);
    else if (!settings.manual.userName.isEmpty() && password)
        m_keys.write(proxyLoginId(), *password).then(this, store);
    else
        store({});
    return done->future();
}

} // namespace hourpass
