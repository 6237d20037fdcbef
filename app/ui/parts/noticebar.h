// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace hourpass {

/// What has happened, with at most one thing to do about it.
struct Notice {
    QString text;
    QString button{};               ///< empty where there is nothing to do
    std::function<void()> act{};    ///< the button was pressed; the notice is closed by then
    std::function<void()> closed{}; ///< the user has closed it without pressing the button
};

/// One line above the page for one notice at a time. What a notice holds is dropped with it, and a
/// button that is not shown does nothing, whoever presses it.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Stays until it is closed or replaced. Returns its number.
    int showNotice(const Notice &notice);
    int showNotice(const QString &text) { return showNotice(Notice{text}); }
    /// With a button, for a while.
    int showNotice(const QString &text, const QString &button, std::function<void()> action);
    void closeNotice();

    bool isEmpty() const { return m_shown == 0; }
    /// Whether it is still that notice.
    bool shows(int number) const { return number != 0 && number == m_shown; }

Q_SIGNALS:
    /// The notice is gone, and no other has come.
    void emptied();

private:
    void dropNotice();
    void press();
    void closeByUser();

    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
    Notice m_notice;
    int m_shown = 0; ///< its number; 0: none
    int m_count = 0;
    QTimer m_timer{this};
};

} // namespace hourpass
