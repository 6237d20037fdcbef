// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/randomtext.h"

#include <QRandomGenerator>

namespace hourpass::emulator {

namespace {

constexpr QByteArrayView alphabet =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";
constexpr int hexDigits = 16;
constexpr int alphanumerics = 62;

char randomCharacter(int choices)
{
    return alphabet.at(QRandomGenerator::system()->bounded(choices));
}

} // namespace

QByteArray randomKeyText(qsizetype size)
{
    QByteArray text;
    text.reserve(size);
    while (text.size() < size)
        text += randomCharacter(text.isEmpty() ? alphanumerics : int(alphabet.size()));
    return text;
}

QByteArray randomHex(qsizetype size)
{
    QByteArray text;
    text.reserve(size);
    while (text.size() < size)
        text += randomCharacter(hexDigits);
    return text;
}

} // namespace hourpass::emulator
