// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"

#include <optional>
#include <QList>

namespace hourpass {

/// Longest token that is looked into (security rules, P7).
inline constexpr qsizetype tokenLimit = 128 * 1024;

/// What keeps a text from being a JSON Web Token in compact form (RFC 7519, RFC 7515 section 7.1).
enum class TokenProblem {
    TooLarge,
    NotThreeParts,
    HeaderNotBase64Url,
    HeaderNotJsonObject,
    HeaderMembersInvalid, ///< no "alg", or "alg" or "kid" is not a string (RFC 7515, section 4.1)
    ClaimsNotBase64Url,
    ClaimsNotJsonObject,
    SignatureNotBase64Url,
};

/// A token taken apart, as far as it goes. Decoded is not verified: nothing here says that the
/// token is genuine.
struct DecodedToken {
    std::optional<JsonValue> header; ///< an object
    std::optional<JsonValue> claims; ///< an object
    QList<TokenProblem> problems;

    bool isWellFormed() const { return problems.isEmpty(); }
};

DecodedToken decodeToken(QByteArrayView token);

} // namespace hourpass
