// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace hourpass::emulator {

/// Signs tokens (RS256, RSA 2048) and publishes the key set to check them with. Making the key
/// takes 50 to 200 ms: tests that start several emulators can share one signer.
class TokenSigner final
{
public:
    TokenSigner();
    ~TokenSigner();
    Q_DISABLE_COPY_MOVE(TokenSigner)

    QString keyId() const;
    /// A JWT in compact form.
    QByteArray sign(const QJsonObject &claims) const;
    /// The published keys: as at the real service there are several, and none has a `use`.
    QJsonObject keySet() const;

private:
    struct Key;
    std::unique_ptr<const Key> m_key;
    QString m_keyId;
    QJsonObject m_keySet;
};

} // namespace hourpass::emulator
