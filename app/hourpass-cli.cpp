// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/sessionbus.h"
#include "cli/commandrunner.h"
#include "cli/commands/inspectcommand.h"
#include "cli/helptext.h"
#include "cli/input/standardstreams.h"
#include "core/hardening.h"
#include "core/terminationsignal.h"
#include "files/files.h"
#include "keychain/keychainsecretstore.h"
#include "network/proxychooser.h"
#include "publishedkeys/publishedkeys.h"
#include "words/translation.h"

#include <QCoreApplication>

#include <cstdio>

using namespace hourpass;
using namespace Qt::StringLiterals;

namespace {

// Scripts read standard error: what libraries have to say stays out of it, unless somebody asked.
void silenceLibraries()
{
    if (qEnvironmentVariableIsSet("QT_LOGGING_RULES")
        || qEnvironmentVariableIsSet("QT_LOGGING_CONF"))
        return;
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
        if (type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    });
}

// A script would rather have the exit status than a wait of minutes.
RetryPolicy retriesOfACommand()
{
    RetryPolicy policy;
    policy.patience = Seconds(30);
    return policy;
}

// What only looks into the list of profiles works as well without.
bool needsTheBus(CommandLine::Command command)
{
    using Command = CommandLine::Command;
    return command != Command::ProfileList && command != Command::ProfileShow
        && command != Command::ProfileDefault;
}

// Before anything else that has to do with the bus.
void lookForTheBus(KeychainSecretStore &keys)
{
    if (const auto usable = leaveOutWhatIsSilent(askSessionBus()); !usable)
        keys.setBusFault(usable.error());
}

int run(const CommandLine &line, const Messages &messages, const TerminationSignal &termination)
{
    ProfileStore profiles(configFolder() + "/profiles.json"_L1);
    profiles.setPatience(SaveLock::longPatience); // a script would rather wait than try again
    KeychainSecretStore keys;
    if (needsTheBus(line.command))
        lookForTheBus(keys);
    ProfileKeeper keeper(profiles, keys);
    SettingsStore settings(configFolder() + "/settings.json"_L1);
    static_cast<void>(settings.load()); // whoever needs them says so
    ProxyChooser proxies(settings, keys);
    const NetworkTools network{&systemNow, {}, nullptr, &proxies};
    TokenSessions sessions(profiles, keys, network, retriesOfACommand());
    KeyChecker checker(profiles, sessions, network);
    CommandRunner runner({profiles, keeper, keys, sessions, checker, messages}, line);
    QObject::connect(&termination, &TerminationSignal::received, &runner,
                     &CommandRunner::interrupt);
    QMetaObject::invokeMethod(&runner, &CommandRunner::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int runInspection(const CommandLine &line, const Messages &messages,
                  const TerminationSignal &termination, PublishedKeys *published)
{
    InspectCommand command(line, messages, &systemNow, published);
    QObject::connect(&termination, &TerminationSignal::received, &command,
                     &InspectCommand::interrupt);
    QMetaObject::invokeMethod(&command, &InspectCommand::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

// The keychain may hold the proxy's password; it is not asked for anything else.
int runFetchingInspection(const CommandLine &line, const Messages &messages,
                          const TerminationSignal &termination)
{
    KeychainSecretStore keys;
    lookForTheBus(keys);
    SettingsStore settings(configFolder() + "/settings.json"_L1);
    static_cast<void>(settings.load()); // whoever needs them says so
    ProxyChooser proxies(settings, keys);
    PublishedKeys published(cacheFolder(), {&systemNow, {}, nullptr, &proxies},
                            retriesOfACommand());
    return runInspection(line, messages, termination, &published);
}

// Needs no profile; and unless keys are to be fetched, no keychain and no network either.
int runInspection(const CommandLine &line, const Messages &messages,
                  const TerminationSignal &termination)
{
    return line.fetchedKeys ? runFetchingInspection(line, messages, termination)
                            : runInspection(line, messages, termination, nullptr);
}

Secret answerAtOnce(const CommandLine &line)
{
    const QString text = line.command == CommandLine::Command::Help
        ? helpText()
        : u"hourpass-cli "_s + QCoreApplication::applicationVersion() + u'\n';
    return Secret(text.toLocal8Bit());
}

} // namespace

int main(int argc, char **argv)
{
    holdStandardStreams();
    hardenProcess();
    silenceLibraries();
    QCoreApplication application(argc, argv);
    const TerminationSignal termination; // what follows may wait for others, if only to be read
    QCoreApplication::setApplicationName(u"hourpass-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HOURPASS_VERSION));
    installTranslation(application);
    const QStringList arguments = QCoreApplication::arguments();
    const Messages messages(wantsJson(arguments) ? Messages::Form::Json : Messages::Form::Text);
    const auto line = parseCommandLine(arguments);
    if (!line)
        return int(deliver(tl::unexpected(line.error()), messages));
    const auto command = line->command;
    if (command == CommandLine::Command::Help || command == CommandLine::Command::Version)
        return int(deliver(answerAtOnce(*line), messages));
    return command == CommandLine::Command::Inspect ? runInspection(*line, messages, termination)
                                                    : run(*line, messages, termination);
}
