// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <QByteArray>
#include <QJsonObject>

struct evp_pkey_st;

namespace hourpass::test {

/// A key pair made for one test, and what a signer does with it. It shares no code with what is
/// tested.
class KeyPair final
{
public:
    static KeyPair rsa(int bits);
    static KeyPair rsaPss();                    ///< may sign with PSS alone
    static KeyPair ec(const QByteArray &curve); ///< "P-256" and its kin
    static KeyPair ed25519();
    static KeyPair ed448();

    /// The public half in base64url, as RFC 7518 and RFC 8037 have it; no "kid", "use" or "alg".
    QJsonObject jwk() const;
    QByteArray publicPem() const;
    QByteArray privatePem() const;
    QByteArray pkcs1Pem() const;       ///< "RSA PUBLIC KEY"
    QByteArray certificatePem() const; ///< signed by itself

    /// `alg` is the token's; for PS… the salt may be of another length than it should be.
    QByteArray sign(const QByteArray &alg, const QByteArray &input, int saltLength = -1) const;

private:
    explicit KeyPair(evp_pkey_st *key);
    QByteArray number(const char *name, int size) const;

    std::shared_ptr<evp_pkey_st> m_key;
};

QByteArray hmac(const QByteArray &alg, const QByteArray &secret, const QByteArray &input);

QByteArray base64Url(const QByteArray &bytes);
/// "header.payload" of two texts.
QByteArray signingInput(const QByteArray &header, const QByteArray &payload);

} // namespace hourpass::test
