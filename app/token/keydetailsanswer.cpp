// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/keydetailsanswer.h"

#include "core/isotime.h"
#include "token/tokenset.h"

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

bool isTrue(const JsonValue &object, QStringView name)
{
    const JsonValue *value = object.find(name);
    return value && (value->type == JsonValue::Type::Bool || value->isString())
        && value->utf8.toLower() == "true";
}

} // namespace

Result<KeyCheck> parseKeyDetailsAnswer(const HttpAnswer &answer)
{
    const auto body = parseJson(answer.body);
    if (answer.status == 200 && !body)
        return Failure(notJson(answer, body.error()));
    if (answer.status == 200)
        return parseKeyDetails(*body).map([](const KeyDetails &told) {
            return KeyCheck{told, {}};
        });
    const Error error = refusal(answer, body ? &*body : nullptr);
    if (answer.status == 401 || answer.status == 403 || answer.status == 404)
        return KeyCheck{{}, error.server};
    return Failure(error);
}

Result<KeyDetails> parseKeyDetails(const JsonValue &body)
{
    KeyDetails details;
    details.id = body.string(u"id");
    details.name = body.string(u"name");
    details.owner = body.string(u"iam_id");
    details.accountId = body.string(u"account_id");
    details.createdAt = parseIsoTime(body.string(u"created_at"));
    details.expiresAt = parseIsoTime(body.string(u"expires_at"));
    details.locked = isTrue(body, u"locked");
    details.disabled = isTrue(body, u"disabled");
    if (details.id.isEmpty() && details.name.isEmpty() && details.owner.isEmpty())
        return failure(ErrorCode::AnswerUnusable, u"the answer tells of no API key"_s);
    return details;
}

} // namespace hourpass
