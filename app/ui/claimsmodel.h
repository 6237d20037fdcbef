// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words/claimwords.h"

#include <QAbstractTableModel>

namespace hourpass {

/// The claims of a token as name and value, nested ones by their path ("account.bss"). From
/// outside: every text went through visibleText().
class ClaimsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Value };
    static constexpr int columns = 2;

    using QAbstractTableModel::QAbstractTableModel;

    /// An object, or nothing.
    void setClaims(const std::optional<JsonValue> &claims);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QList<ClaimRow> m_rows;
};

} // namespace hourpass
