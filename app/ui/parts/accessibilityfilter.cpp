// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/accessibilityfilter.h"

#include <QAccessible>
#include <QLineEdit>

namespace hourpass {

namespace {

bool tellsTypedText(QAccessible::Event type)
{
    return type == QAccessible::TextInserted || type == QAccessible::TextRemoved
        || type == QAccessible::TextUpdated;
}

void passOnButMaskedText(QAccessibleEvent *event)
{
    const auto *field = qobject_cast<QLineEdit *>(event->object());
    if (field && field->echoMode() != QLineEdit::Normal && tellsTypedText(event->type()))
        return;
    // Qt has no way to call the handler that was there: step aside for this one event.
    QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(passOnButMaskedText);
}

} // namespace

void keepMaskedTextFromAccessibility()
{
    QAccessible::installUpdateHandler(passOnButMaskedText);
}

} // namespace hourpass
