// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/secretservice.h"

// Platforms without a Secret Service: there is never an object, so that nothing else is called.

class QDBusServiceWatcher
{
};

namespace hourpass {

class SecretPrompt
{
};

std::unique_ptr<SecretService> SecretService::create(const KeychainLimits & /*limits*/,
                                                     const std::optional<Error> & /*busFault*/)
{
    return nullptr;
}

SecretService::~SecretService() = default;

Future<SecretService::Places> SecretService::find(const QString & /*service*/,
                                                  const QString & /*key*/)
{
    return readyFuture<Places>(failure(ErrorCode::KeychainMissing));
}

Future<SecretService::Places> SecretService::defaultCollection()
{
    return readyFuture<Places>(failure(ErrorCode::KeychainMissing));
}

Future<QList<SecretEntry>> SecretService::list(const QString & /*service*/)
{
    return readyFuture<QList<SecretEntry>>(failure(ErrorCode::KeychainMissing));
}

Future<void> SecretService::unlock(const QStringList & /*places*/)
{
    return readyFuture<void>(failure(ErrorCode::KeychainMissing));
}

Future<void> SecretService::createDefaultCollection()
{
    return readyFuture<void>(failure(ErrorCode::KeychainMissing));
}

void SecretService::stopWaiting() { }

void SecretService::awaitAnswer() { }

} // namespace hourpass
