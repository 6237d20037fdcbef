// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "instance/instancelock.h"
#include "instance/startarguments.h"

#include <QString>

#include <cstdio>
#include <optional>

namespace hourpass {

/// How `hourpass` ends; the numbers are those of hourpass-cli.
enum class StartStatus { Done = 0, InternalFault = 1, Usage = 2, NoSuchProfile = 3, NoAnswer = 7 };

/// `main`'s own, for the application objects that are made here: none is left afterwards.
struct MainArguments {
    int &count;
    char **words;
};

/// Prints a text, which is made in the user's language.
int say(const MainArguments &arguments, std::FILE *where, QString (*text)(), StartStatus status);
/// What is wrong with the arguments, and how they are used.
int refuse(const MainArguments &arguments, const StartMisuse &misuse);
int complain(const MainArguments &arguments, const Error &error);

/// What the start asks for. A name is looked up in the file of profiles, which is only read: what
/// goes to another process is an id. Errors: NotFound, and those of readProfiles().
Result<InstanceMessage> messageFor(const StartArguments &start, const QString &profilesFile);

/// Where another instance runs: brings it the message, and says how the program ends. Nothing where
/// this process is the first one.
std::optional<int> askFirst(const MainArguments &arguments, InstanceLock &lock,
                            const QString &socketName, const InstanceMessage &message);

} // namespace hourpass
