// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/inspection.h"

namespace hourpass {

/// How two tokens answer one question.
enum class Likeness {
    Neither, ///< says
    Same,
    Other,
    FirstOnly,  ///< says: whether they are alike is not known
    SecondOnly, ///< likewise
};

/// Texts from outside: show them only through visibleText(). Empty where the token does not say.
struct ComparedText {
    Likeness likeness = Likeness::Neither;
    QString first;
    QString second;

    bool operator==(const ComparedText &) const = default;
};

/// Words of a scope or of another list whose order has no meaning, each once.
struct ComparedWords {
    Likeness likeness = Likeness::Neither;
    QStringList kept;
    QStringList lost;   ///< in the first token alone
    QStringList gained; ///< in the second token alone

    bool operator==(const ComparedWords &) const = default;
};

struct ComparedTime {
    std::optional<Seconds> first;
    std::optional<Seconds> second;

    Likeness likeness() const;
    bool operator==(const ComparedTime &) const = default;
};

/// What became of one value from the first token to the second.
struct ClaimDifference {
    enum class Change {
        Same,
        Changed,
        OnlyFirst,
        OnlySecond,
        Moved, ///< the same value at another place
    };

    TokenPart part = TokenPart::Claims; ///< or Header
    Change change = Change::Same;
    QString path;      ///< as in ClaimLeaf; of OnlySecond in the second token, else in the first
    QString movedTo;   ///< of Moved: where it is in the second token
    JsonValue first{}; ///< as in ClaimLeaf; of no meaning where the token does not have it
    JsonValue second{};
};

/// The values of two tokens that are compared at most, for each part of each token.
inline constexpr qsizetype mostComparedClaims = 2000;

/// Two tokens by their meaning. Nothing here says that either is genuine: see their verdicts.
struct Comparison {
    bool areSameText = false; ///< it is one token, twice
    /// Without claims there is nothing to compare; with damaged ones, what could be read of them
    /// is.
    bool canReadFirst = false;
    bool canReadSecond = false;
    bool isFirstDamaged = false;
    bool isSecondDamaged = false;

    Verification::Verdict firstVerdict{};
    Verification::Verdict secondVerdict{};
    Identity firstIdentity;
    Identity secondIdentity;
    AddresseeCheck::Environment firstEnvironment{};
    AddresseeCheck::Environment secondEnvironment{};

    ComparedText identity; ///< iam_id, or sub where neither has one
    ComparedText account;
    ComparedText caller; ///< iam_id of who really logged in, where the token tells (authn)
    ComparedText grant;  ///< how it was obtained, as in Identity
    ComparedText issuer;
    ComparedText keyId;
    ComparedText algorithm;
    ComparedText session;   ///< session_id
    ComparedText client;    ///< client_id
    ComparedText tokenId;   ///< jti
    ComparedText assurance; ///< acr
    ComparedWords methods;  ///< amr
    ComparedWords scope;

    ComparedTime expiresAt; ///< since 1970
    ComparedTime issuedAt;  ///< since 1970
    ComparedTime life;      ///< that they were issued for
    ComparedTime left;      ///< less than zero: since then expired

    QList<ClaimDifference> claims; ///< header first; in the first token's order, then the second's
    bool hasMoreClaims = false;    ///< there were more than mostComparedClaims
};

/// Takes time in proportion to the tokens.
Comparison compareTokens(const Inspection &first, const Inspection &second);

} // namespace hourpass
