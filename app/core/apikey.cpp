// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/apikey.h"

#include <algorithm>

namespace hourpass {

namespace {

bool isQuoted(QByteArrayView text)
{
    return text.size() >= 2 && text.front() == text.back()
        && (text.front() == '"' || text.front() == '\'');
}

QByteArrayView bare(QByteArrayView text)
{
    text = text.trimmed();
    while (isQuoted(text))
        text = text.sliced(1, text.size() - 2).trimmed();
    return text;
}

bool isUsual(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'
        || c == '-';
}

bool hasBraces(QByteArrayView key)
{
    return key.front() == '{' || key.front() == '"' || key.back() == '}' || key.back() == '"';
}

} // namespace

Result<CheckedKey> checkKey(const Secret &input)
{
    const QByteArrayView key = bare(input.reveal());
    if (key.isEmpty())
        return failure(ErrorCode::KeyEmpty);
    CheckedKey checked{Secret(key), {}};
    if (key.startsWith("ApiKey-"))
        checked.warnings.append(KeyWarning::LooksLikeId);
    else if (key.startsWith("eyJ"))
        checked.warnings.append(KeyWarning::LooksLikeToken);
    else if (hasBraces(key))
        checked.warnings.append(KeyWarning::HasBraces);
    else if (key.size() != 44)
        checked.warnings.append(KeyWarning::UnusualLength);
    else if (!std::all_of(key.begin(), key.end(), isUsual))
        checked.warnings.append(KeyWarning::UnusualCharacters);
    return checked;
}

} // namespace hourpass
