// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keychain/keychainaccess.h"

namespace hourpass {

// What the operations of KeychainAccess are made of; for its own files alone.

inline constexpr QLatin1StringView serviceName{"hourpass"};

template <typename T>
KeychainAccess::Done<T> KeychainAccess::begin()
{
    prepare();
    ++m_generation;
    return std::make_shared<Reporter<T>>();
}

template <typename T, typename Next>
void KeychainAccess::follow(Future<T> future, Next next)
{
    future.then(this, [this, next, generation = m_generation](const Result<T> &result) {
        if (generation == m_generation)
            next(result);
    });
}

// QtKeychain's errors do not tell causes apart; the bus does.
template <typename T>
void KeychainAccess::reportTruth(const Look &look, const Error &error, const Done<T> &done)
{
    const bool unclear =
        error.code == ErrorCode::NotFound || error.code == ErrorCode::KeychainFailed;
    if (!m_service || !unclear) {
        done->report(Failure(error));
        return;
    }
    follow(look(), [error, done](const Result<Places> &found) {
        if (!found)
            done->report(Failure(found.error()));
        else if (found->open.isEmpty() && !found->locked.isEmpty())
            done->report(failure(ErrorCode::KeychainLocked, error.detail));
        else if (found->open.isEmpty() && error.code == ErrorCode::NotFound)
            done->report(failure(ErrorCode::NotFound));
        else
            done->report(failure(ErrorCode::KeychainFailed, error.detail));
    });
}

} // namespace hourpass
