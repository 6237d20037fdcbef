// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/proxy.h"
#include "core/result.h"

#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslError>

namespace hourpass {

/// What a reply without a usable HTTP answer failed of. `tlsErrors` are what sslErrors() told.
Error networkError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors);

/// Whether what failed before there was TLS with the server, through a proxy, may be the proxy's
/// fault: Qt has the same words for the server's.
bool mayBeTheProxys(ErrorCode code);
/// Then, once it is known whether the proxy can be reached: the proxy's fault.
void blameProxy(Error &error, const Proxy &proxy, const Result<void> &reached);

/// HostNotFound, or Offline where no network interface is up.
ErrorCode codeForUnknownName();

/// The name of who signed the certificate; empty where there is none.
QString issuerOf(const QSslCertificate &certificate);

} // namespace hourpass
