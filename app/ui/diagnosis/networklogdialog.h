// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace hourpass {

class NetworkLog;
class NetworkLogModel;

/// Every request of this run, with no secret in it, to read and to copy. Stays open beside the
/// window.
class NetworkLogDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The log must outlive this.
    explicit NetworkLogDialog(const NetworkLog &log, QWidget *parent = nullptr);

private:
    void createTable();
    void showWhetherEmpty();
    void copyAll();

    NetworkLogModel *m_model;
    QTableView *m_table;
    QLabel *m_empty;
    QPushButton *m_copy;
};

} // namespace hourpass
