// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// Makes text from outside safe to show: controls, bidirectional overrides, zero-width and tag
/// characters, line separators, non-characters and lone surrogates become marks such as
/// \u{202E} (security rules, section 7). The result is one line.
QString visibleText(QStringView text);

/// The beginning and end with an ellipsis between, at most `length` characters in all.
QString shortenedMiddle(const QString &text, qsizetype length);

} // namespace hourpass
