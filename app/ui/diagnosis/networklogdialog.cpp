// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diagnosis/networklogdialog.h"

#include "clipboard/plaintext.h"
#include "ui/diagnosis/networklogmodel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace hourpass {

NetworkLogDialog::NetworkLogDialog(const NetworkLog &log, QWidget *parent)
    : QDialog(parent)
    , m_model(new NetworkLogModel(log, this))
    , m_table(new QTableView(this))
    , m_empty(new QLabel(tr("Nothing has been sent yet."), this))
    , m_copy(new QPushButton(tr("Copy all"), this))
{
    setWindowTitle(tr("Network log"));
    auto *about = new QLabel(tr("What Hourpass has sent since it was started. No key and no token "
                                "is in it, and it is stored nowhere."),
                             this);
    about->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    createTable();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    m_copy->setToolTip(tr("Copy the whole log as text, for a ticket"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(about);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &NetworkLogDialog::copyAll);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &NetworkLogDialog::showWhetherEmpty);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 20);
    showWhetherEmpty();
}

void NetworkLogDialog::createTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Requests"));
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void NetworkLogDialog::showWhetherEmpty()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_copy->setEnabled(!isEmpty);
    if (isEmpty)
        return;
    m_table->resizeColumnsToContents();
    m_table->scrollToBottom();
}

void NetworkLogDialog::copyAll()
{
    copyPlainText(m_model->toText());
}

} // namespace hourpass
