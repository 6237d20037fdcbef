// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace hourpass {

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
    /// The issuer's expiration lay in the past when the token came: one of the clocks is wrong.
    bool clockIsDoubtful = false;
};

/// Never below zero.
Milliseconds timeLeft(const TokenSet &token, const Instant &now);
/// When the token dies, in the issuer's time where that is known, else by this computer's clock.
Seconds endOfLife(const TokenSet &token, const Instant &now);

/// An HTTP answer, whole.
struct HttpAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray transactionId;
    std::optional<Seconds> date; ///< the Date header, since 1970
    QByteArray body;
};

/// Reads the answer to a token request. `sent` and `received` are when the request went out and
/// the answer was there.
///
/// Errors: Refused, RateLimited, ServerFault, Redirected with what the server said; AnswerNotJson,
/// AnswerUnusable. No error text holds a part of the body but IBM's own message.
Result<TokenSet> parseTokenResponse(const HttpAnswer &answer, const Instant &sent,
                                    const Instant &received);

} // namespace hourpass
