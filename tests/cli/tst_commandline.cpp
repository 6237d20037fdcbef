// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_commandline {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Command = CommandLine::Command;

class CommandLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodArguments_areUnderstood_data();
    void goodArguments_areUnderstood();
    void badArguments_areUsageErrors_data();
    void badArguments_areUsageErrors();
    void aKeyAmongTheArguments_isNeverRepeated_data();
    void aKeyAmongTheArguments_isNeverRepeated();
    void durations_haveUnits_data();
    void durations_haveUnits();
    void json_isSeenInWhatCannotBeUnderstood();
};

auto parse(const QString &arguments)
{
    return parseCommandLine(QStringList{u"hourpass-cli"_s} + arguments.split(u' '));
}

CommandLine wanted(Command command, const QString &name = {})
{
    CommandLine line;
    line.command = command;
    line.name = name;
    return line;
}

CommandLine wantedToken(TokenFormat format)
{
    CommandLine line = wanted(Command::Token, u"demo"_s);
    line.format = format;
    return line;
}

const QString &canary()
{
    static const QString key = u"Xq3kfB-7TgLm0_ZpV9hWc2RsYd8uJnEa5oKi1CtNxHvQ"_s;
    return key;
}

void CommandLineTest::goodArguments_areUnderstood_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<CommandLine>("expected");

    QTest::newRow("help") << u"--help"_s << wanted(Command::Help);
    QTest::newRow("help, short") << u"-h"_s << wanted(Command::Help);
    QTest::newRow("help of a command") << u"token --help"_s << wanted(Command::Help);
    QTest::newRow("version") << u"--version"_s << wanted(Command::Version);
    QTest::newRow("list") << u"profile list"_s << wanted(Command::ProfileList);
    QTest::newRow("show") << u"profile show demo"_s << wanted(Command::ProfileShow, u"demo"_s);
    QTest::newRow("remove") << u"profile remove demo"_s
                            << wanted(Command::ProfileRemove, u"demo"_s);
    QTest::newRow("default") << u"profile default demo"_s
                             << wanted(Command::ProfileDefault, u"demo"_s);
    QTest::newRow("which default") << u"profile default"_s << wanted(Command::ProfileDefault);
    QTest::newRow("check") << u"profile check demo"_s << wanted(Command::ProfileCheck, u"demo"_s);
    QTest::newRow("token") << u"token"_s << wanted(Command::Token);
    QTest::newRow("doctor") << u"doctor"_s << wanted(Command::Doctor);
    QTest::newRow("doctor of") << u"doctor demo"_s << wanted(Command::Doctor, u"demo"_s);
    QTest::newRow("token of") << u"token demo"_s << wanted(Command::Token, u"demo"_s);
    QTest::newRow("a name with a dash")
        << u"token -- -demo"_s << wanted(Command::Token, u"-demo"_s);
    QTest::newRow("raw") << u"token demo --format raw"_s << wantedToken(TokenFormat::Raw);
    QTest::newRow("bearer") << u"token demo --format bearer"_s << wantedToken(TokenFormat::Bearer);
    QTest::newRow("header") << u"token demo --format=header"_s << wantedToken(TokenFormat::Header);
    QTest::newRow("env") << u"token --format env demo"_s << wantedToken(TokenFormat::EnvSh);
    QTest::newRow("curl") << u"--format curl token demo"_s << wantedToken(TokenFormat::Curl);
    QTest::newRow("json") << u"token demo --format json"_s << wantedToken(TokenFormat::Json);

    QTest::newRow("orphans") << u"profile orphans"_s << wanted(Command::ProfileOrphans);
    CommandLine orphan = wanted(Command::ProfileForget);
    orphan.key = ProfileId::fromString(u"5fd2b8a4-3c0e-4d61-9a57-0d8c6f1e7b23"_s);
    QTest::newRow("forget") << u"profile forget 5fd2b8a4-3c0e-4d61-9a57-0d8c6f1e7b23"_s << orphan;
    orphan.command = Command::ProfileAdopt;
    orphan.name = u"demo"_s;
    orphan.minimumLife = Seconds(60);
    QTest::newRow("adopt")
        << u"profile adopt 5FD2B8A4-3C0E-4D61-9A57-0D8C6F1E7B23 demo --min-life 1m"_s << orphan;

    CommandLine line = wanted(Command::Token);
    line.json = true;
    line.minimumLife = Seconds(300);
    QTest::newRow("json errors, life") << u"--json token --min-life 5m"_s << line;

    line = wanted(Command::Inspect);
    QTest::newRow("inspect") << u"inspect"_s << line;
    QTest::newRow("inspect standard input") << u"inspect -"_s << line;
    line.inputFile = u"log.txt"_s;
    line.isStrict = true;
    line.publishedKeys = u"jwks.json"_s;
    line.issuer = u"https://iam.example"_s;
    line.account = u"0123"_s;
    line.assumedTime = Seconds(1767225600);
    line.wantsReport = true;
    QTest::newRow("inspect, all options")
        << u"inspect log.txt --strict --jwks jwks.json --issuer https://iam.example "
           "--account 0123 --now 1767225600 --report"_s
        << line;
    line = wanted(Command::Inspect);
    line.ownKeys = u"key.pem"_s;
    QTest::newRow("inspect with an own key") << u"inspect --key key.pem"_s << line;

    line = wanted(Command::ProfileAdd, u"demo"_s);
    QTest::newRow("add") << u"profile add demo"_s << line;
    line.endpoint = Endpoint::parse(u"https://iam.test.cloud.ibm.com"_s).value();
    line.caFile = u"ca.pem"_s;
    line.keyFile = u"key.json"_s;
    line.minimumLife = Seconds(90);
    line.assumeProfile =
        TrustedProfile::parse(u"Profile-bbbbbbbb-0000-4000-8000-000000000003"_s).value();
    QTest::newRow("add, all options")
        << u"profile add demo --endpoint https://iam.test.cloud.ibm.com/identity/token "
           "--ca-file ca.pem --key-file=key.json --min-life 90 "
           "--assume-profile Profile-bbbbbbbb-0000-4000-8000-000000000003"_s
        << line;
}

