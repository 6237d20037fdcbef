// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace hourpass {

class ProfileStore;

/// Says, for as long as it is so, that a list of profiles could not be read, with the way to get
/// back what can be.
class DamagedListsBar final : public QFrame
{
    Q_OBJECT

public:
    /// The store must outlive this.
    explicit DamagedListsBar(const ProfileStore &profiles, QWidget *parent = nullptr);

Q_SIGNALS:
    void restoreRequested();

private:
    void refresh();

    const ProfileStore &m_profiles;
    QLabel *m_text;
};

} // namespace hourpass
