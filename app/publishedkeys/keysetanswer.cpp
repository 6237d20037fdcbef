// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "publishedkeys/keysetanswer.h"

#include "core/json.h"
#include "token/tokenset.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKeys = 128; // security rules, P7

Result<QStringList> keyIdsIn(const JsonValue &document)
{
    const JsonValue *keys = document.find(u"keys");
    if (!keys || keys->type != JsonValue::Type::Array)
        return failure(ErrorCode::AnswerUnusable, u"it is not a set of keys"_s);
    // A set without keys would take the place of one that is of use.
    if (keys->items.empty())
        return failure(ErrorCode::AnswerUnusable, u"there is no key in it"_s);
    if (qsizetype(keys->items.size()) > mostKeys)
        return failure(ErrorCode::AnswerUnusable, u"there are more than 128 keys in it"_s);
    QStringList ids;
    for (const JsonValue &key : keys->items)
        ids += key.string(u"kid");
    return ids;
}

Error asError(const HttpAnswer &answer, const JsonValue *body)
{
    Error error = refusal(answer, body);
    // IAM does not say of its own address that there is nothing.
    if (answer.status == 404 || answer.status == 405)
        error.code = ErrorCode::EndpointWrong;
    return error;
}

} // namespace

Result<QStringList> keyIdsOf(const QByteArray &keySet)
{
    const auto document = parseJson(keySet);
    return document ? keyIdsIn(*document) : failure(ErrorCode::AnswerNotJson);
}

Result<PublishedKeySet> parseKeySetAnswer(const HttpAnswer &answer, const Endpoint &endpoint)
{
    const auto body = parseJson(answer.body);
    if (answer.status != 200)
        return Failure(asError(answer, body ? &*body : nullptr));
    if (!body)
        return Failure(notJson(answer, body.error()));
    const auto ids = keyIdsIn(*body);
    if (!ids)
        return Failure(ids.error());
    PublishedKeySet set;
    set.text = answer.body;
    set.keyIds = *ids;
    set.endpoint = endpoint;
    set.fetchedAt = answer.received.utc;
    set.goodUntil = set.fetchedAt
        + std::clamp(answer.maxAge.value_or(usualKeySetLife), shortestKeySetLife,
                     longestKeySetLife);
    return set;
}

} // namespace hourpass
