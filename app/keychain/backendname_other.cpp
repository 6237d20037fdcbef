// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/backendname.h"

namespace hourpass {

QString keychainBackendName()
{
#if defined(Q_OS_WIN)
    return QStringLiteral("windows-credentials");
#elif defined(Q_OS_MACOS)
    return QStringLiteral("macos-keychain");
#else
    return QStringLiteral("unknown");
#endif
}

} // namespace hourpass
