// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/warningline.h"

#include "ui/parts/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace hourpass {

using namespace Qt::StringLiterals;

WarningLine::WarningLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *icon = new QLabel(this);
    const int size = fontMetrics().height();
    icon->setPixmap(namedIcon(u"dialog-warning"_s).pixmap(size, size));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void WarningLine::showWarning(const QString &text)
{
    const bool isNew = text != m_text->text();
    m_text->setText(text);
    setVisible(!text.isEmpty());
    if (!isNew || text.isEmpty())
        return;
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace hourpass
