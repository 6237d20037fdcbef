// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// The back end that QtKeychain uses in this process: "secret-service", "kwallet5", "kwallet4",
/// "macos-keychain", "windows-credentials". QtKeychain chooses once and does not tell.
QString keychainBackendName();

} // namespace hourpass
