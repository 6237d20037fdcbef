// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/busmessage.h"

#include <QtEndian>

#include <utility>

namespace hourpass {

namespace {

// D-Bus specification, "Message Format".
enum MessageType : char { MethodCall = 1, MethodReturn = 2, ErrorAnswer = 3 };
enum HeaderField : char {
    Path = 1,
    Interface = 2,
    Member = 3,
    ReplySerial = 5,
    Destination = 6,
    Signature = 8,
};
constexpr char noAutoStart = 2;
constexpr qsizetype fixedHeader = 16;
constexpr quint32 longestPart = 64 * 1024; // of what is asked here nothing comes near it

/// Writes in this computer's order of bytes.
class Writer final
{
public:
    const QByteArray &bytes() const { return m_bytes; }
    void byte(char value) { m_bytes.append(value); }
    void align(qsizetype to)
    {
        while (m_bytes.size() % to != 0)
            byte(0);
    }
    void number(quint32 value)
    {
        align(4);
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    void text(const QByteArray &value)
    {
        number(quint32(value.size()));
        m_bytes.append(value).append('\0');
    }
    void signature(const QByteArray &value)
    {
        byte(char(value.size()));
        m_bytes.append(value).append('\0');
    }
    void field(HeaderField code, const QByteArray &type, const QByteArray &value)
    {
        align(8);
        byte(code);
        signature(type);
        if (type == "g")
            signature(value);
        else
            text(value);
    }
    void append(const Writer &other) { m_bytes.append(other.m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what came from outside: past its end there are zeros, and isGood() says so.
class Reader final
{
public:
    Reader(QByteArrayView bytes, bool isLittle)
        : m_bytes(bytes)
        , m_isLittle(isLittle)
    {
    }

    bool isGood() const { return m_isGood; }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    void align(qsizetype to) { m_at += (to - m_at % to) % to; }
    char byte()
    {
        const QByteArrayView one = take(1);
        return one.isEmpty() ? '\0' : one.front();
    }
    quint32 number()
    {
        align(4);
        const QByteArrayView four = take(4);
        if (four.isEmpty())
            return 0;
        return m_isLittle ? qFromLittleEndian<quint32>(four.data())
                          : qFromBigEndian<quint32>(four.data());
    }
    QByteArray text() { return ended(number()); }
    QByteArray signature() { return ended(quint32(uchar(byte()))); }

private:
    QByteArrayView take(quint32 size)
    {
        m_isGood = m_isGood && m_at + qsizetype(size) <= m_bytes.size();
        if (!m_isGood)
            return {};
        m_at += qsizetype(size);
        return m_bytes.sliced(m_at - qsizetype(size), qsizetype(size));
    }
    QByteArray ended(quint32 size)
    {
        const QByteArray value = take(size).toByteArray();
        take(1);
        return value;
    }

    QByteArrayView m_bytes;
    bool m_isLittle;
    bool m_isGood = true;
    qsizetype m_at = 0;
};

QByteArray signatureOf(const BusCall &call)
{
    if (call.number)
        return "u";
    return QByteArray(call.texts.size(), 's');
}

Writer headerFields(const BusCall &call)
{
    Writer fields;
    fields.field(Path, "o", call.path);
    fields.field(Interface, "s", call.interface);
    fields.field(Member, "s", call.member);
    fields.field(Destination, "s", call.service);
    if (const QByteArray signature = signatureOf(call); !signature.isEmpty())
        fields.field(Signature, "g", signature);
    return fields;
}

void readField(Reader &reader, BusReply &reply, QByteArray &signature)
{
    reader.align(8);
    const char code = reader.byte();
    const QByteArray type = reader.signature();
    if (type == "u") {
        const quint32 value = reader.number();
        if (code == ReplySerial)
            reply.to = value;
    } else if (type == "g") {
        signature = reader.signature();
    } else {
        reader.text(); // a name or a path; another type makes no sense of what follows
    }
}

void readBody(Reader reader, QByteArray signature, BusReply &reply)
{
    if (signature == "v")
        signature = reader.signature();
    if (signature == "b")
        reply.isTrue = reader.number() == 1;
    else if (signature.startsWith('s'))
        reply.text = reader.text();
}

} // namespace

QByteArray marshalled(const BusCall &call, quint32 serial)
{
    Writer body;
    if (call.number)
        body.number(*call.number);
    for (const QByteArray &text : call.texts)
        body.text(text);
    const Writer fields = headerFields(call);
    Writer message;
    message.byte(Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? 'l' : 'B');
    message.byte(MethodCall);
    message.byte(noAutoStart);
    message.byte(1); // of the protocol
    message.number(quint32(body.bytes().size()));
    message.number(serial);
    message.number(quint32(fields.bytes().size()));
    message.append(fields);
    message.align(8);
    message.append(body);
    return message.bytes();
}

std::optional<BusReply> takeMessage(QByteArray &buffer, bool &isBroken)
{
    isBroken = !buffer.isEmpty() && buffer.front() != 'l' && buffer.front() != 'B';
    if (isBroken || buffer.size() < fixedHeader)
        return {};
    const bool isLittle = buffer.front() == 'l';
    Reader lengths(QByteArrayView(buffer).sliced(4), isLittle);
    const quint32 bodySize = lengths.number();
    lengths.number(); // the sender's serial number
    const quint32 fieldsSize = lengths.number();
    isBroken = bodySize > longestPart || fieldsSize > longestPart;
    const qsizetype bodyAt = fixedHeader + (qsizetype(fieldsSize) + 7) / 8 * 8;
    if (isBroken || buffer.size() < bodyAt + qsizetype(bodySize))
        return {};
    const QByteArray message = buffer.first(bodyAt + qsizetype(bodySize));
    buffer.remove(0, message.size());

    BusReply reply;
    QByteArray signature;
    Reader fields(QByteArrayView(message).sliced(fixedHeader, qsizetype(fieldsSize)), isLittle);
    while (fields.isGood() && !fields.atEnd())
        readField(fields, reply, signature);
    isBroken = !fields.isGood();
    if (isBroken)
        return {};
    const char type = message.at(1);
    if (type != MethodReturn && type != ErrorAnswer)
        return BusReply{};
    reply.isError = type == ErrorAnswer;
    if (!reply.isError)
        readBody(Reader(QByteArrayView(message).sliced(bodyAt), isLittle), signature, reply);
    return reply;
}

} // namespace hourpass
