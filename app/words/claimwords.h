// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"

#include <QList>

namespace hourpass {

/// One claim, nested ones by their path ("account.bss", "amr[0]"). Safe to show.
struct ClaimRow {
    QString name;
    QString value;
    QString meaning; ///< of the claims that IAM is known to issue; empty for any other

    bool operator==(const ClaimRow &) const = default;
};

/// The claims of a token, or the members of its header, in their order. Nothing where this is no
/// object.
QList<ClaimRow> claimRows(const JsonValue &claims);

} // namespace hourpass
