// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/formbody.h"
#include "support/iamemulator/http/httprequest.h"

#include <QStringList>

namespace hourpass::emulator {

/// How much a token request may differ from the one that Hourpass is to send.
enum class Strictness {
    /// Nothing but the request of the product: exact headers, every reserved byte encoded.
    Strict,
    /// What the real service takes and other clients send: ordinary form encoding, media types
    /// with parameters, a Basic client.
    Lenient,
};

struct TokenRequestVerdict {
    /// Every rule of the strict set that was broken.
    QStringList violations;
    /// Whether the request is to be answered with an error for it.
    bool refused = false;
};

/// Judges a POST to the token endpoint by the rules of the grant that it names: the assume grant
/// (fact sheet, section 1.4), else the API-key grant.
TokenRequestVerdict judgeTokenRequest(const HttpRequest &request, const FormBody &form,
                                      Strictness strictness);

} // namespace hourpass::emulator
