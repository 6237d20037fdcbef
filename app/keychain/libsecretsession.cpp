// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/libsecretsession.h"

#include "keychain/keychainlog.h"

#include <QLibrary>

namespace hourpass {

using namespace Qt::StringLiterals;

void forgetLibsecretSession()
{
    // The same file that QtKeychain loads at run time: not a link dependency there, nor here.
    QLibrary library(u"secret-1"_s, 0);
    using Disconnect = void (*)();
    const auto disconnect =
        reinterpret_cast<Disconnect>(library.resolve("secret_service_disconnect"));
    if (!disconnect) {
        qCDebug(keychainLog) << "libsecret is not there, so it has no session to forget.";
        return;
    }
    disconnect();
}

} // namespace hourpass
