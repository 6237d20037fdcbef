// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"
#include "core/secret.h"

#include <optional>
#include <QList>
#include <QObject>

namespace hourpass {

/// Longest token that is looked into (security rules, P7).
inline constexpr qsizetype tokenLimit = 128 * 1024;

enum class TokenPart { Whole, Header, Claims, Signature };

/// A fault of a token, and its place.
struct TokenProblem {
    Q_GADGET
public:
    /// What keeps a text from being a JSON Web Token in compact form (RFC 7519, RFC 7515
    /// section 7.1) that we can check.
    enum class Fault {
        TooLarge,
        NotThreeParts,

        // Well-formed for all we know, and of a kind that is not checked here.
        JsonSerialization, ///< RFC 7515 section 7.2, RFC 7516 section 7.2
        Encrypted,         ///< RFC 7516
        CriticalHeader,    ///< "crit": what it names must be understood, and is not
        UnencodedPayload,  ///< "b64" (RFC 7797)

        // The base64url of a part.
        Padding,
        Character,
        Length,
        LeftoverBits,

        // The JSON of a part.
        CutOff, ///< it ends too early
        Syntax,
        DuplicateName,
        TooDeep,
        ByteOrderMark,
        NotObject,

        // The header's members (RFC 7515, section 4.1).
        AlgorithmMissing,
        AlgorithmNotText,
        KeyIdNotText,
        TypeNotText,
    };
    Q_ENUM(Fault)

    Fault fault = Fault::NotThreeParts;
    TokenPart part = TokenPart::Whole;
    /// In the token's text for all of it, in the part's text where its base64url is at fault, else
    /// in the part's decoded bytes.
    qsizetype offset = 0;

    bool operator==(const TokenProblem &) const = default;
};
using TokenFault = TokenProblem::Fault;

/// A token taken apart, as far as it goes. Decoded is not verified: nothing here says that the
/// token is genuine.
struct DecodedToken {
    /// Objects. Where their part has a problem they hold what was whole before it, if anything was.
    std::optional<JsonValue> header;
    std::optional<JsonValue> claims;
    Secret signingInput; ///< what the signature is of: the first two parts, with their point
    Secret signature;    ///< decoded
    QList<TokenProblem> problems; ///< in the order of the checks: size, parts, each part

    bool isWellFormed() const { return problems.isEmpty(); }
    /// Whether the part has a problem of its own.
    bool isDamaged(TokenPart part) const;
};

/// Whether a token with this fault may be right, but is of a kind that is not checked here.
bool isUnsupported(TokenFault fault);

DecodedToken decodeToken(QByteArrayView token);

} // namespace hourpass
