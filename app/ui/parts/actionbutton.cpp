// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/actionbutton.h"

#include "ui/parts/icons.h"

#include <QAction>
#include <QPushButton>

namespace hourpass {

using namespace Qt::StringLiterals;

QAction *newCommand(QObject *parent, const QString &icon, const QString &text,
                    const QKeySequence &shortcut, const QString &toolTip)
{
    auto *action = new QAction(namedIcon(icon), text, parent);
    action->setShortcut(shortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, keys));
    return action;
}

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    const auto follow = [action, button] {
        button->setText(action->iconText());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

} // namespace hourpass
