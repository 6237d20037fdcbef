// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/noticebar.h"

#include "ui/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// Long enough to read, notice the mistake and reach the button.
constexpr auto shownFor = std::chrono::seconds(20);

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *close = new QToolButton(this);
    close->setIcon(namedIcon(u"window-close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this notice"));
    close->setAccessibleName(tr("Close this notice"));
    connect(close, &QToolButton::clicked, this, &NoticeBar::closeNotice);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_action, {});
        closeNotice();
        action();
    });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NoticeBar::closeNotice);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(close);
    hide();
}

void NoticeBar::showNotice(const QString &text)
{
    closeNotice();
    m_text->setText(text);
    m_button->hide();
    show();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::showNotice(const QString &text, const QString &button, std::function<void()> action)
{
    showNotice(text);
    m_action = std::move(action);
    m_button->setText(button);
    m_button->show();
    m_timer.start(shownFor);
}

void NoticeBar::closeNotice()
{
    m_timer.stop();
    hide();
    m_action = {};
}

} // namespace hourpass
