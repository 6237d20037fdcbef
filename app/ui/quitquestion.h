// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/removals.h"

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace hourpass {

/// What stands between a user's wish to quit and the end: a question, where removals can still be
/// undone. Whoever cannot be asked (a signal, the end of the session) leaves them to the next
/// start.
class QuitQuestion final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    QuitQuestion(Removals &removals, QWidget &window, QObject *parent = nullptr);

    void ask();

Q_SIGNALS:
    void quitGranted();
    void quitRefused();

private:
    void open(const QList<PendingRemoval> &removals);
    void deleteKeys();

    Removals &m_removals;
    QWidget &m_window;
    QPointer<QMessageBox> m_box; ///< while it is open
};

} // namespace hourpass
