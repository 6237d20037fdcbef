// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace hourpass {

/// "hourpass.keychain": whole sentences, never an entry's value.
Q_DECLARE_LOGGING_CATEGORY(keychainLog)

} // namespace hourpass
