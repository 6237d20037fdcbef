// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaEnum>
#include <QString>

namespace hourpass {

/// "bad_signature" for BadSignature: the name of a value of a Q_ENUM as scripts and reports have
/// it.
template <typename Enum>
QString machineCode(Enum value)
{
    const char *name = QMetaEnum::fromType<Enum>().valueToKey(int(value));
    QString code;
    for (; name && *name; ++name) {
        const QChar letter = QLatin1Char(*name);
        if (letter.isUpper() && !code.isEmpty())
            code += u'_';
        code += letter.toLower();
    }
    return code;
}

} // namespace hourpass
