// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokenset.h"

#include "core/json.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr Seconds longestLife{24 * 3600};
constexpr Seconds endOfYear9999{253'402'300'799};

Failure unusable(const QString &what)
{
    return failure(ErrorCode::AnswerUnusable, what);
}

// A whole number, or a plain decimal string of one: older IAM answers had both.
std::optional<Seconds> seconds(const JsonValue &object, QStringView name)
{
    const JsonValue *value = object.find(name);
    if (!value)
        return {};
    auto number = value->toInteger();
    if (value->isString()) {
        bool ok = false;
        const qint64 parsed = value->utf8.toLongLong(&ok);
        if (ok && QByteArray::number(parsed) == value->utf8)
            number = parsed;
    }
    return number ? std::optional(Seconds(*number)) : std::nullopt;
}

// RFC 6750 section 2.1: what may stand in an Authorization header, and so cannot end it.
bool isTokenText(const QByteArray &text)
{
    const auto allowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || QByteArrayView("._~+/=-").contains(c);
    };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), allowed);
}

// A time that a clock can show, so that no arithmetic on it overflows.
std::optional<Seconds> moment(const JsonValue &object, QStringView name)
{
    const auto value = seconds(object, name);
    return value && *value >= Seconds::zero() && *value <= endOfYear9999 ? value : std::nullopt;
}

// Fact sheet, sections 2.1 and 2.2: the token endpoint's shape and the management calls' one.
ServerEvidence evidenceIn(const JsonValue &body)
{
    ServerEvidence evidence;
    const auto firstOf = [](const JsonValue &object, std::initializer_list<QStringView> names) {
        for (const QStringView name : names) {
            if (const QString text = object.string(name); !text.isEmpty())
                return text;
        }
        return QString();
    };
    evidence.code = firstOf(body, {u"errorCode"});
    evidence.message = firstOf(body, {u"errorDetails", u"errorMessage", u"message", u"error"});
    const JsonValue *errors = body.find(u"errors");
    if (errors && !errors->items.empty() && errors->items.front().isObject()) {
        const JsonValue &first = errors->items.front();
        evidence.code = firstOf(first, {u"message_code", u"code"});
        evidence.message = firstOf(first, {u"details", u"message"});
    }
    if (const JsonValue *context = body.find(u"context"))
        evidence.transactionId = firstOf(*context, {u"requestId", u"transaction_id"});
    return evidence;
}

ErrorCode codeFor(int status, bool saysIam)
{
    if ((status == 404 || status == 405) && !saysIam)
        return ErrorCode::EndpointWrong;
    if (status == 429)
        return ErrorCode::RateLimited;
    if (status == 408 || status >= 500)
        return ErrorCode::ServerFault;
    if (status >= 400)
        return ErrorCode::Refused;
    return status >= 300 ? ErrorCode::Redirected : ErrorCode::AnswerUnusable;
}

QList<ResponseField> otherFields(const JsonValue &body)
{
    // Only what cannot be a secret: the answer may hold further tokens and cookies as strings.
    QList<ResponseField> fields;
    for (qsizetype i = 0; i < body.names.size(); ++i) {
        const JsonValue &value = body.items[std::size_t(i)];
        const QString &name = body.names.at(i);
        const bool isPlain = value.type == JsonValue::Type::Number
            || value.type == JsonValue::Type::Bool || (value.isString() && name == "session_id"_L1);
        if (isPlain && name != "expires_in"_L1 && name != "expiration"_L1)
            fields.append({name, QString::fromUtf8(value.utf8)});
    }
    return fields;
}

// Counted from the sending, which is the safe side, on a clock that nothing moves. What the
// issuer says in absolute time may only shorten it: unless that lies in the past already, which
// says more about a clock than about the token (security rules, section 5).
void setDeadline(TokenSet &token, const HttpAnswer &answer)
{
    token.received = answer.received;
    token.deadline = answer.sent.boot + token.expiresIn;
    if (answer.date)
        token.clockError = clockErrorIn(answer, *answer.date);
    if (!token.expiration)
        return;
    const Milliseconds issuerNow =
        answer.date.value_or(std::chrono::duration_cast<Seconds>(answer.received.utc));
    const Milliseconds left = *token.expiration - issuerNow;
    token.clockIsDoubtful = left <= Milliseconds::zero();
    if (token.clockIsDoubtful)
        return;
    // Without the issuer's Date the difference is by our own clock, which may be wrong.
    if (answer.date)
        token.deadline = std::min(token.deadline, answer.received.boot + left);
    else // the moment of issue, which is the iat claim
        token.clockError = clockErrorIn(answer, *token.expiration - token.expiresIn);
}

// How far this computer's clock has been put ahead since the token came, if it was right then.
Milliseconds timeMissed(const TokenSet &token, const Instant &now)
{
    constexpr Seconds drift{2}; // of clocks that are being adjusted, in an hour
    const bool wasRight = token.clockError && abs(*token.clockError) <= tolerableClockError;
    const Milliseconds jump = (now.utc - now.boot) - (token.received.utc - token.received.boot);
    return wasRight && jump > drift ? jump : Milliseconds::zero();
}

