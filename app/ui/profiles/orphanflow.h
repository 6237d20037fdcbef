// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/keycensus.h"
#include "ui/parts/engine.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace hourpass {

class NoticeBar;
class OrphansDialog;
class ProfileDialog;

/// What a user can do with keys that no profile names, from being told of them to the result.
class OrphanFlow final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the dialogs' parent. All must outlive this.
    OrphanFlow(const Engine &engine, NoticeBar &notices, QWidget *window);

    /// Looks whether there are any that have been there for a while, and tells if so.
    void look();
    /// Shows them, in a dialog.
    void open();
    Future<Orphans> orphans() { return m_census.orphans(); }

Q_SIGNALS:
    /// A profile was made of one; the window shows it.
    void adopted(const hourpass::ProfileId &id);

private:
    void tell(const Orphans &orphans);
    void refresh();
    void adopt(const ProfileId &id);
    void save(ProfileDialog *dialog, const Profile &profile);
    void forget(const ProfileId &id);

    const Engine &m_engine;
    NoticeBar &m_notices;
    QWidget *m_window;
    KeyCensus m_census;
    QPointer<OrphansDialog> m_dialog; ///< while it is open
};

} // namespace hourpass
