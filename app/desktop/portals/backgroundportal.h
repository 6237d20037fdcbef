// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"

#include <QObject>

namespace hourpass {

/// Whether the desktop starts the program at login where it is in a sandbox, whose own folder of
/// such files no desktop looks at: by the portal (org.freedesktop.portal.Background), which asks
/// the user. What is so cannot be asked for.
class BackgroundPortal final : public QObject
{
    Q_OBJECT

public:
    /// Errors: WriteFailed (refused, or there is no such portal), TimedOut.
    Future<void> setAutostart(bool enabled);
};

} // namespace hourpass
