// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/emptypage.h"

#include "ui/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// An alignment flag instead would take the label's wrapped height from its unwrapped width.
QHBoxLayout *centred(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(widget);
    row->addStretch();
    return row;
}

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_add(new QPushButton(namedIcon(u"list-add"_s), tr("Add an API key"), this))
{
    auto *mark = new QLabel(this);
    const int size = fontMetrics().height() * 5;
    mark->setPixmap(applicationIcon().pixmap(size, size));
    mark->setAlignment(Qt::AlignCenter);

    auto *title = new QLabel(tr("IBM Cloud tokens without copying keys around"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);

    auto *text = new QLabel(tr("Hourpass keeps your API keys in the system keychain, trades them "
                               "for access tokens, shows how long each one lasts, and copies it in "
                               "one click."),
                            this);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setFixedWidth(fontMetrics().averageCharWidth() * 60);

    auto *import = new QPushButton(namedIcon(u"document-open"_s), tr("Import a key file"), this);
    m_add->setDefault(true);
    connect(m_add, &QPushButton::clicked, this, &EmptyPage::addRequested);
    connect(import, &QPushButton::clicked, this, &EmptyPage::importRequested);

    auto *hint = new QLabel(tr("You can also drop a key file on this window."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_add);
    buttons->addWidget(import);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addStretch();
    layout->addWidget(mark);
    layout->addWidget(title);
    layout->addLayout(centred(text));
    layout->addLayout(buttons);
    layout->addWidget(hint);
    layout->addStretch();
}

void EmptyPage::focusStart()
{
    m_add->setFocus(Qt::OtherFocusReason);
}

} // namespace hourpass
