// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/returnkey.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace hourpass {

namespace {

bool isReturn(const QKeyEvent &event)
{
    // The keypad's has a modifier of its own.
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && modifiers == Qt::NoModifier && !event.isAutoRepeat();
}

bool hasDefaultButton(const QWidget &window)
{
    if (!qobject_cast<const QDialog *>(&window))
        return false;
    const auto buttons = window.findChildren<QPushButton *>();
    return std::any_of(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->isDefault() && button->isVisible() && button->isEnabled();
    });
}

/// Null where something else is to be done with the key.
QAbstractButton *buttonToPress(QObject *focused)
{
    auto *button = qobject_cast<QAbstractButton *>(focused);
    const auto *push = qobject_cast<QPushButton *>(button);
    if (!button || !(push || qobject_cast<QToolButton *>(button)) || !button->isEnabled())
        return nullptr;
    if (push && push->autoDefault())
        return nullptr; // Qt presses it
    return hasDefaultButton(*button->window()) ? nullptr : button;
}

class ReturnKeyFilter final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress || !isReturn(*static_cast<QKeyEvent *>(event)))
            return QObject::eventFilter(watched, event);
        QAbstractButton *button = buttonToPress(watched);
        if (!button)
            return QObject::eventFilter(watched, event);
        button->click();
        return true;
    }
};

} // namespace

void letReturnPressButtons(QApplication &application)
{
    application.installEventFilter(new ReturnKeyFilter(&application));
}

} // namespace hourpass
