// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words/claims/claimwords.h"

#include <QAbstractTableModel>

namespace hourpass {

/// The claims of a token: name, value and what they mean; nested ones by their path
/// ("account.bss"). From outside: every text went through visibleText().
class ClaimsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Value, Meaning };
    static constexpr int columns = 3;

    using QAbstractTableModel::QAbstractTableModel;

    /// An object, or nothing; `now` since 1970, for the distance of times.
    void setClaims(const std::optional<JsonValue> &claims, Seconds now);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QList<ClaimRow> m_rows;
};

} // namespace hourpass
