// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/claimsmodel.h"

#include <QFontDatabase>

namespace hourpass {

using namespace Qt::StringLiterals;

void ClaimsModel::setClaims(const std::optional<JsonValue> &claims)
{
    beginResetModel();
    m_rows = claims ? claimRows(*claims) : QList<ClaimRow>();
    endResetModel();
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ClaimsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const ClaimRow &row = m_rows.at(index.row());
    const bool isName = index.column() == int(Column::Name);
    if (role == Qt::DisplayRole)
        return isName ? row.name : row.value;
    if (role == Qt::ToolTipRole && !isName)
        return QString("<p>"_L1 + row.value.toHtmlEscaped() + "</p>"_L1);
    if (role == Qt::FontRole && !isName)
        return QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return {};
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == int(Column::Name) ? tr("Claim") : tr("Value");
}

} // namespace hourpass
