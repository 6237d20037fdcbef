// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <QByteArray>
#include <QByteArrayView>

namespace hourpass {

/// Overwrites memory in a way that the compiler does not leave out.
void wipe(void *data, std::size_t size);
/// Overwrites the bytes if nobody else shares them, and empties the array.
void wipe(QByteArray &bytes);

/// A secret: an API key or a token. Copies share one buffer, which is overwritten when the last
/// one goes. Nothing converts to or from it by itself, and it cannot be streamed; reveal() is the
/// only way in, and easy to grep for. Qt's own copies (text fields, network buffers) are out of
/// its reach: see SECURITY.md.
class Secret final
{
public:
    Secret() = default;
    /// Takes the bytes over and wipes the argument where nobody else shares it.
    explicit Secret(QByteArray &&bytes);
    explicit Secret(QByteArrayView bytes);

    bool isEmpty() const;
    qsizetype size() const;
    /// The bytes; valid while this object or a copy of it lives.
    QByteArrayView reveal() const;

    /// Compares in a time that does not depend on where the first difference is.
    bool operator==(const Secret &other) const;

private:
    struct Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

} // namespace hourpass
