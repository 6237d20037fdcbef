// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/endpoint.h"
#include "core/finding.h"
#include "core/result.h"
#include "network/httpanswer.h"
#include "network/networklog.h"

namespace hourpass {

/// What came of asking an endpoint for its OpenID configuration (fact sheet, section 4.2): one GET
/// without a key, which is no event in anybody's audit log.
struct DiscoveryOutcome {
    Result<HttpAnswer> answer;
    NetworkLogEntry entry; ///< as it is in the network log
};

/// Whether the connection was secure, as far as it got.
Finding tlsFinding(const DiscoveryOutcome &outcome);
/// Whether this computer's clock agrees with the server's.
Finding clockFinding(const DiscoveryOutcome &outcome);
/// Whether a token service answers there.
Finding endpointFinding(const DiscoveryOutcome &outcome, const Endpoint &endpoint);

} // namespace hourpass
