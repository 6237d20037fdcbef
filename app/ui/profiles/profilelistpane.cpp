// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/profilelistpane.h"

#include "ui/profiles/profilelistdelegate.h"
#include "ui/profiles/profilelistmodel.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace hourpass {

namespace {

// A button that does what an action does and follows its state. Its accessible name is the
// action's text in full, where the button has no room for more than a word.
QPushButton *buttonFor(QAction *action, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), text, parent);
    button->setAccessibleName(QString(action->text()).remove(u'&').remove(u'…').trimmed());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

ProfileListPane::ProfileListPane(ProfileListModel &model, QAction *add, QAction *import,
                                 const QList<QAction *> &contextActions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
{
    m_filter->setSourceModel(&model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new ProfileListDelegate(m_list));
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(contextActions);
    m_list->setUniformItemSizes(true);
    m_search->setPlaceholderText(tr("Search profiles"));
    m_search->setAccessibleName(tr("Search profiles"));
    m_search->setClearButtonEnabled(true);
    createLayout(add, import);
    connectList();
}

void ProfileListPane::createLayout(QAction *add, QAction *import)
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(buttonFor(add, tr("Add"), this));
    buttons->addWidget(buttonFor(import, tr("Import"), this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
}

void ProfileListPane::connectList()
{
    connect(m_search, &QLineEdit::textChanged, m_filter,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &QLineEdit::returnPressed, m_list, [this] {
        m_list->setCurrentIndex(m_filter->index(0, 0));
        m_list->setFocus();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    m_latest = idAt(index);
                Q_EMIT currentChanged(idAt(index));
            });
    // What another process wrote may be there all the same; what the search leaves out comes back.
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] { selectIfShown(m_latest); });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_list->currentIndex().isValid())
            selectIfShown(m_latest);
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const ProfileId id = idAt(index); !id.isNull())
            Q_EMIT activated(id);
    });
}

ProfileId ProfileListPane::idAt(const QModelIndex &proxyIndex) const
{
    return proxyIndex.isValid() ? m_model.idAt(m_filter->mapToSource(proxyIndex)) : ProfileId();
}

ProfileId ProfileListPane::current() const
{
    return idAt(m_list->currentIndex());
}

const BadEntry *ProfileListPane::currentBadEntry() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model.badEntryAt(m_filter->mapToSource(index)) : nullptr;
}

void ProfileListPane::select(const ProfileId &id)
{
    if (!m_filter->mapFromSource(m_model.indexOf(id)).isValid())
        m_search->clear();
    selectIfShown(id);
}

// Else the first one.
void ProfileListPane::selectIfShown(const ProfileId &id)
{
    const QModelIndex wanted = m_filter->mapFromSource(m_model.indexOf(id));
    m_list->setCurrentIndex(wanted.isValid() ? wanted : m_filter->index(0, 0));
}

void ProfileListPane::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ProfileListPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace hourpass
