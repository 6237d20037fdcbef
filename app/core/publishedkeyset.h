// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/endpoint.h"
#include "core/error.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace hourpass {

/// The keys that an IAM service publishes, by which its tokens can be checked (fact sheet, section
/// 4.1). They say nothing of tokens with another issuer than Endpoint::issuer().
struct PublishedKeySet {
    QByteArray text; ///< a JWK set: strict JSON, small, with at least one key. For importKeys()
    QStringList keyIds;
    Endpoint endpoint;        ///< that they are of
    Milliseconds fetchedAt{}; ///< since 1970, by this computer's clock, as the next
    Milliseconds goodUntil{}; ///< then they are fetched anew when they are asked for again
    bool isFromCache = false; ///< no request was made for them, or it failed
    /// Why they are older than they should be: fetching them anew failed.
    std::optional<Error> whyNotNewer{};

    bool operator==(const PublishedKeySet &) const = default;
};

} // namespace hourpass
