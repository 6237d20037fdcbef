// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/orphans.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;
class QStringListModel;

namespace hourpass {

/// The keys that no profile names, and what can be done with one: it says what the user wants, and
/// is told what there is. Nothing is deleted without a question of its own.
class OrphansDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit OrphansDialog(QWidget *parent = nullptr);

    void showOrphans(const Orphans &orphans);
    void showFault(const Error &error);

Q_SIGNALS:
    void adoptRequested(const hourpass::ProfileId &id);
    /// The user has confirmed it.
    void forgetRequested(const hourpass::ProfileId &id);

private:
    QLayout *createButtons();
    const OrphanKey *current() const;
    void updateButtons();
    void adopt();
    void confirmForgetting();

    Orphans m_orphans;
    QStringListModel *m_model;
    QLabel *m_intro;
    QListView *m_list;
    QLabel *m_note; ///< of the chosen one
    QLabel *m_fault;
    QPushButton *m_adopt;
    QPushButton *m_forget;
};

} // namespace hourpass
