// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainlog.h"

namespace hourpass {

Q_LOGGING_CATEGORY(keychainLog, "hourpass.keychain", QtInfoMsg)

} // namespace hourpass
