// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/busconversation.h"

#include <unistd.h>

namespace hourpass {

namespace {

constexpr quint32 helloSerial = 1;
constexpr quint32 idSerial = 2;
constexpr qsizetype longestLine = 1024;
constexpr qsizetype mostReplies = 64; // no more than a few are asked for

BusCall callToTheBus(const QByteArray &member)
{
    return {"org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", member};
}

} // namespace

QByteArray BusConversation::beginning()
{
    const QByteArray user = QByteArray::number(qulonglong(::geteuid()));
    return '\0' + ("AUTH EXTERNAL " + user.toHex() + "\r\n");
}

QByteArray BusConversation::take(QByteArrayView bytes)
{
    m_buffer.append(bytes);
    if (m_phase == Phase::LoggingIn)
        return takeLine();
    takeMessages();
    return {};
}

QByteArray BusConversation::takeLine()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0) {
        if (m_buffer.size() > longestLine)
            m_phase = Phase::Failed;
        return {};
    }
    const QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 2);
    if (!line.startsWith("OK ")) {
        m_phase = Phase::Failed;
        return {};
    }
    m_phase = Phase::Greeting;
    return "BEGIN\r\n" + marshalled(callToTheBus("Hello"), helloSerial)
        + marshalled(callToTheBus("GetId"), idSerial);
}

void BusConversation::takeMessages()
{
    bool isBroken = false;
    while (const auto message = takeMessage(m_buffer, isBroken)) {
        if (message->to != 0 && m_replies.size() < mostReplies)
            m_replies.insert(message->to, *message);
    }
    const auto hello = replyTo(helloSerial);
    if (isBroken || (hello && hello->isError))
        m_phase = Phase::Failed;
    else if (m_phase == Phase::Greeting && hello && replyTo(idSerial))
        m_phase = Phase::Open;
}

std::optional<BusReply> BusConversation::replyTo(quint32 serial) const
{
    const auto found = m_replies.constFind(serial);
    return found == m_replies.cend() ? std::nullopt : std::optional(*found);
}

} // namespace hourpass
