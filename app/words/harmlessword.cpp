// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/harmlessword.h"

#include <QRegularExpression>

namespace hourpass {

QString harmlessWord(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
    constexpr qsizetype longestWord = 20;
    return word.size() <= longestWord && plain.match(word).hasMatch() ? word : QString();
}

} // namespace hourpass
