// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apikey.h"
#include "core/error.h"

#include <QString>

namespace hourpass {

/// What a person needs to know of a failure, in plain words and the user's language. All of it is
/// safe to show: text from outside went through visibleText().
struct Explanation {
    QString cause;    ///< one sentence
    QString nextStep; ///< one or two sentences; empty for outcomes that need none
    QString details; ///< one line to copy for support: code, status, transaction id, technical text
};

Explanation explain(const Error &error);

/// What to do about one of IBM's codes, or empty for a code that no good source explains
/// (fact sheet, section 2.4: those graded A, and 0113E, which says itself what is wrong).
QString adviceFor(const QString &iamCode);

QString keyWarningText(KeyWarning warning);

} // namespace hourpass
