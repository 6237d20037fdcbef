// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/profilestore.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenuBar;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QVBoxLayout;

namespace hourpass {

class GlobalKeys;
class ShortcutsModel;

/// The shortcuts of the window's commands, to search and to copy; and the command that a desktop's
/// own shortcut can run, for a token without a window.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The profiles and the keys must outlive this; `chosen` is the one whose command is shown
    /// first.
    ShortcutsDialog(const QMenuBar &menus, const ProfileStore &profiles, const ProfileId &chosen,
                    GlobalKeys &globalKeys, QWidget *parent = nullptr);

private:
    void createTable();
    QWidget *createGlobal();
    void connectGlobalKeys();
    void showGlobalKeys();
    void createLayout();
    void connectProfiles(const ProfileId &chosen);
    void fillProfiles(const ProfileId &chosen);
    QString chosenName() const;
    void showCommand();
    void copyList();

    const ProfileStore &m_store;
    GlobalKeys &m_globalKeys;
    ShortcutsModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QTableView *m_table;
    QLabel *m_globalState;
    QPushButton *m_setGlobal;
    QComboBox *m_profile;
    QLineEdit *m_command;
    QPushButton *m_copyCommand;
};

} // namespace hourpass
