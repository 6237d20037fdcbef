// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/proxy.h"

#include <algorithm>
#include <array>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int httpPort = 80;
constexpr int socksPort = 1080;

std::optional<Proxy::Kind> kindOf(const QString &scheme)
{
    if (scheme == "http"_L1)
        return Proxy::Kind::Http;
    // With either, the proxy looks names up: nothing here does.
    if (scheme == "socks5"_L1 || scheme == "socks5h"_L1)
        return Proxy::Kind::Socks5;
    return {};
}

// The first of the variables that says something.
std::pair<QString, QString> firstSet(const QProcessEnvironment &environment,
                                     std::initializer_list<QString> names)
{
    for (const QString &name : names) {
        if (const QString value = environment.value(name).trimmed(); !value.isEmpty())
            return {name, value};
    }
    return {};
}

// "example.com" and ".example.com" both mean the host and all below it, as they do to curl.
bool covers(const QString &pattern, const QUrl &target)
{
    const QString host = target.host(QUrl::FullyEncoded);
    const QString address = QString(host).remove(u'[').remove(u']');
    const QString withPort = host + u':' + QString::number(target.port(443));
    const QString suffix = pattern.startsWith(u'.') ? pattern : u'.' + pattern;
    return pattern == "*"_L1 || pattern == host || pattern == address || pattern == withPort
        || host == QStringView(suffix).mid(1) || host.endsWith(suffix);
}

bool isExcepted(const QUrl &target, const QString &noProxy)
{
    const QStringList patterns = noProxy.toLower().split(u',', Qt::SkipEmptyParts);
    return std::any_of(patterns.begin(), patterns.end(), [&target](const QString &pattern) {
        return covers(pattern.trimmed(), target);
    });
}

} // namespace

QString toString(const Proxy &proxy)
{
    if (proxy.kind == Proxy::Kind::Direct)
        return {};
    const QString scheme = proxy.kind == Proxy::Kind::Http ? u"http"_s : u"socks5"_s;
    const QString host = proxy.host.contains(u':') ? u'[' + proxy.host + u']' : proxy.host;
    return u"%1://%2:%3"_s.arg(scheme, host, QString::number(proxy.port));
}

Result<Proxy> parseProxy(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains("://"_L1) ? trimmed : "http://"_L1 + trimmed, QUrl::StrictMode);
    const auto kind = kindOf(url.scheme());
    if (!kind)
        return failure(ErrorCode::ProxyInvalid, u"it is neither an HTTP nor a SOCKS5 proxy"_s);
    const bool hasMore = url.path().size() > 1 || url.hasQuery() || url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0 || hasMore)
        return failure(ErrorCode::ProxyInvalid, u"it is no URL of a host and a port"_s);
    Proxy proxy;
    proxy.kind = *kind;
    proxy.host = url.host(QUrl::FullyEncoded).remove(u'[').remove(u']');
    proxy.port = quint16(url.port(proxy.kind == Proxy::Kind::Http ? httpPort : socksPort));
    proxy.userName = url.userName(QUrl::FullyDecoded);
    proxy.password = Secret(url.password(QUrl::FullyDecoded).toUtf8());
    return proxy;
}

Result<Proxy> proxyFromEnvironment(const QUrl &target, const QProcessEnvironment &environment)
{
    const auto [name, value] =
        firstSet(environment, {u"https_proxy"_s, u"HTTPS_PROXY"_s, u"all_proxy"_s, u"ALL_PROXY"_s});
    if (value.isEmpty())
        return Proxy();
    if (isExcepted(target, firstSet(environment, {u"no_proxy"_s, u"NO_PROXY"_s}).second))
        return Proxy();
    auto proxy = parseProxy(value);
    if (!proxy)
        proxy.error().subject = name;
    return proxy;
}

} // namespace hourpass
