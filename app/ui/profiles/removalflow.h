// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/engine.h"

#include <QObject>
#include <QSet>

class QAction;

namespace hourpass {

class NoticeBar;

/// Removing profiles: the notice that says so for as long as it can be undone, the command that
/// undoes the latest, and the word of a key that could not be deleted.
class RemovalFlow final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    RemovalFlow(const Engine &engine, NoticeBar &notices, QObject *parent);

    /// Once the notices have their place in the window: offers what an earlier run left.
    void start();

    /// Undoes the latest removal; disabled where there is none.
    QAction *undoAction() const { return m_undo; }
    void remove(const ProfileId &id);

Q_SIGNALS:
    /// The profile is on the list again.
    void undone(const hourpass::ProfileId &id);

private:
    void undo(const ProfileId &id);
    void undoLatest();
    void refresh();
    void refreshAction(const QList<PendingRemoval> &undoable);
    bool isOutdated() const;
    void offer(const PendingRemoval &removal);
    QString textFor(const PendingRemoval &removal) const;
    void close(const ProfileId &id);
    void tellFailure(const ProfileId &id, const Error &error);
    void forget(const ProfileId &id);

    const Engine &m_engine;
    NoticeBar &m_notices;
    QAction *m_undo;
    ProfileId m_shown; ///< whose notice is m_notice
    int m_notice = 0;
    bool m_offersUndo = false; ///< that notice; else it tells a failure
    /// Not offered in a notice any more: the key could not be deleted, and the user was told.
    QSet<ProfileId> m_told;
};

} // namespace hourpass
