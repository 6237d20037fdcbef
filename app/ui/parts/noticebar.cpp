// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/noticebar.h"

#include "ui/parts/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// Long enough to read, notice the mistake and reach the button.
constexpr auto noticeStays = std::chrono::seconds(20);

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_close->setIcon(namedIcon(u"window-close"_s));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(tr("Close this notice"));
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::closeByUser);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::press);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NoticeBar::closeNotice);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    dropNotice();
}

int NoticeBar::showNotice(const Notice &notice)
{
    dropNotice();
    m_notice = notice;
    m_shown = ++m_count;
    m_text->setText(notice.text);
    m_button->setText(notice.button);
    m_button->setVisible(!notice.button.isEmpty());
    m_button->setEnabled(!notice.button.isEmpty());
    m_close->setEnabled(true);
    show();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return m_shown;
}

int NoticeBar::showNotice(const QString &text, const QString &button, std::function<void()> action)
{
    const int number = showNotice({text, button, std::move(action), {}});
    m_timer.start(noticeStays);
    return number;
}

void NoticeBar::closeNotice()
{
    if (isEmpty())
        return;
    dropNotice();
    Q_EMIT emptied();
}

// Assistive programs can press a button that is hidden, but none that is disabled.
void NoticeBar::dropNotice()
{
    m_timer.stop();
    hide();
    m_button->setEnabled(false);
    m_close->setEnabled(false);
    m_notice = {};
    m_shown = 0;
}

// The action comes first: it may show a notice of its own.
void NoticeBar::press()
{
    const auto act = m_notice.act;
    dropNotice();
    if (act)
        act();
    if (isEmpty())
        Q_EMIT emptied();
}

void NoticeBar::closeByUser()
{
    const auto closed = m_notice.closed;
    dropNotice();
    if (closed)
        closed();
    if (isEmpty())
        Q_EMIT emptied();
}

} // namespace hourpass
