// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"

#include <QList>

namespace hourpass {

/// One value of a token that holds no others: a text, a number, an empty list.
struct ClaimLeaf {
    /// "account.bss", "amr[0]". From outside. Long names are shortened in the middle, so that many
    /// values below one long name take little memory: two leaves may have the same path.
    QString path;
    QStringList steps; ///< of the path: ".account", ".bss", "[0]"
    JsonValue value;   ///< without items
};

struct ClaimLeaves {
    QList<ClaimLeaf> leaves; ///< in the order of the token
    bool hasMore = false;    ///< there were more than were asked for
};

/// Nothing where this is no object.
ClaimLeaves claimLeaves(const JsonValue &object, qsizetype most);

} // namespace hourpass