void CommandLineTest::goodArguments_areUnderstood()
{
    QFETCH(const QString, arguments);
    QFETCH(const CommandLine, expected);
    const auto line = parse(arguments);
    QVERIFY2(line, line ? "" : qPrintable(line.error().message));
    QVERIFY(*line == expected);
}

void CommandLineTest::badArguments_areUsageErrors_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");

    QTest::newRow("nothing") << u"--json"_s << u"no command"_s;
    QTest::newRow("unknown command") << u"login"_s << u"\"login\""_s;
    QTest::newRow("unknown subcommand") << u"profile rename"_s << u"\"profile rename\""_s;
    QTest::newRow("half a command") << u"profile"_s << u"\"profile\""_s;
    QTest::newRow("unknown option") << u"token --verbose"_s << u"--verbose"_s;
    QTest::newRow("option of another command") << u"token --ca-file x"_s << u"--ca-file"_s;
    QTest::newRow("no trusted profile")
        << u"profile add demo --assume-profile x"_s << u"trusted profile"_s;
    QTest::newRow("empty trusted profile")
        << u"profile add demo --assume-profile="_s << u"trusted profile"_s;
    QTest::newRow("trusted profile of a token")
        << u"token --assume-profile x"_s << u"--assume-profile"_s;
    QTest::newRow("no value") << u"profile add demo --endpoint"_s << u"--endpoint"_s;
    QTest::newRow("empty value") << u"profile add demo --key-file="_s << u"--key-file"_s;
    QTest::newRow("no name") << u"profile add"_s << u"name"_s;
    QTest::newRow("no id") << u"profile forget"_s << u"id of the key"_s;
    QTest::newRow("no id and no name") << u"profile adopt"_s << u"id of the key"_s;
    QTest::newRow("no id but a name") << u"profile forget demo"_s << u"no id of a key"_s;
    QTest::newRow("an id and no name")
        << u"profile adopt 5fd2b8a4-3c0e-4d61-9a57-0d8c6f1e7b23"_s << u"name"_s;
    QTest::newRow("no name to check") << u"profile check"_s << u"name"_s;
    QTest::newRow("empty name") << u"profile show  "_s << u"too many"_s;
    QTest::newRow("blank name") << u"token "_s << u"empty"_s;
    QTest::newRow("too many names") << u"token a b"_s << u"too many"_s;
    QTest::newRow("plain http") << u"profile add a --endpoint http://iam.example"_s
                                << u"endpoint"_s;
    QTest::newRow("no URL") << u"profile add a --endpoint example"_s << u"endpoint"_s;
    QTest::newRow("unknown format") << u"token --format yaml"_s << u"--format takes"_s;
    QTest::newRow("too long a life") << u"token --min-life 2h"_s << u"--min-life takes"_s;
    QTest::newRow("no such unit") << u"token --min-life 5d"_s << u"--min-life takes"_s;
    QTest::newRow("value where none is") << u"--json=yes token"_s << u"json"_s;
}

