// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace hourpass {

/// Base64url without padding, as RFC 7515 section 2 has it. Strict: nothing but the alphabet, no
/// length that no encoder makes, no bits left over. Qt's own decoder takes all three.
std::optional<QByteArray> decodeBase64Url(QByteArrayView text);

/// What keeps a text from being that.
struct Base64UrlProblem {
    enum class Kind {
        Padding,   ///< an equals sign
        Character, ///< one that is not of the alphabet
        Length,    ///< one character is left over, which no encoder writes
        Leftover,  ///< the last character has bits that belong to no byte
    };

    Kind kind = Kind::Character;
    qsizetype offset = 0; ///< of the character

    bool operator==(const Base64UrlProblem &) const = default;
};

/// The bytes up to the first problem: to show them, never to trust them.
struct Base64UrlReading {
    QByteArray bytes;
    std::optional<Base64UrlProblem> problem;
};

Base64UrlReading readBase64Url(QByteArrayView text);

} // namespace hourpass
