// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words/report/report.h"

namespace hourpass {

// What is known of the claims of IAM's tokens and of the others that the fact sheet names (sections
// 3.1 to 3.5), for telling what may stay in a report.

/// What a claim of this name holds, wherever it stands in the token.
struct NamedValue {
    QLatin1StringView name;
    AliasKind kind;
    QLatin1StringView word;
};

/// Or null.
const NamedValue *namedValue(const QString &name);
/// Whether claims of this name are known.
bool isPublicName(const QString &name);
/// Whether any token may have this value: it tells nothing.
bool isPublicValue(const QString &text);
/// Whether it is such a value, or one of the words that a claim of this name is made of.
bool isOfVocabulary(const QString &name, const QString &text);
/// Whether a claim of this name holds a moment.
bool isTimeClaim(const QString &name);

} // namespace hourpass
