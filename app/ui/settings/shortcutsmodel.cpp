// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/shortcutsmodel.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// Without the mark of the menu's own shortcut, and without the dots of what opens a dialog.
QString nameOf(const QAction &action)
{
    return action.iconText().remove(u'…').trimmed();
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(u", "_s);
}

} // namespace

ShortcutsModel::ShortcutsModel(const QMenuBar &menus, QObject *parent)
    : QAbstractTableModel(parent)
{
    read(menus.actions(), {});
}

void ShortcutsModel::read(const QList<QAction *> &actions, const QString &menu)
{
    for (const QAction *action : actions) {
        if (const QMenu *below = action->menu())
            read(below->actions(), menu.isEmpty() ? nameOf(*action) : menu);
        else if (!action->shortcuts().isEmpty())
            m_rows.append({nameOf(*action), keysOf(*action), menu});
    }
}

int ShortcutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShortcutsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Row &row = m_rows.at(index.row());
    switch (Column(index.column())) {
    case Column::Command:
        return row.command;
    case Column::Keys:
        return row.keys;
    case Column::Menu:
        return row.menu;
    }
    return {};
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Command:
        return tr("Command");
    case Column::Keys:
        return tr("Shortcut");
    case Column::Menu:
        return tr("Menu");
    }
    return {};
}

QString ShortcutsModel::toText() const
{
    const auto header = [this](Column column) {
        return headerData(int(column), Qt::Horizontal).toString();
    };
    QString text =
        u"%1\t%2\t%3\n"_s.arg(header(Column::Command), header(Column::Keys), header(Column::Menu));
    for (const Row &row : m_rows)
        text += u"%1\t%2\t%3\n"_s.arg(row.command, row.keys, row.menu);
    return text;
}

} // namespace hourpass
