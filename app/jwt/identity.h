// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"

namespace hourpass {

/// Who an IAM access token says it is for (fact sheet, sections 3.2 and 3.4). From outside: show
/// the texts only through visibleText().
struct Identity {
    enum class Kind { Unknown, User, ServiceId, TrustedProfile, Service };

    Kind kind = Kind::Unknown;
    QString name; ///< the best there is: name, e-mail, sub or iam_id; empty if there is none
    QString iamId;
    QString account; ///< account.bss, or empty
    QString grant;   ///< the last part of the grant type's URN: apikey, passcode, assume …
    QString caller;  ///< who authenticated, where that is someone else (authn), or empty

    bool operator==(const Identity &) const = default;
};

Identity identityOf(const JsonValue &claims);

} // namespace hourpass
