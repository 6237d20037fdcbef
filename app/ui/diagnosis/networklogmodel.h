// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/networklog.h"

#include <QAbstractTableModel>

namespace hourpass {

/// The requests of this run, the latest at the end. What servers said went through visibleText().
class NetworkLogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Time,
        Purpose,
        Host,
        Outcome,
        Duration,
        Sent,
        Received,
        Tls,
        Proxy,
        Transaction,
    };
    static constexpr int columns = 10;

    /// The log must outlive this.
    explicit NetworkLogModel(const NetworkLog &log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Header and rows, a line each, the columns parted by tabs.
    QString toText() const;

private:
    QString textOf(const NetworkLogEntry &entry, Column column) const;

    const NetworkLog &m_log;
    int m_rows; ///< as last announced to the views
};

} // namespace hourpass
