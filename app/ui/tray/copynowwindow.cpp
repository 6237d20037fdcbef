// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/copynowwindow.h"

#include "core/visibletext.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hourpass {

namespace {

constexpr qsizetype longestOwner = 40;

} // namespace

CopyNowWindow::CopyNowWindow(SecretClipboard &clipboard)
    : m_clipboard(clipboard)
    , m_text(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy now"), this))
{
    setWindowTitle(tr("Not copied"));
    setWindowFlags(Qt::Dialog | Qt::WindowStaysOnTopHint);
    // Closing it must not end a program that lives in the tray.
    setAttribute(Qt::WA_QuitOnClose, false);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_copy->setAutoDefault(true);
    m_copy->setFocus();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(m_text);
    layout->addWidget(m_copy);
    layout->setSizeConstraint(QLayout::SetFixedSize); // tiling desktops let it float then
    m_text->setFixedWidth(fontMetrics().averageCharWidth() * 48);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_clipboard.retry(); });
    connect(&clipboard, &SecretClipboard::changed, this, &CopyNowWindow::refresh);
}

void CopyNowWindow::refresh()
{
    const bool canRetry = m_clipboard.canRetry();
    if (canRetry == m_canRetry && canRetry)
        return;
    m_canRetry = canRetry;
    // The copy after a press needs the focus until it is decided.
    if (m_clipboard.state() == SecretClipboard::State::Copying)
        return;
    if (!canRetry) {
        hide();
        return;
    }
    if (isVisible() || QGuiApplication::focusWindow())
        return; // the status bar has the same button
    m_text->setText(tr("The token of %1 was not copied: this desktop allows it only while you "
                       "press a button.")
                        .arg(shortenedMiddle(m_clipboard.owner(), longestOwner)));
    m_copy->setFocus();
    show();
    raise();
    activateWindow();
}

void CopyNowWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace hourpass
