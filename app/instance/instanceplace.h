// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QString>

namespace hourpass {

/// Where the instances of one user find each other.
struct InstancePlace {
    QString lockFile;
    QString socketName; ///< an absolute path; on Windows the name of a pipe

    bool operator==(const InstancePlace &) const = default;
};

/// A folder that no other user can reach: `hourpass` in the runtime folder (XDG_RUNTIME_DIR), if
/// that is an absolute path and a folder of ours, for us alone, no symbolic link; else `run` in
/// the state folder. Both are made if missing, and the mode of our own is put right. Whatever is
/// in the lock's or the socket's place and is not ours, or not what belongs there, is taken away.
/// Error: WriteFailed, with the reason in its detail.
Result<InstancePlace> findInstancePlace(const QString &runtimeFolder, const QString &stateFolder);
/// Its folder again, where somebody has deleted that. False where it cannot be made, or is not
/// ours.
bool restoreFolderOf(const InstancePlace &place);

} // namespace hourpass
