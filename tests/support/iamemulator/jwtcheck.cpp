// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/jwtcheck.h"

#include "support/iamemulator/openssl.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/core_names.h>
#include <openssl/param_build.h>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

using KeyContext = std::unique_ptr<EVP_PKEY_CTX, openssl::Deleter<EVP_PKEY_CTX_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, openssl::Deleter<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, openssl::Deleter<OSSL_PARAM_free>>;

std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    const auto result = QByteArray::fromBase64Encoding(
        text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result || text.contains('='))
        return {};
    return *result;
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

openssl::BigNumber numberOf(const QJsonValue &text)
{
    const QByteArray bytes = fromBase64Url(text.toString().toLatin1()).value_or(QByteArray());
    return openssl::BigNumber(BN_bin2bn(bytesOf(bytes), int(bytes.size()), nullptr));
}

openssl::PrivateKey publicKeyOf(const QJsonObject &jwk)
{
    const openssl::BigNumber modulus = numberOf(jwk.value("n"_L1));
    const openssl::BigNumber exponent = numberOf(jwk.value("e"_L1));
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get());
    return openssl::PrivateKey(key);
}

} // namespace

std::optional<DecodedToken> decodeToken(const QByteArray &token)
{
    const QByteArrayList parts = token.split('.');
    if (parts.size() != 3)
        return {};
    const auto header = fromBase64Url(parts.at(0));
    const auto claims = fromBase64Url(parts.at(1));
    const auto signature = fromBase64Url(parts.at(2));
    if (!header || !claims || !signature)
        return {};
    return DecodedToken{QJsonDocument::fromJson(*header).object(),
                        QJsonDocument::fromJson(*claims).object(), parts.at(0) + '.' + parts.at(1),
                        *signature};
}

bool isSignedByKeySet(const DecodedToken &token, const QJsonObject &keySet)
{
    const QJsonArray keys = keySet.value("keys"_L1).toArray();
    for (const QJsonValue &entry : keys) {
        const QJsonObject jwk = entry.toObject();
        if (jwk.value("kid"_L1) != token.header.value("kid"_L1))
            continue;
        const openssl::PrivateKey key = publicKeyOf(jwk);
        const openssl::DigestContext context(EVP_MD_CTX_new());
        return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
            && EVP_DigestVerify(context.get(), bytesOf(token.signature),
                                std::size_t(token.signature.size()), bytesOf(token.signedPart),
                                std::size_t(token.signedPart.size()))
            == 1;
    }
    return false;
}

} // namespace hourpass::emulator
