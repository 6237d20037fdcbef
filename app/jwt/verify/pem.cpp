// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/pem.h"

#include "jwt/verify/openssl.h"
#include "jwt/verify/publickey.h"

#include <openssl/pem.h>
#include <openssl/x509.h>

namespace hourpass {

namespace {

using Bio = OpenSslPointer<BIO, BIO_free_all>;
using Certificate = OpenSslPointer<X509, X509_free>;

// One block; OpenSSL allocates its three texts, which are overwritten when they go.
struct Block {
    Block() = default;
    ~Block()
    {
        OPENSSL_free(label);
        OPENSSL_free(headers);
        OPENSSL_clear_free(bytes, std::size_t(size));
    }
    Q_DISABLE_COPY_MOVE(Block)

    char *label = nullptr;
    char *headers = nullptr;
    unsigned char *bytes = nullptr;
    long size = 0;
};

bool isOfKnownKind(const Block &block)
{
    const QByteArrayView label(block.label);
    return label == "PUBLIC KEY" || label == "RSA PUBLIC KEY" || label == "CERTIFICATE";
}

// Null also where something follows the key.
EVP_PKEY *publicKeyOf(const Block &block)
{
    const QByteArrayView label(block.label);
    const unsigned char *at = block.bytes;
    const unsigned char *const end = block.bytes + block.size;
    EVP_PKEY *key = nullptr;
    if (label == "PUBLIC KEY") {
        key = d2i_PUBKEY(nullptr, &at, block.size);
    } else if (label == "RSA PUBLIC KEY") {
        key = d2i_PublicKey(EVP_PKEY_RSA, nullptr, &at, block.size);
    } else if (label == "CERTIFICATE") {
        const Certificate certificate(d2i_X509(nullptr, &at, block.size));
        key = certificate ? X509_get_pubkey(certificate.get()) : nullptr;
    }
    if (key && at != end) {
        EVP_PKEY_free(key);
        return nullptr;
    }
    return key;
}

} // namespace

tl::expected<KeySet, KeyFault> importPem(QByteArrayView text)
{
    const ErrorQueueGuard guard;
    // Before anything of it is decoded.
    if (text.indexOf("PRIVATE KEY-----") >= 0)
        return tl::unexpected(KeyFault::PrivateKey);
    if (text.indexOf("-----BEGIN ") < 0)
        return tl::unexpected(KeyFault::NotKeys);
    const Bio bio(BIO_new_mem_buf(text.data(), int(text.size())));
    KeySet set;
    while (bio) {
        Block block;
        if (PEM_read_bio(bio.get(), &block.label, &block.headers, &block.bytes, &block.size) != 1) {
            const bool isAtEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
            if (!isAtEnd || set.keys.isEmpty())
                return tl::unexpected(KeyFault::PemDamaged);
            break;
        }
        if (set.keys.size() >= keyCountLimit)
            return tl::unexpected(KeyFault::TooManyKeys);
        if (!isOfKnownKind(block))
            return tl::unexpected(KeyFault::TypeUnsupported);
        EVP_PKEY *read = publicKeyOf(block);
        if (!read)
            return tl::unexpected(KeyFault::PemDamaged);
        VerificationKey key;
        setOpenSslKey(key, read);
        set.keys.append(key);
    }
    return set;
}

} // namespace hourpass
