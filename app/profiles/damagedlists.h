// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "profiles/profile.h"

#include <QSet>
#include <QStringList>

namespace hourpass {

/// What setAside() made of a list that could not be read, the latest first. Nobody is rid of them
/// but by putAway().
QStringList damagedListsBeside(const QString &path);

/// What can be read of damaged lists, though they are no lists any more.
struct Salvage {
    QStringList files;       ///< those looked at, the latest first
    QList<Profile> profiles; ///< no id twice: the latest counts
    int unusable = 0;        ///< entries that are there and cannot be used
    int unreadable = 0;      ///< files of which nothing can be read at all
};
Salvage salvage(const QStringList &files);

/// Those which the document does not have yet, by their ids. A name that is taken gets a number.
QList<Profile> missingIn(const ProfileDocument &document, const QList<Profile> &profiles);

/// Gives the file a name by which it is not a damaged list any more; the new path. Error:
/// WriteFailed.
Result<QString> putAway(const QString &damagedList);

} // namespace hourpass
