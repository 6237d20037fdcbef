// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"
#include "jwt/verify/signaturealgorithm.h"

#include <memory>
#include <optional>
#include <QObject>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace hourpass {

/// A key that signatures are checked with: a public one, or one that signer and reader share. Never
/// a private one.
struct VerificationKey {
    Q_GADGET
public:
    enum class Type { Unknown, Rsa, RsaPss, P256, P384, P521, Ed25519, Ed448, Symmetric };
    Q_ENUM(Type)

    /// Why a key, or a text that should hold keys, cannot be used.
    enum class Fault {
        // The text.
        TooLarge,
        NotKeys, ///< neither a JWK, a JWK set nor PEM
        NotJson, ///< begins like JSON and is not strictly that
        PemDamaged,
        TooManyKeys,
        PrivateKey, ///< one is in it: who has that can sign, so it does not belong here

        // One key (RFC 7517, RFC 7518, RFC 8037; security rules, section 6).
        TypeUnsupported,
        CurveUnsupported,
        MemberInvalid, ///< one that the type asks for is missing or not what it should be
        PointInvalid,  ///< not on the curve
        TooShort,
        TooLong,
        ExponentInvalid, ///< of RSA: even, below 3 or above 32 bits
        UseNotSignature,
        OperationsWithoutVerify,
        AlgorithmMismatch, ///< "alg" is not one that this type of key does
        SharedAmongPublic, ///< a symmetric key in a set of public ones: anybody could have it
        Ambiguous,         ///< more than one key of the set has this id
    };
    Q_ENUM(Fault)

    Type type = Type::Unknown;
    int bits = 0;
    QString id;         ///< "kid" or empty. From outside, as the next
    QString algorithm;  ///< "alg" or empty: the only one that the key is for
    QString thumbprint; ///< RFC 7638, with SHA-256, in base64url; empty for a symmetric key
    /// A key that is of no use stays in its set, so that it can be told from one that is not there.
    std::optional<Fault> fault;
    std::shared_ptr<evp_pkey_st> publicKey;
    Secret secret; ///< of a symmetric one

    /// Whether this key may check signatures of the algorithm: the one that it names, else those
    /// that its type does.
    bool allows(const SignatureAlgorithm &wanted) const;
};
using KeyFault = VerificationKey::Fault;
using KeyType = VerificationKey::Type;

/// Whether keys of this type, and this long, do the algorithm.
bool canDo(KeyType type, int bits, const SignatureAlgorithm &algorithm);

} // namespace hourpass
