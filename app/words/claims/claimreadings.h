// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/json.h"

#include <optional>

namespace hourpass {

/// What a claim's value says in words, as far as IAM's values are known (fact sheet, sections 3.2
/// to 3.4, 4.3; RFC 7519): a time in both zones and its distance from `now`, the parts of a CRN,
/// what an iam_id begins with. Empty for all else. Safe to show.
QString claimReading(const QString &path, const JsonValue &value, std::optional<Seconds> now);

/// "crn:v1:…" taken apart: "service …, region …, account …". Empty where this is none.
QString crnReading(const QString &text);

} // namespace hourpass
