// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/signature.h"

#include "jwt/verify/openssl.h"

#include <array>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/rsa.h>

namespace hourpass {

namespace {

using Family = SignatureAlgorithm::Family;
using DigestContext = OpenSslPointer<EVP_MD_CTX, EVP_MD_CTX_free>;
using EcdsaPair = OpenSslPointer<ECDSA_SIG, ECDSA_SIG_free>;
using Mac = OpenSslPointer<EVP_MAC, EVP_MAC_free>;
using MacContext = OpenSslPointer<EVP_MAC_CTX, EVP_MAC_CTX_free>;

const EVP_MD *hashOf(const SignatureAlgorithm &algorithm)
{
    switch (algorithm.hashBits) {
    case 256:
        return EVP_sha256();
    case 384:
        return EVP_sha384();
    case 512:
        return EVP_sha512();
    default:
        return nullptr; // the key decides
    }
}

qsizetype lengthOf(const VerificationKey &key, const SignatureAlgorithm &algorithm)
{
    switch (algorithm.family) {
    case Family::Pkcs1:
    case Family::Pss:
        return (key.bits + 7) / 8;
    case Family::Ecdsa:
        return qsizetype(2) * ((key.bits + 7) / 8);
    case Family::Eddsa:
        return key.type == KeyType::Ed448 ? 114 : 64;
    case Family::Hmac:
        break;
    }
    return algorithm.hashBits / 8;
}

// RFC 7518, section 3.4 writes r and s side by side, OpenSSL wants them in DER.
QByteArray derOf(QByteArrayView pair)
{
    const qsizetype half = pair.size() / 2;
    const EcdsaPair numbers(ECDSA_SIG_new());
    BigNumber r = bigNumber(pair.first(half));
    BigNumber s = bigNumber(pair.sliced(half));
    if (!numbers || !r || !s || ECDSA_SIG_set0(numbers.get(), r.get(), s.get()) != 1)
        return {};
    static_cast<void>(r.release()); // they are the pair's now
    static_cast<void>(s.release());
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(numbers.get(), &der);
    if (size <= 0)
        return {};
    QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

// Nothing is left to a default, neither ours nor the key's.
bool setPadding(EVP_PKEY_CTX *context, const SignatureAlgorithm &algorithm)
{
    switch (algorithm.family) {
    case Family::Pkcs1:
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    case Family::Pss: // RFC 7518, section 3.5: salt as long as the hash, MGF1 with the same hash
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1
            && EVP_PKEY_CTX_set_rsa_mgf1_md(context, hashOf(algorithm)) == 1;
    case Family::Ecdsa:
    case Family::Eddsa:
    case Family::Hmac:
        break;
    }
    return true;
}

bool isByPrivateKey(const VerificationKey &key, const SignatureAlgorithm &algorithm,
                    QByteArrayView input, QByteArrayView signature)
{
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr; // the digest context's
    if (!context
        || EVP_DigestVerifyInit(context.get(), &keyContext, hashOf(algorithm), nullptr,
                                key.publicKey.get())
            != 1
        || !setPadding(keyContext, algorithm))
        return false;
    return EVP_DigestVerify(context.get(), bytesOf(signature), std::size_t(signature.size()),
                            bytesOf(input), std::size_t(input.size()))
        == 1;
}

bool isBySecret(const VerificationKey &key, const SignatureAlgorithm &algorithm,
                QByteArrayView input, QByteArrayView signature)
{
    const Mac hmac(EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr));
    const MacContext context(hmac ? EVP_MAC_CTX_new(hmac.get()) : nullptr);
    if (!context)
        return false;
    std::array<char, 8> hash{"SHA"};
    qstrcpy(hash.data() + 3, QByteArray::number(algorithm.hashBits).constData());
    const std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, hash.data(), 0),
        OSSL_PARAM_construct_end()};
    const QByteArrayView secret = key.secret.reveal();
    std::array<unsigned char, EVP_MAX_MD_SIZE> computed{};
    std::size_t size = 0;
    if (EVP_MAC_init(context.get(), bytesOf(secret), std::size_t(secret.size()), parameters.data())
            != 1
        || EVP_MAC_update(context.get(), bytesOf(input), std::size_t(input.size())) != 1
        || EVP_MAC_final(context.get(), computed.data(), &size, computed.size()) != 1)
        return false;
    const bool isSame = size == std::size_t(signature.size())
        && CRYPTO_memcmp(computed.data(), bytesOf(signature), size) == 0;
    wipe(computed.data(), computed.size());
    return isSame;
}

} // namespace

SignatureMatch matchSignature(const VerificationKey &key, const SignatureAlgorithm &algorithm,
                              QByteArrayView input, QByteArrayView signature)
{
    const ErrorQueueGuard guard;
    if (!key.allows(algorithm))
        return SignatureMatch::Other;
    if (signature.size() != lengthOf(key, algorithm))
        return SignatureMatch::WrongLength;
    if (algorithm.family == Family::Hmac)
        return isBySecret(key, algorithm, input, signature) ? SignatureMatch::Genuine
                                                            : SignatureMatch::Other;
    const QByteArray der = algorithm.family == Family::Ecdsa ? derOf(signature) : QByteArray();
    const bool isGenuine =
        isByPrivateKey(key, algorithm, input, der.isEmpty() ? signature : QByteArrayView(der));
    return isGenuine ? SignatureMatch::Genuine : SignatureMatch::Other;
}

} // namespace hourpass
