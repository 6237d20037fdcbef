// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commandrunner.h"

#include "cli/replacedstream.h"
#include "cli/terminal.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_commandrunner {

using namespace hourpass;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

class CommandRunnerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waiting_isToldOnATerminalAlone_data();
    void waiting_isToldOnATerminalAlone();
};

void CommandRunnerTest::waiting_isToldOnATerminalAlone_data()
{
    QTest::addColumn<bool>("onTerminal");
    QTest::addColumn<SecretStore::State>("state");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("terminal, waiting") << true << SecretStore::State::Waiting << true;
    QTest::newRow("terminal, locked") << true << SecretStore::State::Locked << false;
    QTest::newRow("pipe, waiting") << false << SecretStore::State::Waiting << false;
}

void CommandRunnerTest::waiting_isToldOnATerminalAlone()
{
    QFETCH(const bool, onTerminal);
    QFETCH(const SecretStore::State, state);
    QFETCH(const bool, isTold);
    const QTemporaryDir folder;
    ProfileStore profiles(folder.filePath(u"profiles.json"_s));
    ScriptedSecretStore keys;
    ProfileKeeper keeper(profiles, keys);
    TokenSessions sessions(profiles, keys, {&systemNow});
    KeyChecker checker(profiles, sessions, {&systemNow});
    const Messages messages(Messages::Form::Text);
    const CommandRunner runner({profiles, keeper, keys, sessions, checker, messages}, {});

    Terminal terminal;
    Pipe pipe;
    QVERIFY(terminal.isOpen() && pipe.isOpen());
    {
        const ReplacedStream replaced(STDERR_FILENO,
                                      onTerminal ? terminal.userEnd() : pipe.writeEnd());
        Q_EMIT keys.stateChanged(state);
    }
    const QByteArray shown = onTerminal ? terminal.screen() : pipe.read();
    QCOMPARE(shown.contains("Waiting for the keychain"), isTold);
    QCOMPARE(shown.isEmpty(), !isTold);
}

HOURPASS_TEST(CommandRunnerTest, QCoreApplication)

} // namespace tst_commandrunner

#include "tst_commandrunner.moc"
