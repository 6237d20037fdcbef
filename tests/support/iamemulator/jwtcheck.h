// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace hourpass::emulator {

/// A token taken apart, not checked.
struct DecodedToken {
    QJsonObject header;
    QJsonObject claims;
    QByteArray signedPart;
    QByteArray signature;
};

std::optional<DecodedToken> decodeToken(const QByteArray &token);

/// Whether the RS256 signature is by the key of the set that the header names; OpenSSL decides,
/// from the published numbers alone.
bool isSignedByKeySet(const DecodedToken &token, const QJsonObject &keySet);

} // namespace hourpass::emulator
