// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <optional>

namespace hourpass {

/// What IAM tells of an API key (fact sheet, section 5.1). From outside: show the texts only
/// through visibleText(). An empty text or no time: IAM did not say.
struct KeyDetails {
    QString id;    ///< ApiKey-<uuid>, which is no secret
    QString name;  ///< not unique
    QString owner; ///< iam_id of the user or service ID whose key it is
    QString accountId;
    std::optional<Seconds> createdAt; ///< since 1970
    std::optional<Seconds> expiresAt; ///< nothing: it does not end
    bool locked = false;              ///< nobody may change or delete it; it still works
    bool disabled = false;

    bool operator==(const KeyDetails &) const = default;
};

/// What came of asking for a key's details. Not every identity may read those of its own key, which
/// is no fault.
struct KeyCheck {
    std::optional<KeyDetails> details;
    ServerEvidence refusal{}; ///< where IAM told none; with nothing in it, IAM could not be asked

    bool operator==(const KeyCheck &) const = default;
};

} // namespace hourpass
