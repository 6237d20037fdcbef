// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/captions.h"

#include <QLabel>
#include <QStyle>

namespace hourpass {

QLabel *captionFor(QLabel *value, const QString &text)
{
    auto *caption = new QLabel(text, value->parentWidget());
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setBuddy(value);
    value->setTextFormat(Qt::PlainText);
    const auto side = QStyle::visualAlignment(value->layoutDirection(), Qt::AlignLeft);
    value->setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
    return caption;
}

} // namespace hourpass
