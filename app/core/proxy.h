// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

namespace hourpass {

/// The way out of the network: straight to the server, or through a proxy. Connections through
/// one are tunnels (RFC 9110, section 9.3.6; RFC 1928), so that it sees neither key nor token.
struct Proxy {
    enum class Kind { Direct, Http, Socks5 };

    Kind kind = Kind::Direct;
    QString host; ///< without the brackets of an IPv6 address
    quint16 port = 0;
    QString userName; ///< empty: it is used without a login
    Secret password;

    bool operator==(const Proxy &) const = default;
};

/// "http://host:port" or "socks5://host:port", never with a login; empty for Direct.
QString toString(const Proxy &proxy);

/// "host:port", or a URL of the schemes http, socks5 and socks5h with or without a login. Without a
/// port it is the scheme's own, 80 or 1080. Error: ProxyInvalid, which repeats nothing of the text,
/// since that may hold a password.
Result<Proxy> parseProxy(const QString &text);

/// What the variables https_proxy, HTTPS_PROXY, all_proxy and ALL_PROXY say, the first one that is
/// not empty, unless no_proxy or NO_PROXY has the host. Error: ProxyInvalid, its subject the name
/// of the variable.
Result<Proxy> proxyFromEnvironment(const QUrl &target, const QProcessEnvironment &environment);

} // namespace hourpass
