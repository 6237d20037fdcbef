// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace hourpass {

/// What the window shows before there is a profile: what the program is for, and two ways to begin.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void importRequested();
};

} // namespace hourpass
