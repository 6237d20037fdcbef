// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/json.h"

#include <QList>

#include <optional>

namespace hourpass {

/// One claim, nested ones by their path ("account.bss", "amr[0]"). Safe to show.
struct ClaimRow {
    QString name;
    QString value;   ///< as written
    QString type;    ///< "text", "number" …
    QString meaning; ///< of the claims that IAM is known to issue; empty for any other
    QString reading; ///< what the value says in words, or empty

    bool operator==(const ClaimRow &) const = default;
};

/// The claims of a token, or the members of its header, in their order. Nothing where this is no
/// object. Without `now` a time has no distance from it.
QList<ClaimRow> claimRows(const JsonValue &claims, std::optional<Seconds> now = {});

/// Meaning and reading in one: "expires at: 14:03:12 (UTC+2) …".
QString explanationOf(const ClaimRow &row);

} // namespace hourpass
