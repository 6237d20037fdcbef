// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/orphansdialog.h"

#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "words/explanation.h"
#include "words/findingwords.h"
#include "words/keydetailwords.h"

#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QString lineFor(const OrphanKey &key)
{
    const QString id = key.id.toString();
    return key.storedAt ? OrphansDialog::tr("%1, stored %2", "id of a key, moment")
                              .arg(id, momentText(*key.storedAt))
                        : id;
}

// Why the chosen one cannot be deleted, or what that would mean.
QString noteFor(const OrphanKey &key)
{
    if (key.isOfDamagedList)
        return OrphansDialog::tr("The damaged list of profiles names this key.");
    if (key.isNew)
        return asText(explain({ErrorCode::KeyTooNew, {}, {}}));
    return OrphansDialog::tr("Whose key it is shows with its first token.");
}

} // namespace

OrphansDialog::OrphansDialog(QWidget *parent)
    : QDialog(parent)
    , m_model(new QStringListModel(this))
    , m_intro(noteLabel(this))
    , m_list(new QListView(this))
    , m_note(noteLabel(this))
    , m_fault(noteLabel(this))
    , m_adopt(new QPushButton(namedIcon(u"list-add"_s), tr("Make a profile…"), this))
    , m_forget(new QPushButton(namedIcon(u"edit-delete"_s), tr("Delete key…"), this))
{
    setWindowTitle(tr("Keys without a profile"));
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Keys without a profile"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_fault->hide();
    auto *layout = dialogLayout(this);
    layout->addWidget(m_intro);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_fault);
    layout->addLayout(createButtons());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OrphansDialog::updateButtons);
    resizeForText(*this, 84, 20);
    m_intro->setText(tr("Looking into the keychain…"));
    updateButtons();
}

QLayout *OrphansDialog::createButtons()
{
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_adopt);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    buttons->addWidget(close);
    for (QPushButton *button : {m_adopt, m_forget, close})
        button->setAutoDefault(false);
    connect(m_adopt, &QPushButton::clicked, this, &OrphansDialog::adopt);
    connect(m_forget, &QPushButton::clicked, this, &OrphansDialog::confirmForgetting);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return buttons;
}

void OrphansDialog::showOrphans(const Orphans &orphans)
{
    const int row = m_list->currentIndex().row();
    m_orphans = orphans;
    m_fault->hide();
    QStringList lines;
    for (const OrphanKey &key : orphans.keys)
        lines += lineFor(key);
    m_model->setStringList(lines);
    const QString general =
        tr("The keychain holds these keys of Hourpass, and no profile uses them. One stays behind "
           "where the program was ended while it stored a profile, or where the list of profiles "
           "was lost. Another home folder with the same keychain may use it, too.");
    if (orphans.keys.isEmpty())
        m_intro->setText(tr("Each key in the keychain belongs to a profile."));
    else
        m_intro->setText(orphans.damagedList.isEmpty()
                             ? general
                             : damagedListText(orphans.damagedList) + u' ' + general);
    const int last = int(lines.size()) - 1;
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(last, 0))));
    updateButtons();
    growToFit(*this);
}

void OrphansDialog::showFault(const Error &error)
{
    hourpass::showFault(*m_fault, error);
}

const OrphanKey *OrphansDialog::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_orphans.keys.size() ? &m_orphans.keys[row] : nullptr;
}

void OrphansDialog::updateButtons()
{
    const OrphanKey *key = current();
    m_adopt->setEnabled(key);
    m_forget->setEnabled(key && key->canBeDeleted());
    m_note->setText(key ? noteFor(*key) : QString());
}

void OrphansDialog::adopt()
{
    if (const OrphanKey *key = current())
        Q_EMIT adoptRequested(key->id);
}

void OrphansDialog::confirmForgetting()
{
    const OrphanKey *key = current();
    if (!key || !key->canBeDeleted())
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Delete key"),
                                tr("Delete the key %1 from the keychain?").arg(key->id.toString()),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("It cannot be brought back. IBM Cloud shows a key only once: where "
                               "this is the only copy, a new key has to be made."));
    auto *confirm = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    auto *keep = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(confirm, &QPushButton::clicked, this,
            [this, id = key->id] { Q_EMIT forgetRequested(id); });
    box->open();
}

} // namespace hourpass
