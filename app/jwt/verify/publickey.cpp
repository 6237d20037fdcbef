// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/publickey.h"

#include "jwt/verify/openssl.h"

#include <array>
#include <openssl/core_names.h>
#include <openssl/param_build.h>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int rsaMinimum = 2048;
constexpr int rsaMaximum = 8192;

using Key = OpenSslPointer<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = OpenSslPointer<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using ParameterBuilder = OpenSslPointer<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Parameters = OpenSslPointer<OSSL_PARAM, OSSL_PARAM_free>;

struct Curve {
    KeyType type;
    QLatin1String name;  // RFC 7518, RFC 8037
    const char *openSsl; // the group, or the type of key
    int coordinate;      // bytes
    int bits;
};

constexpr std::array<Curve, 5> curves{{
    {KeyType::P256, "P-256"_L1, "prime256v1", 32, 256},
    {KeyType::P384, "P-384"_L1, "secp384r1", 48, 384},
    {KeyType::P521, "P-521"_L1, "secp521r1", 66, 521},
    {KeyType::Ed25519, "Ed25519"_L1, "ED25519", 32, 256},
    {KeyType::Ed448, "Ed448"_L1, "ED448", 57, 456},
}};

const Curve &curveOf(KeyType type)
{
    for (const Curve &curve : curves) {
        if (curve.type == type)
            return curve;
    }
    Q_UNREACHABLE();
}

QByteArray base64Url(QByteArrayView bytes)
{
    return bytes.toByteArray().toBase64(QByteArray::Base64UrlEncoding
                                        | QByteArray::OmitTrailingEquals);
}

// RFC 7638: of the members that the type asks for, in order, without blanks.
QString thumbprintOf(const QByteArray &members)
{
    std::array<unsigned char, 32> hash{};
    if (EVP_Digest(members.constData(), std::size_t(members.size()), hash.data(), nullptr,
                   EVP_sha256(), nullptr)
        != 1)
        return {};
    return QString::fromLatin1(
        base64Url(QByteArrayView(reinterpret_cast<const char *>(hash.data()), hash.size())));
}

QByteArray withoutLeadingZeros(const QByteArray &number)
{
    qsizetype zeros = 0;
    while (zeros < number.size() && number[zeros] == '\0')
        ++zeros;
    return number.sliced(zeros);
}

Key keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return Key(key);
}

std::optional<KeyFault> rsaFault(const BIGNUM *modulus, const BIGNUM *exponent)
{
    if (BN_num_bits(modulus) < rsaMinimum)
        return KeyFault::TooShort;
    if (BN_num_bits(modulus) > rsaMaximum)
        return KeyFault::TooLong;
    if (!BN_is_odd(modulus))
        return KeyFault::MemberInvalid;
    if (!BN_is_odd(exponent) || BN_is_one(exponent) || BN_num_bits(exponent) > 32)
        return KeyFault::ExponentInvalid;
    return {};
}

Key ecKey(const Curve &curve, const PointMembers &members)
{
    const QByteArray point = '\x04' + members.x + members.y; // uncompressed, SEC 1
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder
        || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.openSsl,
                                           0)
            != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY,
                                            point.constData(), std::size_t(point.size()))
            != 1)
        return {};
    Key key = keyFrom("EC", builder.get());
    const KeyContext check(key ? EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr) : nullptr);
    if (!check || EVP_PKEY_public_check(check.get()) != 1)
        return {};
    return key;
}

Key edwardsKey(const Curve &curve, const PointMembers &members)
{
    return Key(EVP_PKEY_new_raw_public_key_ex(nullptr, curve.openSsl, nullptr, bytesOf(members.x),
                                              std::size_t(members.x.size())));
}

bool isEdwards(KeyType type)
{
    return type == KeyType::Ed25519 || type == KeyType::Ed448;
}

QByteArray pointJson(const Curve &curve, const PointMembers &members)
{
    const QByteArray name(curve.name.data(), curve.name.size());
    if (isEdwards(curve.type))
        return R"({"crv":")" + name + R"(","kty":"OKP","x":")" + base64Url(members.x) + R"("})";
    return R"({"crv":")" + name + R"(","kty":"EC","x":")" + base64Url(members.x) + R"(","y":")"
        + base64Url(members.y) + R"("})";
}

