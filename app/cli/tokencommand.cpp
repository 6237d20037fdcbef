// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/tokencommand.h"

#include "cli/profilechoice.h"
#include "cli/standardstreams.h"
#include "words/tokenwords.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::TokenCommand)
};

Secret asLine(const Secret &text)
{
    QByteArray line;
    line.reserve(text.size() + 1);
    line.append(text.reveal()).append('\n');
    return Secret(std::move(line));
}

// The one file that an exchange reads is the profile's CA file: without it TLS cannot be
// checked, and what is missing then is not a key.
Complaint complaintAboutToken(const Error &error, const Profile &profile, const SecretStore &keys)
{
    const bool isAboutCaFile = !profile.caFile.isEmpty() && error.subject == profile.caFile;
    if (!isAboutCaFile && error.code == ErrorCode::NotFound)
        return keptElsewhere(profile, keys).value_or(complaintAbout(error));
    if (!isAboutCaFile)
        return complaintAbout(error);
    Complaint complaint = complaintAboutArgument(error);
    complaint.exitCode = ExitCode::NetworkOrTls;
    complaint.kind = QStringLiteral("tls");
    return complaint;
}

} // namespace

TokenCommand::TokenCommand(const CommandTools &tools, QObject *parent)
    : QObject(parent)
    , m_tools(tools)
{
    connect(&tools.sessions, &TokenSessions::changed, this, &TokenCommand::tellProgress);
    connect(&tools.sessions, &TokenSessions::clockIsWrong, this,
            [this](Milliseconds error) { m_tools.messages.note(clockErrorText(error)); });
}

QFuture<Outcome> TokenCommand::run(const CommandLine &line)
{
    const auto profile = chosenProfile(m_tools.profiles, line.name);
    if (!profile)
        return readyOutcome(profile.error());
    m_profile = profile->id;
    const Seconds wantedLife = line.minimumLife.value_or(profile->minimumLife);
    const auto prompt = isTerminal(StandardStream::Input) ? SecretStore::Prompt::Allowed
                                                          : SecretStore::Prompt::Never;
    return m_tools.sessions.obtain(profile->id, wantedLife, prompt)
        .then(this,
              [this, profile = *profile, wantedLife,
               format = line.format](const Result<TokenSet> &token) -> Outcome {
                  if (!token)
                      return tl::unexpected(
                          complaintAboutToken(token.error(), profile, m_tools.keys));
                  noteOddities(*token, wantedLife);
                  return asLine(formatToken(*token, format, profile.name, m_tools.sessions.now()));
              });
}

void TokenCommand::noteOddities(const TokenSet &token, Seconds wantedLife) const
{
    const auto left = std::chrono::duration_cast<Seconds>(timeLeft(token, m_tools.sessions.now()));
    // A token that has just been issued may be a second older than it was made for.
    if (left + Seconds(2) < wantedLife)
        m_tools.messages.note(
            Words::tr("Warning: IAM issued a token that lives for %1 s only, less than asked for.")
                .arg(left.count()));
    if (token.clockIsDoubtful && abs(token.clockError.value_or(Seconds(0))) <= tolerableClockError)
        m_tools.messages.note(Words::tr("Warning: this computer's clock and IAM's do not agree. "
                                        "Check the date and time."));
    // For a person: scripts read --format json.
    if (isTerminal(StandardStream::Error))
        m_tools.messages.note(timeLeftWords(left));
}

void TokenCommand::tellProgress()
{
    const TokenSession session = m_tools.sessions.session(m_profile);
    if (session.phase != TokenSession::Phase::Waiting || !session.fault)
        return;
    const Milliseconds left = session.retryAt - m_tools.sessions.now().boot;
    m_tools.messages.note(complaintAbout(*session.fault).message + u'\n'
                          + waitingText(left, session.tryNumber + 1, session.tries));
}

void TokenCommand::cancel()
{
    m_tools.sessions.cancel(m_profile);
    m_tools.keys.cancelAll();
}

} // namespace hourpass
