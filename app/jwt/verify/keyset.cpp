// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/keyset.h"

#include "core/json.h"
#include "jwt/verify/jwk.h"
#include "jwt/verify/pem.h"

#include <algorithm>

namespace hourpass {

namespace {

using Import = tl::expected<KeySet, KeyFault>;

Import importJson(QByteArrayView text)
{
    const auto json = parseJson(text);
    if (!json || !json->isObject())
        return tl::unexpected(KeyFault::NotJson);
    const JsonValue *listed = json->find(u"keys");
    if (!listed && !json->find(u"kty"))
        return tl::unexpected(KeyFault::NotKeys);
    if (listed && listed->type != JsonValue::Type::Array)
        return tl::unexpected(KeyFault::NotKeys);
    KeySet set;
    const auto add = [&set](const JsonValue &jwk) -> std::optional<KeyFault> {
        if (!jwk.isObject())
            return KeyFault::NotKeys;
        if (isPrivateJwk(jwk))
            return KeyFault::PrivateKey;
        if (set.keys.size() >= keyCountLimit)
            return KeyFault::TooManyKeys;
        set.keys.append(keyOfJwk(jwk));
        return {};
    };
    if (!listed) {
        if (const auto fault = add(*json))
            return tl::unexpected(*fault);
        return set;
    }
    for (const JsonValue &jwk : listed->items) {
        if (const auto fault = add(jwk))
            return tl::unexpected(*fault);
    }
    return set;
}

// A set of public keys is there to be handed out; what is in it is no secret.
void refuseSharedAmongPublic(KeySet &set)
{
    const auto isShared = [](const VerificationKey &key) { return key.type == KeyType::Symmetric; };
    if (std::all_of(set.keys.begin(), set.keys.end(), isShared))
        return;
    for (VerificationKey &key : set.keys) {
        if (isShared(key) && !key.fault)
            key.fault = KeyFault::SharedAmongPublic;
    }
}

} // namespace

Import importKeys(QByteArrayView text)
{
    if (text.size() > keySetLimit)
        return tl::unexpected(KeyFault::TooLarge);
    Import set = text.trimmed().startsWith('{') ? importJson(text) : importPem(text);
    if (set)
        refuseSharedAmongPublic(*set);
    return set;
}

} // namespace hourpass
