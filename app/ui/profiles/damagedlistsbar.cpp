// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/damagedlistsbar.h"

#include "profiles/profilestore.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "words/badentrywords.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hourpass {

DamagedListsBar::DamagedListsBar(const ProfileStore &profiles, QWidget *parent)
    : QFrame(parent)
    , m_profiles(profiles)
    , m_text(noteLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *icon = new QLabel(this);
    const int size = fontMetrics().height();
    icon->setPixmap(namedIcon(QStringLiteral("dialog-warning")).pixmap(size, size));
    auto *restore = new QPushButton(tr("Restore…"), this);
    connect(restore, &QPushButton::clicked, this, &DamagedListsBar::restoreRequested);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(restore);
    connect(&m_profiles, &ProfileStore::damagedListsChanged, this, &DamagedListsBar::refresh);
    refresh();
}

void DamagedListsBar::refresh()
{
    const QStringList &files = m_profiles.damagedLists();
    setVisible(!files.isEmpty());
    if (files.isEmpty())
        return;
    m_text->setText(damagedListsText(files));
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace hourpass
