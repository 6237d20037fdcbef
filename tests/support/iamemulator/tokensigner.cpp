// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/tokensigner.h"

#include "support/iamemulator/openssl.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <openssl/core_names.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

constexpr int modulusBytes = 256;

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray segment(const QJsonObject &object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray parameter(EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    openssl::require(EVP_PKEY_get_bn_param(key, name, &raw) == 1, "EVP_PKEY_get_bn_param");
    const openssl::BigNumber number(raw);
    QByteArray bytes(BN_num_bytes(number.get()), '\0');
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char *>(bytes.data()));
    return bytes;
}

/// A modulus that nobody has the private half of: the key before this one, out of use.
QByteArray retiredModulus()
{
    QByteArray bytes(modulusBytes, '\0');
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    bytes.front() = char(bytes.front() | char(0x80));
    bytes.back() = char(bytes.back() | 1);
    return bytes;
}

QJsonObject publicKey(const QString &keyId, const QByteArray &modulus, const QByteArray &exponent)
{
    return {{u"kty"_s, u"RSA"_s},
            {u"n"_s, QString::fromLatin1(base64Url(modulus))},
            {u"e"_s, QString::fromLatin1(base64Url(exponent))},
            {u"alg"_s, u"RS256"_s},
            {u"kid"_s, keyId}};
}

QString keyIdOf(const QDateTime &time)
{
    return time.toString(u"yyyyMMddHHmm"_s);
}

} // namespace

struct TokenSigner::Key {
    openssl::PrivateKey value{EVP_RSA_gen(modulusBytes * 8)};
};

TokenSigner::TokenSigner()
    : m_key(std::make_unique<const Key>())
{
    EVP_PKEY *key = m_key->value.get();
    openssl::require(key != nullptr, "EVP_RSA_gen");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_keyId = keyIdOf(now);
    const QByteArray exponent = parameter(key, OSSL_PKEY_PARAM_RSA_E);
    m_keySet = {{u"keys"_s,
                 QJsonArray{publicKey(keyIdOf(now.addDays(-30)), retiredModulus(), exponent),
                            publicKey(m_keyId, parameter(key, OSSL_PKEY_PARAM_RSA_N), exponent)}}};
}

TokenSigner::~TokenSigner() = default;

QString TokenSigner::keyId() const
{
    return m_keyId;
}

QByteArray TokenSigner::sign(const QJsonObject &claims) const
{
    const QJsonObject header{{u"kid"_s, m_keyId}, {u"alg"_s, u"RS256"_s}};
    const QByteArray signedPart = segment(header) + '.' + segment(claims);
    const auto *input = reinterpret_cast<const unsigned char *>(signedPart.constData());

    const openssl::DigestContext context(EVP_MD_CTX_new());
    openssl::require(
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key->value.get()) == 1,
        "EVP_DigestSignInit");
    QByteArray signature(modulusBytes, '\0');
    auto size = std::size_t(signature.size());
    openssl::require(EVP_DigestSign(context.get(),
                                    reinterpret_cast<unsigned char *>(signature.data()), &size,
                                    input, std::size_t(signedPart.size()))
                         == 1,
                     "EVP_DigestSign");
    return signedPart + '.' + base64Url(signature);
}

QJsonObject TokenSigner::keySet() const
{
    return m_keySet;
}

} // namespace hourpass::emulator
