// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/tokenendpoint.h"

namespace hourpass::emulator {

/// `GET /identity/.well-known/openid-configuration`
QJsonObject discoveryDocument(const QUrl &serviceUrl, const QString &issuer);

/// `GET /v1/apikeys/details`: the key of the IAM-ApiKey header, told to a bearer of its account.
HttpResponse keyDetails(const HttpRequest &request, const Transaction &transaction,
                        const KeyRing &keys, const QList<IssuedToken> &issued);

} // namespace hourpass::emulator
