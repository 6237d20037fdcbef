// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/fingerprint.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace hourpass {

Fingerprint::Fingerprint(const Secret &secret)
    : m_salt(16, Qt::Uninitialized)
    , m_length(secret.size())
{
    QRandomGenerator::system()->generate(m_salt.begin(), m_salt.end());
    m_digest = digest(secret.reveal());
}

bool Fingerprint::matches(QByteArrayView text) const
{
    return !isEmpty() && text.size() == m_length && digest(text) == m_digest;
}

QByteArray Fingerprint::digest(QByteArrayView text) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_salt);
    hash.addData(text);
    return hash.result();
}

} // namespace hourpass
