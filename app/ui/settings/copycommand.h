// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;

namespace hourpass {

/// The command line that copies the profile's token, for the desktop's own shortcut settings. The
/// name is quoted for the system's shell where it needs that.
QString copyCommandFor(const QString &profileName);

} // namespace hourpass
