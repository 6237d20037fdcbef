// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/base64url.h"

#include <algorithm>

namespace hourpass {

namespace {

constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

bool isOfAlphabet(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_';
}

// Of a text that is of the alphabet alone.
std::optional<Base64UrlProblem> problemAtEnd(QByteArrayView text, const QByteArray &decoded)
{
    if (text.size() % 4 == 1)
        return Base64UrlProblem{Base64UrlProblem::Kind::Length, text.size() - 1};
    if (decoded.toBase64(options) != text)
        return Base64UrlProblem{Base64UrlProblem::Kind::Leftover, text.size() - 1};
    return {};
}

} // namespace

Base64UrlReading readBase64Url(QByteArrayView text)
{
    const auto foreign = std::find_if_not(text.begin(), text.end(), isOfAlphabet);
    const QByteArrayView good = text.first(foreign - text.begin());
    const qsizetype usable = good.size() % 4 == 1 ? good.size() - 1 : good.size();
    Base64UrlReading reading;
    reading.bytes = QByteArray::fromBase64(QByteArray::fromRawData(good.data(), usable), options);
    if (foreign == text.end())
        reading.problem = problemAtEnd(good, reading.bytes);
    else
        reading.problem = {*foreign == '=' ? Base64UrlProblem::Kind::Padding
                                           : Base64UrlProblem::Kind::Character,
                           good.size()};
    return reading;
}

std::optional<QByteArray> decodeBase64Url(QByteArrayView text)
{
    Base64UrlReading reading = readBase64Url(text);
    if (reading.problem)
        return {};
    return std::move(reading.bytes);
}

} // namespace hourpass
