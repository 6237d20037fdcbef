// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/keypair.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

evp_pkey_st *must(evp_pkey_st *key)
{
    if (!key)
        qFatal("OpenSSL made no key");
    return key;
}

const EVP_MD *hashOf(const QByteArray &alg)
{
    if (alg.endsWith("256"))
        return EVP_sha256();
    if (alg.endsWith("384"))
        return EVP_sha384();
    return alg.endsWith("512") ? EVP_sha512() : nullptr;
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray textOf(BIO *bio)
{
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio, &text);
    QByteArray copy(text, size);
    BIO_free(bio);
    return copy;
}

QByteArray pairOf(const QByteArray &der, int half)
{
    const unsigned char *at = bytesOf(der);
    ECDSA_SIG *numbers = d2i_ECDSA_SIG(nullptr, &at, der.size());
    QByteArray pair(qsizetype(2) * half, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(numbers), bytesOf(pair), half);
    BN_bn2binpad(ECDSA_SIG_get0_s(numbers), bytesOf(pair) + half, half);
    ECDSA_SIG_free(numbers);
    return pair;
}

} // namespace

KeyPair::KeyPair(evp_pkey_st *key)
    : m_key(must(key), EVP_PKEY_free)
{
}

KeyPair KeyPair::rsa(int bits)
{
    return KeyPair(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(bits)));
}

KeyPair KeyPair::rsaPss()
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA-PSS", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_keygen_init(context);
    EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048);
    EVP_PKEY_generate(context, &key);
    EVP_PKEY_CTX_free(context);
    return KeyPair(key);
}

KeyPair KeyPair::ec(const QByteArray &curve)
{
    return KeyPair(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve.constData()));
}

KeyPair KeyPair::ed25519()
{
    return KeyPair(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
}

KeyPair KeyPair::ed448()
{
    return KeyPair(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED448"));
}

QByteArray KeyPair::number(const char *name, int size) const
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(m_key.get(), name, &value);
    QByteArray bytes(size ? size : BN_num_bytes(value), '\0');
    BN_bn2binpad(value, bytesOf(bytes), int(bytes.size()));
    BN_free(value);
    return bytes;
}

QJsonObject KeyPair::jwk() const
{
    const auto text = [](const QByteArray &bytes) { return QString::fromLatin1(base64Url(bytes)); };
    if (EVP_PKEY_is_a(m_key.get(), "RSA"))
        return {
            {u"kty"_s, u"RSA"_s}, {u"n"_s, text(number("n", 0))}, {u"e"_s, text(number("e", 0))}};
    if (EVP_PKEY_is_a(m_key.get(), "EC")) {
        const int bits = EVP_PKEY_get_bits(m_key.get());
        const int size = (bits + 7) / 8;
        return {{u"kty"_s, u"EC"_s},
                {u"crv"_s, u"P-%1"_s.arg(bits)},
                {u"x"_s, text(number("qx", size))},
                {u"y"_s, text(number("qy", size))}};
    }
    const bool isLong = EVP_PKEY_is_a(m_key.get(), "ED448");
    QByteArray raw(isLong ? 57 : 32, '\0');
    std::size_t size = std::size_t(raw.size());
    EVP_PKEY_get_raw_public_key(m_key.get(), bytesOf(raw), &size);
    return {
        {u"kty"_s, u"OKP"_s}, {u"crv"_s, isLong ? u"Ed448"_s : u"Ed25519"_s}, {u"x"_s, text(raw)}};
}

QByteArray KeyPair::publicPem() const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(bio, m_key.get());
    return textOf(bio);
}

QByteArray KeyPair::privatePem() const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return textOf(bio);
}

QByteArray KeyPair::pkcs1Pem() const
{
    unsigned char *der = nullptr;
    const int size = i2d_PublicKey(m_key.get(), &der);
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio(bio, "RSA PUBLIC KEY", "", der, size);
    OPENSSL_free(der);
    return textOf(bio);
}

QByteArray KeyPair::certificatePem() const
{
    X509 *certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, m_key.get());
    const bool hashesItself = EVP_PKEY_get_id(m_key.get()) == EVP_PKEY_ED25519;
    X509_sign(certificate, m_key.get(), hashesItself ? nullptr : EVP_sha256());
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    X509_free(certificate);
    return textOf(bio);
}

QByteArray KeyPair::sign(const QByteArray &alg, const QByteArray &input, int saltLength) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *keyContext = nullptr;
    EVP_DigestSignInit(context, &keyContext, hashOf(alg), nullptr, m_key.get());
    if (alg.startsWith("PS")) {
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext,
                                         saltLength < 0 ? RSA_PSS_SALTLEN_DIGEST : saltLength);
    }
    std::size_t size = 0;
    EVP_DigestSign(context, nullptr, &size, bytesOf(input), std::size_t(input.size()));
    QByteArray signature(qsizetype(size), '\0');
    if (EVP_DigestSign(context, bytesOf(signature), &size, bytesOf(input),
                       std::size_t(input.size()))
        != 1)
        qFatal("OpenSSL made no signature");
    signature.truncate(qsizetype(size));
    EVP_MD_CTX_free(context);
    return alg.startsWith("ES") ? pairOf(signature, (EVP_PKEY_get_bits(m_key.get()) + 7) / 8)
                                : signature;
}

QByteArray hmac(const QByteArray &alg, const QByteArray &secret, const QByteArray &input)
{
    QByteArray mac(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    HMAC(hashOf(alg), secret.constData(), int(secret.size()), bytesOf(input),
         std::size_t(input.size()), bytesOf(mac), &size);
    mac.truncate(size);
    return mac;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signingInput(const QByteArray &header, const QByteArray &payload)
{
    return base64Url(header) + '.' + base64Url(payload);
}

} // namespace hourpass::test
