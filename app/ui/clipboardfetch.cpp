// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/clipboardfetch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace hourpass {

namespace {

// Other programs answer within milliseconds: what is shown for those would only flicker.
constexpr auto slowAfter = std::chrono::milliseconds(200);

} // namespace

ClipboardFetch::ClipboardFetch(QWidget *parent)
    : QWidget(parent)
{
    auto *progress = new QProgressBar(this);
    progress->setRange(0, 0); // nobody says how much is to come
    progress->setTextVisible(false);
    progress->setMaximumWidth(fontMetrics().averageCharWidth() * 12);
    progress->setAccessibleName(tr("Progress"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setToolTip(tr("Stop waiting for the program that has the clipboard"));
    connect(cancel, &QPushButton::clicked, this, &ClipboardFetch::cancel);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(new QLabel(tr("Reading the clipboard…"), this));
    layout->addWidget(progress);
    layout->addWidget(cancel);
    hide();
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfter);
    connect(&m_slow, &QTimer::timeout, this, &QWidget::show);
}

void ClipboardFetch::fetch()
{
    m_slow.start();
    m_reader.read({}).then(this, [this](const Result<ClipboardText> &text) {
        if (text) // else it is given up, or asked for anew
            onRead(*text);
    });
}

void ClipboardFetch::cancel()
{
    m_reader.cancel();
    end();
}

void ClipboardFetch::onRead(const ClipboardText &text)
{
    end();
    if (text.outcome != ClipboardText::Outcome::Text)
        Q_EMIT failed(text.outcome);
    else if (text.text.isEmpty())
        Q_EMIT failed(ClipboardText::Outcome::NoText);
    else
        Q_EMIT arrived(text.text);
}

void ClipboardFetch::end()
{
    m_slow.stop();
    hide();
}

} // namespace hourpass
