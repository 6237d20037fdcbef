// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslError>

namespace hourpass {

/// What a reply without a usable HTTP answer failed of. `tlsErrors` are what sslErrors() told.
Error networkError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors);

/// HostNotFound, or Offline where no network interface is up.
ErrorCode codeForUnknownName();

/// The name of who signed the certificate; empty where there is none.
QString issuerOf(const QSslCertificate &certificate);

} // namespace hourpass
