// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAction;
class QKeySequence;
class QObject;
class QPushButton;
class QString;
class QWidget;

namespace hourpass {

/// A command of a window, of which its tool tip names the keys. The icon by its name, or none.
QAction *newCommand(QObject *parent, const QString &icon, const QString &text,
                    const QKeySequence &shortcut, const QString &toolTip);

/// A button that does what an action does and follows its state.
QPushButton *buttonFor(QAction *action, QWidget *parent);

} // namespace hourpass
