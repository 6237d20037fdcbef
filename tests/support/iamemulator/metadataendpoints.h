// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QUrl>

namespace hourpass::emulator {

/// `GET /identity/.well-known/openid-configuration`
QJsonObject discoveryDocument(const QUrl &serviceUrl, const QString &issuer);

} // namespace hourpass::emulator
