// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profileid.h"

#include <QList>
#include <QString>

namespace hourpass {

/// How often and how lately the profiles were copied, for the order of the tray menu. One number
/// tells both: each use counts one, and all that was counted before fades with every use since. So
/// the file holds ids and counts, and no times at which somebody worked. Lost or damaged, the order
/// starts anew.
class ProfileUsage final
{
public:
    explicit ProfileUsage(QString path);

    void load();
    /// Counts a use and writes it down.
    void note(const ProfileId &id);

    /// Zero where it was not used, or long ago.
    double weight(const ProfileId &id) const;
    /// Null where none was used.
    ProfileId latest() const;

private:
    struct Use {
        ProfileId id;
        double count;
    };
    void save() const;

    QString m_path;
    QList<Use> m_uses; ///< the latest first
    bool m_isFromNewerVersion = false;
};

} // namespace hourpass
