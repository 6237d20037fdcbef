// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace hourpass {

/// What the window shows before there is a profile: what the program is for, and two ways to begin.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    /// The first button.
    void focusStart();

Q_SIGNALS:
    void addRequested();
    void importRequested();

private:
    QPushButton *m_add;
};

} // namespace hourpass
