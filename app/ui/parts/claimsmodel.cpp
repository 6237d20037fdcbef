// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/claimsmodel.h"

#include <QFontDatabase>

namespace hourpass {

using namespace Qt::StringLiterals;

// Where the same claims are shown later, what is selected stays so.
void ClaimsModel::setClaims(const std::optional<JsonValue> &claims, Seconds now)
{
    const QList<ClaimRow> rows = claims ? claimRows(*claims, now) : QList<ClaimRow>();
    const auto isSame = [](const ClaimRow &one, const ClaimRow &other) {
        return one.name == other.name && one.value == other.value;
    };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), isSame)) {
        if (rows == m_rows)
            return;
        m_rows = rows;
        Q_EMIT dataChanged(index(0, int(Column::Meaning)),
                           index(int(rows.size()) - 1, int(Column::Meaning)));
        return;
    }
    beginResetModel();
    m_rows = rows;
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
    const auto column = Column(index.column());
    const QString text = column == Column::Name ? row.name
        : column == Column::Value               ? row.value
                                                : explanationOf(row);
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::ToolTipRole && !text.isEmpty()) {
        const QString shown = column == Column::Value ? text + u" ("_s + row.type + u')' : text;
        return QString("<p>"_L1 + shown.toHtmlEscaped() + "</p>"_L1);
    }
    if (role == Qt::FontRole && column == Column::Value)
        return QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return {};
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Claim");
    case Column::Value:
        return tr("Value");
    case Column::Meaning:
        break;
    }
    return tr("What it means");
}

} // namespace hourpass
