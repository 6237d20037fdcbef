// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/secret.h"
#include "network/httpanswer.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace hourpass {

struct JsonProblem;
struct JsonValue;

/// A member of the answer that is not a secret and that we know no more of.
struct ResponseField {
    QString name;
    QString value;

    bool operator==(const ResponseField &) const = default;
};

/// What one exchange returned (fact sheet, section 1.6).
struct TokenSet {
    Secret accessToken;
    Secret refreshToken;               ///< empty where none was issued ("not_supported", absent)
    QString tokenType;                 ///< always Bearer, in the issuer's spelling
    Seconds expiresIn{};               ///< life at issue
    std::optional<Seconds> expiration; ///< since 1970, in the issuer's time
    QString scope;
    QList<ResponseField> others;
    QString transactionId; ///< what IBM's support asks for, or empty

    /// The moment the token dies, on the boot clock: no clock change moves it.
    Milliseconds deadline{};
    /// When the token came.
    Instant received{};
    /// By how much this computer's clock was ahead of the issuer's then, as far as that can be
    /// told from a header of whole seconds; nothing where the issuer told no time.
    std::optional<Milliseconds> clockError{};
    /// The issuer's expiration lay in the past when the token came: one of the clocks is wrong.
    bool clockIsDoubtful = false;
};

/// Up to here two clocks agree (fact sheet, section 6.2).
constexpr Seconds tolerableClockError{60};

/// Never below zero. A clock that agreed with the issuer's and was put ahead since counts too: the
/// computer may have been halted without its boot clock going on, as virtual machines are.
Milliseconds timeLeft(const TokenSet &token, const Instant &now);
/// When the token dies, in the issuer's time where that is known, else by this computer's clock.
Seconds endOfLife(const TokenSet &token);

/// Reads the answer to a token request.
///
/// Errors: Refused, EndpointWrong, RateLimited, ServerFault, Redirected with what the server said;
/// AnswerNotJson, AnswerIncomplete, AnswerCompressed, AnswerUnusable. No error text holds a part of
/// the body but IBM's own message.
Result<TokenSet> parseTokenResponse(const HttpAnswer &answer);

/// By how much this computer's clock was ahead of the issuer's, who told his time with the answer,
/// as far as whole seconds can say: zero where they may agree.
Milliseconds clockErrorIn(const HttpAnswer &answer, Seconds issuerTime);

/// What an answer other than the one that was hoped for says; `body` is null where it is no JSON.
Error refusal(const HttpAnswer &answer, const JsonValue *body);
/// What an answer is that should have been JSON and has that problem.
Error notJson(const HttpAnswer &answer, const JsonProblem &problem);

} // namespace hourpass