// A number that a key holds, padded to `size` bytes if that is given.
QByteArray numberOf(const EVP_PKEY *key, const char *name, int size = 0)
{
    BIGNUM *read = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &read) != 1)
        return {};
    const BigNumber number(read);
    QByteArray bytes(size ? size : BN_num_bytes(number.get()), '\0');
    if (BN_bn2binpad(number.get(), reinterpret_cast<unsigned char *>(bytes.data()),
                     int(bytes.size()))
        < 0)
        return {};
    return bytes;
}

QByteArray rawPublicKey(const EVP_PKEY *key)
{
    std::size_t size = 0;
    if (EVP_PKEY_get_raw_public_key(key, nullptr, &size) != 1)
        return {};
    QByteArray bytes(qsizetype(size), '\0');
    if (EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(bytes.data()), &size)
        != 1)
        return {};
    return bytes;
}

void setEcKey(VerificationKey &key, const EVP_PKEY *read)
{
    std::array<char, 64> group{};
    key.fault = KeyFault::CurveUnsupported;
    if (EVP_PKEY_get_group_name(read, group.data(), group.size(), nullptr) != 1)
        return;
    for (const Curve &curve : curves) {
        if (QByteArrayView(group.data()) != QByteArrayView(curve.openSsl))
            continue;
        key.fault.reset();
        setPointKey(key, curve.type,
                    {numberOf(read, OSSL_PKEY_PARAM_EC_PUB_X, curve.coordinate),
                     numberOf(read, OSSL_PKEY_PARAM_EC_PUB_Y, curve.coordinate)});
        return;
    }
}

} // namespace

void setRsaKey(VerificationKey &key, const RsaMembers &members)
{
    const ErrorQueueGuard guard;
    key.type = KeyType::Rsa;
    const BigNumber modulus = bigNumber(members.modulus);
    const BigNumber exponent = bigNumber(members.exponent);
    key.bits = BN_num_bits(modulus.get());
    key.fault = rsaFault(modulus.get(), exponent.get());
    if (key.fault)
        return;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (builder && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) == 1
        && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) == 1)
        key.publicKey = keyFrom("RSA", builder.get());
    if (!key.publicKey)
        key.fault = KeyFault::MemberInvalid;
    key.thumbprint = thumbprintOf(R"({"e":")" + base64Url(withoutLeadingZeros(members.exponent))
                                  + R"(","kty":"RSA","n":")"
                                  + base64Url(withoutLeadingZeros(members.modulus)) + R"("})");
}

void setPointKey(VerificationKey &key, KeyType type, const PointMembers &members)
{
    const ErrorQueueGuard guard;
    const Curve &curve = curveOf(type);
    key.type = type;
    key.bits = curve.bits;
    if (members.x.size() != curve.coordinate
        || members.y.size() != (isEdwards(type) ? 0 : curve.coordinate)) {
        key.fault = KeyFault::MemberInvalid;
        return;
    }
    key.publicKey = isEdwards(type) ? edwardsKey(curve, members) : ecKey(curve, members);
    if (!key.publicKey)
        key.fault = KeyFault::PointInvalid;
    key.thumbprint = thumbprintOf(pointJson(curve, members));
}

void setOpenSslKey(VerificationKey &key, evp_pkey_st *publicKey)
{
    const ErrorQueueGuard guard;
    const Key read(publicKey);
    const bool isPss = EVP_PKEY_is_a(publicKey, "RSA-PSS") == 1;
    if (isPss || EVP_PKEY_is_a(publicKey, "RSA") == 1) {
        setRsaKey(key,
                  {numberOf(publicKey, OSSL_PKEY_PARAM_RSA_N),
                   numberOf(publicKey, OSSL_PKEY_PARAM_RSA_E)});
        if (isPss)
            key.type = KeyType::RsaPss;
    } else if (EVP_PKEY_is_a(publicKey, "EC") == 1) {
        setEcKey(key, publicKey);
    } else if (EVP_PKEY_is_a(publicKey, "ED25519") == 1) {
        setPointKey(key, KeyType::Ed25519, {rawPublicKey(publicKey), {}});
    } else if (EVP_PKEY_is_a(publicKey, "ED448") == 1) {
        setPointKey(key, KeyType::Ed448, {rawPublicKey(publicKey), {}});
    } else {
        key.fault = KeyFault::TypeUnsupported;
    }
}

} // namespace hourpass
