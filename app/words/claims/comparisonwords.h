// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/compare/comparison.h"

#include <QList>

namespace hourpass {

/// What is said of two compared tokens. All texts are safe to show as plain text.

/// The most important of it in one or two sentences: "Other account: the first token is for …".
QString comparisonHeadline(const Comparison &comparison);

/// The answer to one question about both.
struct ComparisonAnswer {
    enum class Kind { Same, Different, Unknown };

    QString question; ///< "Account": a caption without a colon
    QString answer;   ///< a sentence
    Kind kind = Kind::Unknown;
};
/// The most important question first. What neither token says is left out.
QList<ComparisonAnswer> comparisonAnswers(const Comparison &comparison);

/// One value of either token.
struct ComparisonRow {
    TokenPart part = TokenPart::Claims;
    ClaimDifference::Change change = ClaimDifference::Change::Same;
    QString name;       ///< the path
    QString changeText; ///< "the same", "changed", "moved to amr[1]"
    QString first;      ///< empty where the token does not have it
    QString second;
    QString meaning; ///< as in ClaimRow
};
/// As Comparison::claims.
QList<ComparisonRow> comparisonRows(const Comparison &comparison);
/// "3 changed, 1 moved, 12 the same": of the rows.
QString comparisonCountText(const Comparison &comparison);

/// All of it, in lines, the last one ended. To show or copy as text; holds names and ids.
QString comparisonText(const Comparison &comparison);

} // namespace hourpass
