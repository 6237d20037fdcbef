// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/checkcommand.h"
#include "cli/doctorcommand.h"
#include "cli/orphancommands.h"
#include "cli/profilecommands.h"
#include "cli/tokencommand.h"

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
