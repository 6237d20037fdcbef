// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/proxykeeper.h"

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
    const auto store = [this, settings, done](const Result<void> &kept) {
        done->report(kept ? m_settings.change([settings](Settings &all) { all.proxy = settings; })
                          : kept);
    };
    const bool hadLogin = !m_settings.settings().proxy.manual.userName.isEmpty();
    if (settings.manual.userName.isEmpty() && hadLogin)
        m_keys.remove(proxyLoginId()).then(this, store);
    else if (!settings.manual.userName.isEmpty() && password)
        m_keys.write(proxyLoginId(), *password).then(this, store);
    else
        store({});
    return done->future();
}

} // namespace hourpass
