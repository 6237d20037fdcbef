// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/messages.h"
#include "profiles/profilekeeper.h"
#include "token/keychecker.h"

#include <QFuture>
#include <QPromise>

#include <optional>

namespace hourpass {

/// What the commands work with. The composition root owns all of it, longer than any command.
struct CommandTools {
    ProfileStore &profiles;
    ProfileKeeper &keeper;
    SecretStore &keys;
    TokenSessions &sessions;
    KeyChecker &checker;
    const Messages &messages;
};

/// What a command ends with: the whole of what goes to standard output, or why there is nothing.
using Outcome = tl::expected<Secret, Complaint>;

inline QFuture<Outcome> readyOutcome(Outcome outcome)
{
    QPromise<Outcome> promise; // Qt 6.4 and 6.8 have no function for it that both have
    promise.start();
    promise.addResult(std::move(outcome));
    promise.finish();
    return promise.future();
}

inline QFuture<Outcome> readyOutcome(const Complaint &complaint)
{
    return readyOutcome(Outcome(tl::unexpected(complaint)));
}

/// Nothing may be asked where nobody sits.
SecretStore::Prompt promptHere();
/// Nor is anybody asked for what cannot be kept: KeychainMissing, KeychainSilent and such, and
/// KeychainLocked where nobody sits there to unlock it.
Future<void> keychainIsUsable(SecretStore &keys, QObject *context);
/// Writes to standard output; the complaint where that did not take every byte.
std::optional<Complaint> writeOut(QByteArrayView bytes);

/// Writes it out. The exit code is Done only if every byte was taken.
ExitCode deliver(const Outcome &outcome, const Messages &messages);

} // namespace hourpass
