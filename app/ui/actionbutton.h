// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAction;
class QPushButton;
class QWidget;

namespace hourpass {

/// A button that does what an action does and follows its state.
QPushButton *buttonFor(QAction *action, QWidget *parent);

} // namespace hourpass
