// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <QByteArrayView>

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>

namespace hourpass {

template <auto release>
struct OpenSslDeleter {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
template <typename T, auto release>
using OpenSslPointer = std::unique_ptr<T, OpenSslDeleter<release>>;

using BigNumber = OpenSslPointer<BIGNUM, BN_free>;

/// What failed here is told by a result; nothing is left in the thread's queue of errors, which
/// others, as Qt's TLS, would take for theirs.
class ErrorQueueGuard final
{
public:
    ErrorQueueGuard() { ERR_clear_error(); }
    ~ErrorQueueGuard() { ERR_clear_error(); }
    Q_DISABLE_COPY_MOVE(ErrorQueueGuard)
};

inline const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

inline BigNumber bigNumber(QByteArrayView bigEndian)
{
    return BigNumber(BN_bin2bn(bytesOf(bigEndian), int(bigEndian.size()), nullptr));
}

} // namespace hourpass