Result<TokenSet> readTokenSet(const JsonValue &body)
{
    TokenSet token;
    const JsonValue *access = body.find(u"access_token");
    if (!access || !access->isString() || !isTokenText(access->utf8))
        return unusable(u"access_token is missing or holds characters that no token has"_s);
    token.accessToken = Secret(QByteArrayView(access->utf8));
    token.tokenType = body.string(u"token_type");
    if (token.tokenType.compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return unusable(u"token_type is not Bearer"_s);
    const JsonValue *refresh = body.find(u"refresh_token");
    if (refresh && refresh->isString() && refresh->utf8 != "not_supported") {
        if (!refresh->utf8.isEmpty() && !isTokenText(refresh->utf8))
            return unusable(u"refresh_token holds characters that no token has"_s);
        token.refreshToken = Secret(QByteArrayView(refresh->utf8));
    }
    token.expiration = moment(body, u"expiration");
    token.scope = body.string(u"scope");
    token.others = otherFields(body);
    return token;
}

} // namespace

// The issuer's clock was read between the sending and the receipt, in whole seconds.
Milliseconds clockErrorIn(const HttpAnswer &answer, Seconds issuerTime)
{
    const Milliseconds most = answer.received.utc - issuerTime;
    const Milliseconds least = answer.sent.utc - issuerTime - Seconds(1);
    if (least <= Milliseconds::zero() && most >= Milliseconds::zero())
        return Milliseconds::zero();
    return least > Milliseconds::zero() ? least : most;
}

Milliseconds timeLeft(const TokenSet &token, const Instant &now)
{
    return std::max(Milliseconds::zero(), token.deadline - now.boot - timeMissed(token, now));
}

Seconds endOfLife(const TokenSet &token)
{
    using std::chrono::round;
    const Milliseconds issuerAhead = -token.clockError.value_or(Milliseconds::zero());
    const auto end =
        round<Seconds>(token.received.utc + issuerAhead + (token.deadline - token.received.boot));
    // What the issuer wrote is exact.
    constexpr Seconds rounding{2};
    const bool agrees = token.expiration && abs(*token.expiration - end) <= rounding;
    return agrees ? *token.expiration : end;
}

Error refusal(const HttpAnswer &answer, const JsonValue *body)
{
    Error error;
    if (body)
        error.server = evidenceIn(*body);
    // An error object in a 200 is a refusal all the same.
    error.code = answer.status == 200 ? ErrorCode::Refused
                                      : codeFor(answer.status, !error.server.code.isEmpty());
    error.server.httpStatus = answer.status;
    error.server.redirectHost = answer.redirectHost;
    error.server.retryAfter = answer.retryAfter;
    if (!answer.transactionId.isEmpty())
        error.server.transactionId = QString::fromUtf8(answer.transactionId);
    return error;
}

namespace {

// By its header, or by its first bytes (RFC 1952) where what compressed it has left that out.
bool isCompressed(const HttpAnswer &answer)
{
    const QByteArray encoding = answer.contentEncoding.trimmed().toLower();
    return (!encoding.isEmpty() && encoding != "identity") || answer.body.startsWith("\x1f\x8b");
}

} // namespace

// Cut off where it ends too early; else it is something else.
Error notJson(const HttpAnswer &answer, const JsonProblem &problem)
{
    const QByteArray start = answer.body.left(512).trimmed();
    if (start.isEmpty())
        return {ErrorCode::AnswerIncomplete, u"the answer is empty"_s, {}};
    if (isCompressed(answer))
        return {ErrorCode::AnswerCompressed, u"an encoding was used that was not asked for"_s, {}};
    if (answer.contentType.toLower().startsWith("text/") || start.startsWith('<'))
        return {ErrorCode::AnswerNotJson, describe(problem), {}};
    const bool isCutOff = start.startsWith('{') && problem.kind == JsonProblem::Kind::Syntax
        && problem.offset >= answer.body.size();
    return {
        isCutOff ? ErrorCode::AnswerIncomplete : ErrorCode::AnswerUnusable, describe(problem), {}};
}

Result<TokenSet> parseTokenResponse(const HttpAnswer &answer)
{
    const auto body = parseJson(answer.body);
    if (answer.status != 200)
        return Failure(refusal(answer, body ? &*body : nullptr));
    if (!body)
        return Failure(notJson(answer, body.error()));
    if (!body->isObject())
        return unusable(u"the answer is not a JSON object"_s);
    if (body->find(u"errorCode") && !body->find(u"access_token"))
        return Failure(refusal(answer, &*body));

    auto token = readTokenSet(*body);
    if (!token)
        return token;
    auto life = seconds(*body, u"expires_in");
    if (!life && !body->find(u"expires_in") && token->expiration)
        life = *token->expiration
            - answer.date.value_or(std::chrono::duration_cast<Seconds>(answer.received.utc));
    if (!life || *life <= Seconds::zero() || *life > longestLife)
        return unusable(u"expires_in is missing, or not between 1 s and 24 h"_s);
    token->expiresIn = *life;
    token->transactionId = QString::fromUtf8(answer.transactionId);
    setDeadline(*token, answer);
    if (timeLeft(*token, answer.received) == Milliseconds::zero())
        return unusable(u"the token's life was over when it came"_s);
    return token;
}

} // namespace hourpass
