// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/proxychooser.h"

#include "network/askinthread.h"
#include "settings/proxykeeper.h"

#include <QNetworkProxyFactory>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// What the desktop offers first, as QNetworkAccessManager would take it. Whatever else it is, it
// is not to be gone around.
Result<Proxy> systemProxy(const QUrl &target)
{
    const auto offered = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(target));
    if (offered.isEmpty())
        return Proxy();
    const QNetworkProxy &first = offered.first();
    const bool isDirect = first.type() == QNetworkProxy::NoProxy
        || first.type() == QNetworkProxy::DefaultProxy || first.hostName().isEmpty();
    if (isDirect)
        return Proxy();
    Proxy proxy;
    proxy.kind =
        first.type() == QNetworkProxy::Socks5Proxy ? Proxy::Kind::Socks5 : Proxy::Kind::Http;
    proxy.host = first.hostName();
    proxy.port = first.port();
    proxy.userName = first.user();
    proxy.password = Secret(first.password().toUtf8());
    return proxy;
}

} // namespace

ProxyChooser::Sources ProxyChooser::Sources::ofThisProcess()
{
    return {systemProxy, QProcessEnvironment::systemEnvironment(), Milliseconds(10'000)};
}

ProxyChooser::ProxyChooser(const SettingsStore &settings, SecretStore &keys, Sources sources,
                           QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_keys(keys)
    , m_sources(std::move(sources))
{
}

Future<Proxy> ProxyChooser::proxyFor(const QUrl &target)
{
    if (const auto &fault = m_settings.fault())
        return readyFuture<Proxy>(Failure(*fault));
    switch (m_settings.settings().proxy.mode) {
    case ProxySettings::Mode::System:
        return askInThread<Proxy>(
            [ask = m_sources.system, target] { return ask(target); }, m_sources.patience,
            {ErrorCode::TimedOut, u"the system did not name its proxy in time"_s,
             target.host(QUrl::FullyEncoded)});
    case ProxySettings::Mode::Environment:
        return readyFuture<Proxy>(proxyFromEnvironment(target, m_sources.environment));
    case ProxySettings::Mode::Manual:
        return manualProxy();
    case ProxySettings::Mode::None:
        break;
    }
    return readyFuture<Proxy>(Proxy());
}

Future<Proxy> ProxyChooser::manualProxy()
{
    const Proxy manual = m_settings.settings().proxy.manual;
    if (manual.userName.isEmpty())
        return readyFuture<Proxy>(manual);
    const auto done = std::make_shared<Reporter<Proxy>>();
    m_keys.read(proxyLoginId(), SecretStore::Prompt::Never)
        .then(this, [manual, done](const Result<Secret> &password) {
            if (!password && password.error().code != ErrorCode::NotFound) {
                done->report(Failure(password.error()));
                return;
            }
            Proxy proxy = manual;
            proxy.password = password.value_or(Secret());
            done->report(proxy);
        });
    return done->future();
}

Future<Proxy> chosenProxy(ProxyChooser *chooser, const QUrl &target)
{
    return chooser ? chooser->proxyFor(target) : readyFuture<Proxy>(Proxy());
}

} // namespace hourpass
