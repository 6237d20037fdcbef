// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profileid.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace hourpass {

class ProfileListModel;
struct BadEntry;

/// The left side: search, list, and the ways to get another profile.
class ProfileListPane final : public QWidget
{
    Q_OBJECT

public:
    /// The actions are the commands of the two buttons and of the list's context menu.
    ProfileListPane(ProfileListModel &model, QAction *add, QAction *import,
                    const QList<QAction *> &contextActions, QWidget *parent = nullptr);

    /// Null where none is chosen, or one that is no profile.
    ProfileId current() const;
    /// The chosen entry where it cannot be used, else null; valid until the next change.
    const BadEntry *currentBadEntry() const;
    /// Ends a search that leaves it out.
    void select(const ProfileId &id);
    void focusList();
    void focusSearch();

Q_SIGNALS:
    void currentChanged(const hourpass::ProfileId &id);
    void activated(const hourpass::ProfileId &id);

private:
    void createLayout(QAction *add, QAction *import);
    void connectList();
    void selectIfShown(const ProfileId &id);
    ProfileId idAt(const QModelIndex &proxyIndex) const;

    ProfileListModel &m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QListView *m_list;
    ProfileId m_latest; ///< that was chosen
};

} // namespace hourpass
