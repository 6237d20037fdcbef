// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/jwk.h"

#include "jwt/base64url.h"
#include "jwt/verify/publickey.h"

#include <algorithm>
#include <array>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// Empty where it is missing, no text or no base64url: none of them may be empty.
QByteArray memberBytes(const JsonValue &jwk, QStringView name)
{
    const JsonValue *value = jwk.find(name);
    if (!value || !value->isString())
        return {};
    return decodeBase64Url(value->utf8).value_or(QByteArray());
}

void readRsa(VerificationKey &key, const JsonValue &jwk)
{
    const RsaMembers members{memberBytes(jwk, u"n"), memberBytes(jwk, u"e")};
    key.type = KeyType::Rsa;
    if (members.modulus.isEmpty() || members.exponent.isEmpty())
        key.fault = KeyFault::MemberInvalid;
    else
        setRsaKey(key, members);
}

void readEc(VerificationKey &key, const JsonValue &jwk)
{
    const QString curve = jwk.string(u"crv");
    const PointMembers members{memberBytes(jwk, u"x"), memberBytes(jwk, u"y")};
    if (curve == "P-256"_L1)
        setPointKey(key, KeyType::P256, members);
    else if (curve == "P-384"_L1)
        setPointKey(key, KeyType::P384, members);
    else if (curve == "P-521"_L1)
        setPointKey(key, KeyType::P521, members);
    else
        key.fault = KeyFault::CurveUnsupported;
}

void readOkp(VerificationKey &key, const JsonValue &jwk)
{
    const QString curve = jwk.string(u"crv");
    if (curve == "Ed25519"_L1)
        setPointKey(key, KeyType::Ed25519, {memberBytes(jwk, u"x"), {}});
    else if (curve == "Ed448"_L1)
        setPointKey(key, KeyType::Ed448, {memberBytes(jwk, u"x"), {}});
    else
        key.fault = KeyFault::CurveUnsupported;
}

void readSymmetric(VerificationKey &key, const JsonValue &jwk)
{
    key.type = KeyType::Symmetric;
    key.secret = Secret(memberBytes(jwk, u"k"));
    key.bits = int(key.secret.size() * 8);
    if (key.secret.isEmpty())
        key.fault = KeyFault::MemberInvalid;
    else if (key.bits < 256)
        key.fault = KeyFault::TooShort;
}

bool isForVerifying(const JsonValue *operations)
{
    if (!operations)
        return true;
    return operations->type == JsonValue::Type::Array
        && std::any_of(operations->items.begin(), operations->items.end(),
                       [](const JsonValue &each) { return each.toString() == "verify"_L1; });
}

std::optional<KeyFault> faultOfUse(const VerificationKey &key, const JsonValue &jwk)
{
    if (const JsonValue *use = jwk.find(u"use"); use && use->toString() != "sig"_L1)
        return KeyFault::UseNotSignature;
    if (!isForVerifying(jwk.find(u"key_ops")))
        return KeyFault::OperationsWithoutVerify;
    if (!jwk.find(u"alg"))
        return {};
    const SignatureAlgorithm *algorithm = findAlgorithm(key.algorithm);
    if (!algorithm || !canDo(key.type, key.bits, *algorithm)) {
        const bool isShort = algorithm && key.type == KeyType::Symmetric
            && algorithm->family == SignatureAlgorithm::Family::Hmac;
        return isShort ? KeyFault::TooShort : KeyFault::AlgorithmMismatch;
    }
    return {};
}

} // namespace

bool isPrivateJwk(const JsonValue &jwk)
{
    if (jwk.string(u"kty") == "oct"_L1)
        return false;
    constexpr std::array<QStringView, 7> owners{u"d", u"p", u"q", u"dp", u"dq", u"qi", u"oth"};
    return std::any_of(owners.begin(), owners.end(),
                       [&jwk](QStringView name) { return jwk.find(name) != nullptr; });
}

VerificationKey keyOfJwk(const JsonValue &jwk)
{
    VerificationKey key;
    key.id = jwk.string(u"kid");
    key.algorithm = jwk.string(u"alg");
    const QString type = jwk.string(u"kty");
    if (type == "RSA"_L1)
        readRsa(key, jwk);
    else if (type == "EC"_L1)
        readEc(key, jwk);
    else if (type == "OKP"_L1)
        readOkp(key, jwk);
    else if (type == "oct"_L1)
        readSymmetric(key, jwk);
    else
        key.fault = KeyFault::TypeUnsupported;
    if (const JsonValue *id = jwk.find(u"kid"); id && !id->isString())
        key.fault = KeyFault::MemberInvalid;
    if (!key.fault)
        key.fault = faultOfUse(key, jwk);
    return key;
}

} // namespace hourpass
