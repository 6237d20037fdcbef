// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commandrunner.h"

#include "cli/input/standardstreams.h"
#include "words/badentrywords.h"
#include "words/tokenwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct RunnerWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::CommandRunner)
};

} // namespace

CommandRunner::CommandRunner(const CommandTools &tools, CommandLine line, QObject *parent)
    : QObject(parent)
    , m_tools(tools)
    , m_line(std::move(line))
    , m_profileCommands(tools)
    , m_orphanCommands(tools)
    , m_checkCommand(tools)
    , m_tokenCommand(tools)
    , m_doctorCommand(tools)
{
    connect(&m_tools.keys, &SecretStore::stateChanged, this, &CommandRunner::tellWaiting);
    connect(&m_tools.sessions, &TokenSessions::changed, this, &CommandRunner::tellRetry);
    connect(&m_tools.sessions, &TokenSessions::clockIsWrong, this,
            [this](Milliseconds error) { m_tools.messages.note(clockErrorText(error)); });
}

void CommandRunner::start()
{
    run().then(this, [this](const Outcome &outcome) {
        // Later: who prints may have to wait for a reader, and what asked IAM keeps the key and
        // what it sent until this returns.
        QMetaObject::invokeMethod(
            this,
            [this, outcome] { QCoreApplication::exit(int(deliver(outcome, m_tools.messages))); },
            Qt::QueuedConnection);
    });
}

QFuture<Outcome> CommandRunner::run()
{
    const auto loaded = m_tools.profiles.load();
    // What was set aside only now is the complaint itself.
    if (loaded || loaded.error().code != ErrorCode::FileDamaged)
        tellDamagedLists();
    if (!loaded)
        return readyOutcome(complaintAbout(loaded.error()));
    switch (m_line.command) {
    case CommandLine::Command::ProfileAdd:
        return m_profileCommands.add(m_line);
    case CommandLine::Command::ProfileList:
        return readyOutcome(m_profileCommands.list(m_line));
    case CommandLine::Command::ProfileShow:
        return readyOutcome(m_profileCommands.show(m_line));
    case CommandLine::Command::ProfileRemove:
        return m_profileCommands.remove(m_line);
    case CommandLine::Command::ProfileDefault:
        return readyOutcome(m_profileCommands.makeDefault(m_line));
    case CommandLine::Command::ProfileCheck:
        return m_checkCommand.run(m_line);
    case CommandLine::Command::ProfileOrphans:
        return m_orphanCommands.list(m_line);
    case CommandLine::Command::ProfileAdopt:
        return m_orphanCommands.adopt(m_line);
    case CommandLine::Command::ProfileForget:
        return m_orphanCommands.forget(m_line);
    case CommandLine::Command::Token:
        return m_tokenCommand.run(m_line);
    case CommandLine::Command::Doctor:
        return m_doctorCommand.run(m_line);
    case CommandLine::Command::Inspect:
    case CommandLine::Command::Help:
    case CommandLine::Command::Version:
        break; // done without any of this
    }
    return readyOutcome(complaintAbout({ErrorCode::Internal, {}, {}, {}}));
}

void CommandRunner::interrupt()
{
    if (m_line.command == CommandLine::Command::Token)
        m_tokenCommand.cancel();
    else if (m_line.command == CommandLine::Command::ProfileCheck)
        m_checkCommand.cancel();
    else if (m_line.command == CommandLine::Command::Doctor)
        m_doctorCommand.cancel();
    else
        m_profileCommands.cancel();
}

void CommandRunner::tellDamagedLists() const
{
    const QStringList &files = m_tools.profiles.damagedLists();
    if (files.isEmpty())
        return;
    m_tools.messages.warn({u"DamagedList"_s,
                           damagedListsText(files),
                           RunnerWords::tr("The window offers to restore what can be read of it."),
                           {{u"files"_s, QJsonArray::fromStringList(files)}}});
}

void CommandRunner::tellWaiting(SecretStore::State state)
{
    if (state == SecretStore::State::Waiting && isTerminal(StandardStream::Error))
        m_tools.messages.note(RunnerWords::tr("Waiting for the keychain…"));
}

void CommandRunner::tellRetry(const ProfileId &id)
{
    const TokenSession session = m_tools.sessions.session(id);
    if (session.phase != TokenSession::Phase::Waiting || !session.fault)
        return;
    const Milliseconds left = session.retryAt - m_tools.sessions.now().boot;
    m_tools.messages.note(complaintAbout(*session.fault).message + u'\n'
                          + waitingText(left, session.tryNumber + 1, session.tries));
}

} // namespace hourpass
