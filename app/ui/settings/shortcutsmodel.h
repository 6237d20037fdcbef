// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

class QAction;
class QMenuBar;

namespace hourpass {

/// The commands of the menus that have a shortcut, as the commands themselves say it. Reads them
/// once.
class ShortcutsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Command, Keys, Menu };
    static constexpr int columns = 3;

    explicit ShortcutsModel(const QMenuBar &menus, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Header and rows, a line each, the columns parted by tabs.
    QString toText() const;

private:
    struct Row {
        QString command, keys, menu;
    };

    void read(const QList<QAction *> &actions, const QString &menu);

    QList<Row> m_rows;
};

} // namespace hourpass
