// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/tokencommand.h"

#include "cli/commands/profilechoice.h"
#include "cli/input/standardstreams.h"
#include "words/keydetailwords.h"
#include "words/tokenwords.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct TokenWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::TokenCommand)
};

Secret asLine(const Secret &text)
{
    QByteArray line;
    line.reserve(text.size() + 1);
    line.append(text.reveal()).append('\n');
    return Secret(std::move(line));
}

} // namespace

TokenCommand::TokenCommand(const CommandTools &tools, QObject *parent)
    : QObject(parent)
    , m_tools(tools)
{
}

QFuture<Outcome> TokenCommand::run(const CommandLine &line)
{
    const auto profile = chosenProfile(m_tools.profiles, line.name);
    if (!profile)
        return readyOutcome(profile.error());
    m_profile = profile->id;
    const Seconds wantedLife = line.minimumLife.value_or(profile->minimumLife);
    return m_tools.sessions.obtain(profile->id, wantedLife, promptHere())
        .then(this,
              [this, profile = *profile, wantedLife,
               format = line.format](const Result<TokenSet> &token) -> Outcome {
                  if (!token)
                      return tl::unexpected(
                          complaintAboutRequest(token.error(), profile, m_tools.keys));
                  noteOddities(*token, wantedLife);
                  noteKeyEnd(profile);
                  return asLine(formatToken(*token, format, profile.name, m_tools.sessions.now()));
              });
}

void TokenCommand::noteOddities(const TokenSet &token, Seconds wantedLife) const
{
    const auto left = std::chrono::duration_cast<Seconds>(timeLeft(token, m_tools.sessions.now()));
    // A token that has just been issued may be a second older than it was made for.
    if (left + Seconds(2) < wantedLife)
        m_tools.messages.note(
            TokenWords::tr(
                "Warning: IAM issued a token that lives for %1 s only, less than asked for.")
                .arg(left.count()));
    if (token.clockIsDoubtful && abs(token.clockError.value_or(Seconds(0))) <= tolerableClockError)
        m_tools.messages.note(
            TokenWords::tr("Warning: this computer's clock and IAM's do not agree. "
                           "Check the date and time."));
    // For a person: scripts read --format json.
    if (isTerminal(StandardStream::Error))
        m_tools.messages.note(timeLeftWords(left));
}

// A key whose end is past has just worked: then what the profile says of it is not true any more.
void TokenCommand::noteKeyEnd(const Profile &profile) const
{
    const Instant now = m_tools.sessions.now();
    if (profile.keyExpiresAt && *profile.keyExpiresAt <= now.utc)
        return;
    if (const QString warning = keyEndWarning(profile.keyExpiresAt, now); !warning.isEmpty())
        m_tools.messages.note(TokenWords::tr("Warning: %1").arg(warning));
}

void TokenCommand::cancel()
{
    m_tools.sessions.cancel(m_profile);
    m_tools.keys.cancelAll();
}

} // namespace hourpass
