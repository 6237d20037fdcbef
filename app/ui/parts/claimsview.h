// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "jwt/jsonwebtoken.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QSortFilterProxyModel;
class QTableView;
class QTabWidget;
class QTreeWidget;

namespace hourpass {

class ClaimsModel;

/// Names and values as wide as they need, and the rest for what they mean.
void fitClaimColumns(QTableView &table);

/// What a token says, three ways: a table with meanings that can be searched, a tree, and JSON.
class ClaimsView final : public QWidget
{
    Q_OBJECT

public:
    explicit ClaimsView(QWidget *parent = nullptr);

    /// What could be read of it; `now` since 1970.
    void showToken(const DecodedToken &token, Seconds now);
    void clear();

Q_SIGNALS:
    void copyTextRequested(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createTable();
    void createTree();
    void createJson();
    void addCopyAction(const QString &text, const QKeySequence &shortcut, int column);
    void copyTreeItem();
    void fillShown();

    QLineEdit *m_search;
    QTabWidget *m_tabs;
    QTableView *m_table;
    QTreeWidget *m_tree;
    QPlainTextEdit *m_json;
    ClaimsModel *m_claims;
    QSortFilterProxyModel *m_filtered;
    DecodedToken m_token;
    bool m_isTreeFilled = false;
    bool m_isJsonFilled = false;
};

} // namespace hourpass
