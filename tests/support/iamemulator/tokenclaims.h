// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/emulatedkey.h"
#include "support/iamemulator/emulatedprofile.h"

#include <QJsonObject>

namespace hourpass::emulator {

/// The classic-infrastructure number of every emulated user.
constexpr qint64 classicUserNumber = 1234567;

/// What a token says besides its holder.
struct TokenTerms {
    QString issuer;
    QString clientId;
    QString grantType;
    qint64 issuedAt = 0; ///< epoch seconds
    qint64 expiresAt = 0;
};

/// The claims of an access token for the holder of the key.
QJsonObject makeClaims(const EmulatedKey &key, const TokenTerms &terms);
/// Those of a trusted profile that the holder of the key has assumed.
QJsonObject makeClaims(const EmulatedProfile &profile, const EmulatedKey &key,
                       const TokenTerms &terms);

} // namespace hourpass::emulator
