// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"

#include <QByteArray>

namespace hourpass {

/// Tells whether a text is the one that was copied, without keeping that text: a salted hash and
/// the length.
class Fingerprint final
{
public:
    Fingerprint() = default;
    explicit Fingerprint(const Secret &secret);

    bool isEmpty() const { return m_digest.isEmpty(); }
    /// In bytes; what is longer need not be read to its end.
    qsizetype length() const { return m_length; }
    bool matches(QByteArrayView text) const;

private:
    QByteArray digest(QByteArrayView text) const;

    QByteArray m_salt;
    QByteArray m_digest;
    qsizetype m_length = 0;
};

} // namespace hourpass
