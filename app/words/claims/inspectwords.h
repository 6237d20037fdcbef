// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/inspection.h"

#include <QStringList>

namespace hourpass {

/// What is said of an inspected token. All texts are safe to show.

/// "Ada Example (user) in account 0123…cdef, by API key; scope ibm openid; 47 minutes left." and
/// what that is worth.
QString summaryText(const Inspection &inspection);
/// For a list: "Ada Example (user)", else what kind of thing was found.
QString findingLabel(const FoundToken &found, const Identity &identity);
/// For a list: "genuine", "expired", "signature wrong".
QString verdictLabel(Verification::Verdict verdict);
/// "Valid: …", "The signature is false: …"
QString verdictText(Verification::Verdict verdict);
/// One word for scripts, never translated: "bad_signature" (vectors/README.md).
QString verdictName(Verification::Verdict verdict);

/// "Pass", "Fail", "Unknown", "Not asked".
QString resultText(CheckResult result);
/// What each of the four answers rests on: a sentence.
QString formText(const Inspection &inspection);
QString signatureText(const SignatureCheck &check);
QString timeText(const TimeCheck &check);
QString addresseeText(const AddresseeCheck &check);

/// What is wrong or odd, one sentence each: the token's faults with their places, and what the
/// place where it was found tells.
QStringList problemTexts(const Inspection &inspection);

/// "an API key": what a finding without a text is; for what is named and never shown.
QString hiddenFindingText(FoundToken::Kind kind);
/// What to do about it, in sentences.
QString hiddenFindingAdvice(FoundToken::Kind kind);

} // namespace hourpass
