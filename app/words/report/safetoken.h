// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words/report/aliasrules.h"

#include <functional>

namespace hourpass {

/// Tells the aliases of all that a token holds, and of what it was checked against.
void addInspection(Aliases &aliases, const Inspection &inspection);

/// How texts from outside are made fit for the report.
struct Cleaner {
    std::function<QString(const QString &)> value; ///< of a claim
    std::function<QString(const QString &)> text;  ///< of a sentence
    std::function<QString(const ClaimLeaf &)> path;
};
/// `aliases` outlives it.
Cleaner aliasCleaner(Aliases &aliases);
/// Leaves nothing of them: with it a report has its own words alone.
Cleaner blankCleaner();

/// A token of which nothing is left that is to be taken out: the words are made of this.
struct SafeToken {
    Inspection inspection; ///< without the token's text; header and claims flat, by their paths
    bool hasMore = false;  ///< more values than mostReportedClaims
};
QList<SafeToken> safeTokens(const QList<Inspection> &inspections, const Cleaner &cleaner);

} // namespace hourpass
