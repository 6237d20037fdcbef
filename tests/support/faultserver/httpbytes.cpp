// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver/httpbytes.h"

#include <QtEndian>

namespace hourpass::test {

namespace {

quint32 crc32(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~sum;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

// RFC 1951 alone: without what qCompress() and RFC 1950 put around it.
QByteArray compressed(const QByteArray &bytes)
{
    return deflated(bytes).sliced(2).chopped(4);
}

QByteArray gzipMember(const QByteArray &compressedBytes, quint32 sum, quint32 size)
{
    return QByteArray("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10) + compressedBytes + littleEndian(sum)
        + littleEndian(size);
}

} // namespace

QByteArray httpBytes(const QByteArray &head, const QByteArray &body)
{
    return "HTTP/1.1 " + head + "\r\n\r\n" + body;
}

QByteArray httpWithLength(const QByteArray &head, const QByteArray &body)
{
    return httpBytes(head + "\r\nContent-Length: " + QByteArray::number(body.size()), body);
}

QByteArray httpChunked(const QByteArray &head, const QByteArray &body)
{
    return httpBytes(head + "\r\nTransfer-Encoding: chunked",
                     QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n");
}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).sliced(4);
}

QByteArray gzipped(const QByteArray &bytes)
{
    return gzipMember(compressed(bytes), crc32(bytes), quint32(bytes.size()));
}

// In the middle of compressed zeros each byte says four times "the 258 bytes before once more": two
// bits each. Any number of such bytes may be put there.
QByteArray gzipBomb()
{
    constexpr qint64 before = 1 << 20;
    constexpr qint64 inserted = (1 << 20) + (1 << 15);
    constexpr qint64 all = before + inserted * 4 * 258;
    constexpr quint32 sum = 0x813371FB; // of so many zeros
    QByteArray bytes = compressed(QByteArray(before, '\0'));
    const qsizetype middle = bytes.size() / 2;
    bytes.insert(middle, QByteArray(inserted, bytes.at(middle)));
    return gzipMember(bytes, sum, quint32(all));
}

} // namespace hourpass::test
