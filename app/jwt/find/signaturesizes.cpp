// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/signaturesizes.h"

#include <QByteArray>

namespace hourpass {

SignatureSizes SignatureSizes::ofAlgorithm(QByteArrayView algorithm)
{
    if (algorithm.startsWith("RS") || algorithm.startsWith("PS"))
        return SignatureSizes({171, 342, 512, 683, 1024, largest});
    const struct {
        QByteArrayView algorithm;
        qsizetype size;
    } fixed[]{
        {"HS256", 43},  {"HS384", 64},  {"HS512", 86},  {"ES256", 86},
        {"ES384", 128}, {"ES512", 176}, {"ES256K", 86},
    };
    for (const auto &row : fixed) {
        if (row.algorithm == algorithm)
            return SignatureSizes({row.size});
    }
    if (algorithm == QByteArrayView("EdDSA"))
        return SignatureSizes({86, 152});
    if (algorithm.toByteArray().toLower() == "none")
        return SignatureSizes({0});
    return {};
}

SignatureSizes SignatureSizes::ofTag()
{
    return SignatureSizes({22, 32, 43});
}

bool SignatureSizes::isTooShort(qsizetype size) const
{
    return !m_sizes.isEmpty() && !fits(size) && size < m_sizes.last();
}

bool SignatureSizes::isSurelyWhole(qsizetype size) const
{
    constexpr qsizetype rsa1024 = 171; // too small to be in use, and a half of the usual one
    return fits(size) && size != rsa1024;
}

std::optional<qsizetype> SignatureSizes::sizeBefore(QByteArrayView run,
                                                    bool (*isToken)(QByteArrayView)) const
{
    for (const qsizetype size : m_sizes) {
        if (size < run.size() && isToken(run.sliced(size)))
            return size;
    }
    return {};
}

} // namespace hourpass
