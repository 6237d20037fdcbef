// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/secret.h"

#include <QtGlobal>

#include <cstring>
#include <vector>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace hourpass {

void wipe(void *data, std::size_t size)
{
    if (!data || size == 0)
        return;
#if defined(Q_OS_WIN)
    SecureZeroMemory(data, size);
#elif defined(__GLIBC__)
    explicit_bzero(data, size);
#else
    volatile auto *bytes = static_cast<volatile unsigned char *>(data);
    while (size-- > 0)
        *bytes++ = 0;
#endif
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        wipe(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

struct Secret::Buffer {
    explicit Buffer(QByteArrayView view)
        : bytes(view.begin(), view.end())
    {
    }
    ~Buffer() { wipe(bytes.data(), bytes.size()); }
    Q_DISABLE_COPY_MOVE(Buffer)

    std::vector<char> bytes;
};

Secret::Secret(QByteArray &&bytes)
    : Secret(QByteArrayView(bytes))
{
    QByteArray taken = std::move(bytes);
    wipe(taken);
}

Secret::Secret(QByteArrayView bytes)
    : m_buffer(bytes.isEmpty() ? nullptr : std::make_shared<const Buffer>(bytes))
{
}

bool Secret::isEmpty() const
{
    return !m_buffer;
}

qsizetype Secret::size() const
{
    return m_buffer ? qsizetype(m_buffer->bytes.size()) : 0;
}

QByteArrayView Secret::reveal() const
{
    return m_buffer ? QByteArrayView(m_buffer->bytes.data(), size()) : QByteArrayView();
}

bool Secret::operator==(const Secret &other) const
{
    if (m_buffer == other.m_buffer)
        return true;
    if (size() != other.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < size(); ++i)
        difference |= static_cast<unsigned char>(reveal()[i] ^ other.reveal()[i]);
    return difference == 0;
}

} // namespace hourpass
