// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QNetworkReply>
#include <QSslError>

namespace hourpass {

/// What a reply without a usable HTTP answer failed of. `tlsErrors` are what sslErrors() told.
Error networkError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors);

} // namespace hourpass
