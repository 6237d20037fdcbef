// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace hourpass {

/// How many characters the last part of a token may have. Where a token was broken over lines this
/// says which is its last.
class SignatureSizes final
{
public:
    SignatureSizes() = default;
    /// For a JWS algorithm (RFC 7518 section 3, RFC 8037). None where it is not known.
    static SignatureSizes ofAlgorithm(QByteArrayView algorithm);
    /// For the authentication tag of a JWE (RFC 7518, section 5).
    static SignatureSizes ofTag();

    bool fits(qsizetype size) const { return m_sizes.contains(size); }
    /// It cannot be whole: shorter than what fits.
    bool isTooShort(qsizetype size) const;
    /// It fits, and is not likely to be the first half of a larger one.
    bool isSurelyWhole(qsizetype size) const;
    /// Of the signature that `run` begins with, where what follows it in there begins another
    /// token.
    std::optional<qsizetype> sizeBefore(QByteArrayView run, bool (*isToken)(QByteArrayView)) const;

    static constexpr qsizetype largest = 1366; ///< RSA with 8192 bits

private:
    explicit SignatureSizes(QList<qsizetype> sizes)
        : m_sizes(std::move(sizes))
    {
    }

    QList<qsizetype> m_sizes; ///< ascending
};

} // namespace hourpass
