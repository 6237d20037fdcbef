// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/checkcommand.h"

#include "cli/commands/profilechoice.h"
#include "cli/keydetailstext.h"
#include "words/keydetailwords.h"

namespace hourpass {

CheckCommand::CheckCommand(const CommandTools &tools, QObject *parent)
    : QObject(parent)
    , m_tools(tools)
{
}

QFuture<Outcome> CheckCommand::run(const CommandLine &line)
{
    const auto profile = chosenProfile(m_tools.profiles, line.name);
    if (!profile)
        return readyOutcome(profile.error());
    m_profile = profile->id;
    return m_tools.checker.check(profile->id, promptHere())
        .then(this, [this, profile = *profile, line](const Result<KeyCheck> &check) -> Outcome {
            if (!check)
                return tl::unexpected(complaintAboutRequest(check.error(), profile, m_tools.keys));
            return told(*check, line, profile.name);
        });
}

Secret CheckCommand::told(const KeyCheck &check, const CommandLine &line, const QString &name) const
{
    const Instant now = m_tools.sessions.now();
    if (line.json)
        return Secret(keyDetailsJson(check, name));
    if (check.details) {
        if (const QString warning = keyEndWarning(check.details->expiresAt, now);
            !warning.isEmpty())
            m_tools.messages.note(warning);
    }
    return Secret(keyDetailsText(check, now).toLocal8Bit());
}

void CheckCommand::cancel()
{
    m_tools.checker.cancel(m_profile);
    m_tools.keys.cancelAll();
}

} // namespace hourpass