void CommandLineTest::badArguments_areUsageErrors()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, says);
    const auto line = parse(arguments);
    QVERIFY(!line);
    QCOMPARE(line.error().exitCode, ExitCode::Usage);
    QCOMPARE(line.error().kind, u"usage"_s);
    QVERIFY2(line.error().message.contains(says, Qt::CaseInsensitive),
             qPrintable(line.error().message));
}

void CommandLineTest::aKeyAmongTheArguments_isNeverRepeated_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("after the name") << u"profile add demo %1"_s;
    QTest::newRow("as the name") << u"profile add %1"_s;
    QTest::newRow("as the id") << u"profile forget %1"_s;
    QTest::newRow("as an orphan's name")
        << u"profile adopt 5fd2b8a4-3c0e-4d61-9a57-0d8c6f1e7b23 %1"_s;
    QTest::newRow("as the command") << u"%1"_s;
    QTest::newRow("as the subcommand") << u"profile %1"_s;
    QTest::newRow("value of an unknown option") << u"profile add demo --key %1"_s;
    QTest::newRow("value of an unknown option, joined") << u"profile add demo --key=%1"_s;
    QTest::newRow("as an option") << u"token --%1"_s;
    QTest::newRow("joined to a letter") << u"token -k%1"_s;
    QTest::newRow("as an endpoint") << u"profile add demo --endpoint %1"_s;
    QTest::newRow("as a format") << u"token --format %1"_s;
    QTest::newRow("as a time") << u"token --min-life %1"_s;
    QTest::newRow("value where none is") << u"token --json=%1"_s;
    QTest::newRow("as the file to inspect") << u"inspect %1"_s;
    QTest::newRow("as a moment") << u"inspect --now %1"_s;
}

void CommandLineTest::aKeyAmongTheArguments_isNeverRepeated()
{
    QFETCH(const QString, arguments);
    const auto line = parse(arguments.arg(canary()));
    QVERIFY(!line);
    QCOMPARE(line.error().exitCode, ExitCode::Usage);
    const QString text = asText(line.error()) + QString::fromUtf8(asJson(line.error()));
    // Nor a part of it: a short option is read letter by letter.
    QVERIFY2(!text.contains(canary().first(4)) && !text.contains(canary().last(4))
                 && !text.contains(u"X, q"_s),
             qPrintable(text));
}

void CommandLineTest::durations_haveUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("plain") << u"90"_s << 90;
    QTest::newRow("seconds") << u"90s"_s << 90;
    QTest::newRow("minutes") << u"5m"_s << 300;
    QTest::newRow("an hour") << u"1h"_s << 3600;
    QTest::newRow("zero") << u"0"_s << 0;
    QTest::newRow("more than an hour") << u"61m"_s << -1;
    QTest::newRow("a second more") << u"3601"_s << -1;
    QTest::newRow("huge") << u"99999999999999999999h"_s << -1;
    QTest::newRow("negative") << u"-5"_s << -1;
    QTest::newRow("a fraction") << u"1.5m"_s << -1;
    QTest::newRow("a unit alone") << u"m"_s << -1;
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("other digits") << u"\u0665m"_s << -1;
}

void CommandLineTest::durations_haveUnits()
{
    QFETCH(const QString, text);
    QFETCH(const int, seconds);
    QCOMPARE(int(parseDuration(text).value_or(Seconds(-1)).count()), seconds);
}

void CommandLineTest::json_isSeenInWhatCannotBeUnderstood()
{
    QVERIFY(wantsJson({u"hourpass-cli"_s, u"--nonsense"_s, u"--json"_s}));
    QVERIFY(!wantsJson({u"--json"_s, u"token"_s}));
}

HOURPASS_TEST(CommandLineTest, QCoreApplication)

} // namespace tst_commandline

#include "tst_commandline.moc"
