// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace hourpass {

/// What the window shows where there is no profile: what the program is for, and two ways to begin;
/// or that there were profiles, and how to get them back.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    /// Whether a list that could not be read lies aside.
    void setListIsDamaged(bool isDamaged);
    /// The first button.
    void focusStart();

Q_SIGNALS:
    void addRequested();
    void importRequested();
    void restoreRequested();

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_restore;
    QPushButton *m_add;
};

} // namespace hourpass
