// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <optional>

namespace hourpass {

/// A name for a token that can be written into a ticket: the same everywhere for the same token,
/// and of no use to whoever wants the token. It proves nothing, and is not meant to resist somebody
/// who makes two tokens of one fingerprint: it tells apart those that came by.
///
/// The first 64 bits of SHA-256 over "hourpass token fingerprint 1", a NUL, and the token's bytes
/// in compact form.
class TokenFingerprint final
{
public:
    /// Null: of no token.
    TokenFingerprint() = default;
    static TokenFingerprint of(QByteArrayView token);
    /// As toString() writes it, also in capitals and without the hyphens; nothing for anything
    /// else.
    static std::optional<TokenFingerprint> fromString(QStringView text);

    bool isNull() const { return !m_bits; }
    /// "1a2b-3c4d-5e6f-7089"; empty where it is null.
    QString toString() const;

    bool operator==(const TokenFingerprint &) const = default;
    friend size_t qHash(const TokenFingerprint &fingerprint, size_t seed = 0)
    {
        return qHash(fingerprint.m_bits.value_or(0), seed);
    }

private:
    std::optional<quint64> m_bits;
};

} // namespace hourpass
