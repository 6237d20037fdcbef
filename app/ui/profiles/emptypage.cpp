// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/emptypage.h"

#include "ui/parts/icons.h"

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
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_restore(new QPushButton(tr("Restore…"), this))
    , m_add(new QPushButton(namedIcon(u"list-add"_s), tr("Add an API key"), this))
{
    auto *mark = new QLabel(this);
    const int size = fontMetrics().height() * 5;
    mark->setPixmap(applicationIcon().pixmap(size, size));
    mark->setAlignment(Qt::AlignCenter);

    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(fontMetrics().averageCharWidth() * 60);

    auto *import = new QPushButton(namedIcon(u"document-open"_s), tr("Import a key file"), this);
    m_add->setDefault(true);
    connect(m_add, &QPushButton::clicked, this, &EmptyPage::addRequested);
    connect(import, &QPushButton::clicked, this, &EmptyPage::importRequested);
    connect(m_restore, &QPushButton::clicked, this, &EmptyPage::restoreRequested);

    auto *hint = new QLabel(tr("You can also drop a key file on this window."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_restore);
    buttons->addWidget(m_add);
    buttons->addWidget(import);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addStretch();
    layout->addWidget(mark);
    layout->addWidget(m_title);
    layout->addLayout(centred(m_text));
    layout->addLayout(buttons);
    layout->addWidget(hint);
    layout->addStretch();
    setListIsDamaged(false);
}

void EmptyPage::setListIsDamaged(bool isDamaged)
{
    m_restore->setVisible(isDamaged);
    m_title->setText(isDamaged ? tr("The list of your profiles could not be read")
                               : tr("IBM Cloud tokens without copying keys around"));
    m_text->setText(isDamaged
                        ? tr("It was set aside and nothing of it is lost; your keys are still in "
                             "the system keychain. Restore what can be read of it, or begin anew.")
                        : tr("Hourpass keeps your API keys in the system keychain, trades them for "
                             "access tokens, shows how long each one lasts, and copies it in one "
                             "click."));
}

void EmptyPage::focusStart()
{
    (m_restore->isHidden() ? m_add : m_restore)->setFocus(Qt::OtherFocusReason);
}

} // namespace hourpass
