// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/badentrypage.h"

#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "words/badentrywords.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hourpass {

BadEntryPage::BadEntryPage(QAction *remove, QWidget *parent)
    : QWidget(parent)
    , m_name(noteLabel(this))
    , m_text(noteLabel(this))
{
    QFont large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_name->setFont(large);
    auto *button = new QPushButton(remove->icon(), tr("Remove from the list…"), this);
    connect(button, &QPushButton::clicked, remove, &QAction::trigger);
    auto *row = new QHBoxLayout;
    row->addWidget(button);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(m_name);
    layout->addWidget(m_text);
    layout->addLayout(row);
    layout->addStretch();
}

void BadEntryPage::showEntry(const BadEntry &entry, const QString &file)
{
    m_name->setText(badEntryName(entry));
    m_text->setText(tr("This profile cannot be used.") + u' ' + badEntryReason(entry.fault) + u' '
                    + badEntryAdvice(file));
}

} // namespace hourpass
