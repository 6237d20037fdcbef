// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/compare/claimleaves.h"
#include "words/report/aliases.h"

namespace hourpass {

// Which values of a token are what, by the fact sheet (sections 3.1 to 3.5). What is not known to
// be harmless is taken for another value.

/// Tells the aliases of what a claim or a member of the header holds: the whole value by its name,
/// and what has a form that is known (e-mail addresses, CRNs, ids) wherever it stands.
void addValues(Aliases &aliases, const ClaimLeaf &leaf);
/// Of names that are not IAM's.
void addNames(Aliases &aliases, const ClaimLeaf &leaf);
/// The path with an alias for each name on it that may tell something.
QString safePath(Aliases &aliases, const ClaimLeaf &leaf);

/// The path with its public names alone.
QString publicPath(const ClaimLeaf &leaf);
/// Whether it is a number, or a time, that may stay as it is.
bool isPlainNumber(const ClaimLeaf &leaf);

} // namespace hourpass
