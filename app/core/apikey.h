// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QList>

namespace hourpass {

/// What looks odd about an API key. None of it blocks: custom keys may be anything
/// (fact sheet, section 1.8).
enum class KeyWarning {
    LooksLikeId,       ///< ApiKey-<uuid>: the key's id, not the secret
    LooksLikeToken,    ///< eyJ…: a token, not a key
    HasBraces,         ///< begins with { or " or ends with } or "
    UnusualLength,     ///< not 44 characters
    UnusualCharacters, ///< others than A–Z a–z 0–9 _ -
};

struct CheckedKey {
    Secret key; ///< without blanks and quotes around it
    QList<KeyWarning> warnings;
};

/// Error: KeyEmpty.
Result<CheckedKey> checkKey(const Secret &input);

} // namespace hourpass
