// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/restoredialog.h"

#include "core/visibletext.h"
#include "profiles/profilestore.h"
#include "ui/parts/dialogparts.h"
#include "words/badentrywords.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

RestoreDialog::RestoreDialog(ProfileStore &profiles, QWidget *parent)
    : QDialog(parent)
    , m_profiles(profiles)
    , m_salvage(salvage(profiles.damagedLists()))
    , m_missing(missingIn(profiles.document(), m_salvage.profiles))
    , m_fault(noteLabel(this))
{
    setWindowTitle(tr("Restore profiles"));
    m_fault->hide();
    QLabel *text = noteLabel(this);
    text->setText(summary());
    QVBoxLayout *layout = dialogLayout(this);
    layout->addWidget(text);
    if (!m_missing.isEmpty())
        addNames(layout);
    layout->addWidget(m_fault);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    QPushButton *accept = buttons->addButton(m_missing.isEmpty() ? tr("Put away") : tr("Restore"),
                                             QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RestoreDialog::restore);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resizeForText(*this, 72, m_missing.isEmpty() ? 12 : 24);
}

QString RestoreDialog::summary() const
{
    QStringList sentences{damagedListsText(m_salvage.files)};
    const int there = int(m_salvage.profiles.size() - m_missing.size());
    if (!m_missing.isEmpty())
        sentences += tr("%n profiles can be restored.", nullptr, int(m_missing.size()));
    else if (there == 0)
        sentences += tr("No profile can be read in it.");
    if (there > 0)
        sentences += tr("%n of its profiles are in the list already.", nullptr, there);
    if (m_salvage.unusable > 0)
        sentences +=
            tr("%n entries cannot be used; they stay in the file.", nullptr, m_salvage.unusable);
    sentences += tr("The file is kept, under a name that ends in .restored, and not mentioned "
                    "again.");
    return sentences.join(u' ');
}

void RestoreDialog::addNames(QVBoxLayout *layout)
{
    QStringList names;
    for (const Profile &profile : std::as_const(m_missing))
        names += visibleText(profile.name) + u" \u2014 "_s + profile.endpoint.host();
    auto *list = new QListView(this);
    list->setModel(new QStringListModel(names, list));
    list->setEditTriggers(QListView::NoEditTriggers);
    list->setUniformItemSizes(true);
    list->setAccessibleName(tr("Profiles that can be restored"));
    layout->addWidget(list, 1);
}

void RestoreDialog::restore()
{
    const auto added = m_profiles.restore(m_salvage);
    if (!added) {
        showFault(*m_fault, added.error());
        return;
    }
    Q_EMIT restored(*added);
    accept();
}

} // namespace hourpass
