// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/base64url.h"

namespace hourpass {

std::optional<QByteArray> decodeBase64Url(QByteArrayView text)
{
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray input = QByteArray::fromRawData(text.data(), text.size());
    const auto decoded =
        QByteArray::fromBase64Encoding(input, options | QByteArray::AbortOnBase64DecodingErrors);
    // Encoding again tells of padding, lone characters and leftover bits in one go.
    if (!decoded || (*decoded).toBase64(options) != input)
        return {};
    return *decoded;
}

} // namespace hourpass
