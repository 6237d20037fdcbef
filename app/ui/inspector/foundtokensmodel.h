// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/find/tokensearch.h"

#include <QAbstractListModel>

namespace hourpass {

/// What was found in a text: of each who it is, what it is worth, and where it is. From outside:
/// every text went through visibleText().
class FoundTokensModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// The rows stay selected where they are only judged anew.
    void setEntries(const QList<TokenEntry> &entries);
    const QList<TokenEntry> &entries() const { return m_entries; }
    void setVerdict(int row, Verification::Verdict verdict);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<TokenEntry> m_entries;
};

/// The name of the icon for a verdict, which differs in shape from others and not only in colour.
QString verdictIcon(std::optional<Verification::Verdict> verdict);

} // namespace hourpass
