// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/compare/claimleaves.h"
#include "jwt/compare/comparison.h"

namespace hourpass {

/// What became of each value of one part of a token. Takes time in proportion to the leaves.
QList<ClaimDifference> claimDifferences(TokenPart part, const QList<ClaimLeaf> &first,
                                        const QList<ClaimLeaf> &second);

} // namespace hourpass
