// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/command.h"

#include "cli/input/standardstreams.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct CommandWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::Command)
};

} // namespace

SecretStore::Prompt promptHere()
{
    return isTerminal(StandardStream::Input) ? SecretStore::Prompt::Allowed
                                             : SecretStore::Prompt::Never;
}

Future<void> keychainIsUsable(SecretStore &keys, QObject *context)
{
    using State = SecretStore::State;
    return keys.probe().then(context, [](const Result<State> &state) -> Result<void> {
        if (!state)
            return Failure(state.error());
        if (*state == State::Missing)
            return failure(ErrorCode::KeychainMissing);
        if (*state == State::Locked && !isTerminal(StandardStream::Input))
            return failure(ErrorCode::KeychainLocked);
        return {};
    });
}

std::optional<Complaint> writeOut(QByteArrayView bytes)
{
    const auto written = writeAll(StandardStream::Output, bytes);
    if (written)
        return {};
    Complaint complaint = complaintAbout(written.error());
    complaint.message = CommandWords::tr("Standard output cannot be written to.");
    complaint.advice =
        CommandWords::tr("What was written is not complete. Check that the disk is not "
                         "full and that the program that reads it still runs.");
    return complaint;
}

ExitCode deliver(const Outcome &outcome, const Messages &messages)
{
    if (!outcome) {
        messages.complain(outcome.error());
        return outcome.error().exitCode;
    }
    const auto complaint = writeOut(outcome->reveal());
    if (!complaint)
        return ExitCode::Done;
    messages.complain(*complaint);
    return complaint->exitCode;
}

} // namespace hourpass
