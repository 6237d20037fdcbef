// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hourpass {

/// Makes libsecret, which QtKeychain uses, open a new session the next time. It keeps the one that
/// it has for ever, even when the keychain that gave it has been restarted, and each job then
/// fails.
void forgetLibsecretSession();

} // namespace hourpass
