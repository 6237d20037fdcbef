// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/notification.h"

namespace hourpass {

// What notifications say. Names come from outside and are made safe to show here; there is never
// more of a token in them than how long it lasts. The channel is the caller's to choose.

/// "Token of prod-admin copied": with how long it can be used, and when the clipboard is cleared.
Notification copiedNotification(const QString &profileName, Milliseconds usableFor,
                                Milliseconds clearsIn);
/// The desktop did not let us copy.
Notification notCopiedNotification(const QString &profileName);
/// There is no token, why, what to do; with a button to try again.
Notification failedNotification(const QString &profileName, const Error &error);
/// It is about to end; with a button to renew it.
Notification endingNotification(const QString &profileName, Milliseconds left);

} // namespace hourpass
