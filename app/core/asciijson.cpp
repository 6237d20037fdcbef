// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/asciijson.h"

#include <QJsonDocument>

namespace hourpass {

QByteArray asciiJson(const QJsonObject &object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray ascii;
    ascii.reserve(json.size());
    const QString text = QString::fromUtf8(json);
    for (const QChar c : text) {
        if (c.unicode() < 0x7F)
            ascii.append(char(c.unicode()));
        else
            ascii.append("\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0'));
    }
    return ascii;
}

} // namespace hourpass
