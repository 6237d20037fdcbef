// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/proxy.h"
#include "core/result.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace hourpass {

struct HttpRequest;

/// Checked TLS, with further roots for this connection alone. Errors: those of readSmallFile(),
/// with FileUnreadable for NotFound; CaFileInvalid.
Result<QSslConfiguration> tlsConfiguration(const QString &caFile);

/// The request as it goes out, but for its body: nothing that Qt would do by itself is left to it
/// (security rules, section 5).
QNetworkRequest networkRequest(const HttpRequest &request, const QSslConfiguration &tls);

QNetworkProxy networkProxy(const Proxy &proxy);

} // namespace hourpass
