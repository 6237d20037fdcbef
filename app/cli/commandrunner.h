// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands/checkcommand.h"
#include "cli/commands/doctorcommand.h"
#include "cli/commands/orphancommands.h"
#include "cli/commands/profilecommands.h"
#include "cli/commands/tokencommand.h"

namespace hourpass {

/// Runs one command and ends the event loop with its exit code.
class CommandRunner final : public QObject
{
    Q_OBJECT

public:
    CommandRunner(const CommandTools &tools, CommandLine line, QObject *parent = nullptr);

    /// Once, in the event loop.
    void start();
    /// Ends what waits.
    void interrupt();

private:
    QFuture<Outcome> run();
    void tellDamagedLists() const;
    void tellWaiting(SecretStore::State state);
    void tellRetry(const ProfileId &id);

    CommandTools m_tools;
    CommandLine m_line;
    ProfileCommands m_profileCommands;
    OrphanCommands m_orphanCommands;
    CheckCommand m_checkCommand;
    TokenCommand m_tokenCommand;
    DoctorCommand m_doctorCommand;
};

} // namespace hourpass
