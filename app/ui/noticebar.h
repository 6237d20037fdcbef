// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace hourpass {

/// One line above the page for what has happened, with at most one thing to do about it. What can
/// be undone can be undone for as long as it is shown.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Stays until it is closed or replaced.
    void showNotice(const QString &text);
    /// With a button, for a while. What the action holds is dropped with the notice.
    void showNotice(const QString &text, const QString &button, std::function<void()> action);
    void closeNotice();

private:
    QLabel *m_text;
    QPushButton *m_button;
    std::function<void()> m_action;
    QTimer m_timer;
};

} // namespace hourpass
