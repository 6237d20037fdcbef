// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instancemessage.h"

#include <algorithm>
#include <optional>

namespace hourpass {

namespace {

// A message: version, verb, the length of the id and the id, the length of the token and the token.
constexpr char version = 1;
constexpr qsizetype idSize = 36;
constexpr qsizetype headSize = 2;
static_assert(headSize + 1 + idSize <= 64);

void appendField(QByteArray &bytes, const QByteArray &field)
{
    bytes.append(char(field.size()));
    bytes.append(field);
}

// Takes one field off. Nothing, and the fault is told, where that cannot be done.
std::optional<QByteArrayView> takeField(QByteArrayView &rest, qsizetype limit, MessageFault &fault)
{
    fault = MessageFault::Incomplete;
    if (rest.isEmpty())
        return {};
    const qsizetype size = static_cast<unsigned char>(rest.front());
    if (size > limit) {
        fault = MessageFault::Damaged;
        return {};
    }
    if (rest.size() <= size)
        return {};
    const QByteArrayView field = rest.sliced(1, size);
    rest = rest.sliced(1 + size);
    return field;
}

bool isVerb(char byte)
{
    return byte >= char(Verb::Activate) && byte <= char(Verb::Quit);
}

// Exactly the form in which it is sent, and only where it belongs.
bool isRight(const InstanceMessage &message, QByteArrayView id)
{
    return (message.verb == Verb::Copy) != message.profile.isNull()
        && (id.isEmpty() || message.profile.toString().toLatin1() == id)
        && usableActivationToken(message.activationToken) == message.activationToken;
}

} // namespace

QByteArray usableActivationToken(const QByteArray &token)
{
    const bool isUsable = token.size() <= longestActivationToken
        && std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
    return isUsable ? token : QByteArray();
}

QByteArray encode(const InstanceMessage &message)
{
    QByteArray bytes(1, version);
    bytes.append(char(message.verb));
    appendField(bytes,
                message.profile.isNull() ? QByteArray() : message.profile.toString().toLatin1());
    appendField(bytes, usableActivationToken(message.activationToken));
    return bytes;
}

tl::expected<InstanceMessage, MessageFault> decode(QByteArrayView bytes)
{
    if (!bytes.isEmpty() && bytes.front() != version)
        return tl::unexpected(MessageFault::OtherVersion);
    if (bytes.size() > headSize - 1 && !isVerb(bytes.at(1)))
        return tl::unexpected(MessageFault::Damaged);
    if (bytes.size() < headSize)
        return tl::unexpected(MessageFault::Incomplete);
    QByteArrayView rest = bytes.sliced(headSize);
    MessageFault fault{};
    const auto id = takeField(rest, idSize, fault);
    if (!id)
        return tl::unexpected(fault);
    const auto token = takeField(rest, longestActivationToken, fault);
    if (!token)
        return tl::unexpected(fault);
    const InstanceMessage message{
        Verb(bytes.at(1)), ProfileId::fromString(QString::fromLatin1(*id)), token->toByteArray()};
    if (!rest.isEmpty() || !isRight(message, *id))
        return tl::unexpected(MessageFault::Damaged);
    return message;
}

QByteArray encode(InstanceAnswer answer)
{
    const char bytes[answerSize]{version, char(answer)};
    return {bytes, answerSize};
}

InstanceAnswer decodeAnswer(QByteArrayView bytes)
{
    return bytes == encode(InstanceAnswer::Accepted) ? InstanceAnswer::Accepted
                                                     : InstanceAnswer::NotUnderstood;
}

} // namespace hourpass
