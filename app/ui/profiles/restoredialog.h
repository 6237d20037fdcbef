// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/damagedlists.h"

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace hourpass {

class ProfileStore;

/// What can be read of the lists that could not be, before it is taken over.
class RestoreDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The store must outlive this.
    explicit RestoreDialog(ProfileStore &profiles, QWidget *parent = nullptr);

Q_SIGNALS:
    /// So many profiles are there again, and the files are put away.
    void restored(int count);

private:
    QString summary() const;
    void addNames(QVBoxLayout *layout);
    void restore();

    ProfileStore &m_profiles;
    Salvage m_salvage;
    QList<Profile> m_missing; ///< what would be added
    QLabel *m_fault;
};

} // namespace hourpass
