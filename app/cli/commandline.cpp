// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include "cli/commands/inspectarguments.h"
#include "cli/commands/profilechoice.h"
#include "words/harmlessword.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace hourpass {

using namespace Qt::StringLiterals;
using Command = CommandLine::Command;

namespace {

struct CommandLineWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::CommandLine)
};

struct Syntax {
    Command command;
    QStringList words;
    int fewestNames;
    int mostNames;
    QStringList options;
};

const QList<Syntax> &commands()
{
    static const QList<Syntax> all{
        {Command::ProfileAdd,
         {u"profile"_s, u"add"_s},
         1,
         1,
         {u"endpoint"_s, u"ca-file"_s, u"key-file"_s, u"assume-profile"_s, u"min-life"_s}},
        {Command::ProfileList, {u"profile"_s, u"list"_s}, 0, 0, {}},
        {Command::ProfileShow, {u"profile"_s, u"show"_s}, 1, 1, {}},
        {Command::ProfileRemove, {u"profile"_s, u"remove"_s}, 1, 1, {}},
        {Command::ProfileDefault, {u"profile"_s, u"default"_s}, 0, 1, {}},
        {Command::ProfileCheck, {u"profile"_s, u"check"_s}, 1, 1, {}},
        {Command::ProfileOrphans, {u"profile"_s, u"orphans"_s}, 0, 0, {}},
        {Command::ProfileAdopt,
         {u"profile"_s, u"adopt"_s},
         2,
         2,
         {u"endpoint"_s, u"ca-file"_s, u"assume-profile"_s, u"min-life"_s}},
        {Command::ProfileForget, {u"profile"_s, u"forget"_s}, 1, 1, {}},
        {Command::Token, {u"token"_s}, 0, 1, {u"min-life"_s, u"format"_s}},
        {Command::Doctor, {u"doctor"_s}, 0, 1, {}},
        {Command::Inspect,
         {u"inspect"_s},
         0,
         1,
         {u"strict"_s, u"now"_s, u"issuer"_s, u"account"_s, u"jwks"_s, u"key"_s, u"fetch-keys"_s,
          u"ca-file"_s, u"report"_s}},
    };
    return all;
}

Complaint misuse(const QString &message)
{
    return usageComplaint(message, CommandLineWords::tr("See hourpass-cli --help."));
}

Complaint unknownOption(const QString &name)
{
    const QString word = harmlessWord(name);
    return misuse(word.isEmpty() ? CommandLineWords::tr("There is an unknown option.")
                                 : CommandLineWords::tr("There is no option --%1 here.").arg(word));
}

const Syntax *syntaxFor(const QStringList &words)
{
    const auto found =
        std::find_if(commands().begin(), commands().end(), [&words](const Syntax &s) {
            return words.first(qMin(words.size(), s.words.size())) == s.words;
        });
    return found == commands().end() ? nullptr : &*found;
}

Complaint unknownCommand(const QStringList &words)
{
    if (words.isEmpty())
        return misuse(CommandLineWords::tr("There is no command."));
    QStringList shown{harmlessWord(words.first())};
    if (shown.first() == "profile"_L1 && words.size() > 1)
        shown.append(harmlessWord(words.at(1)));
    if (shown.contains(QString()))
        return misuse(CommandLineWords::tr("There is no such command."));
    return misuse(CommandLineWords::tr("There is no command \"%1\".").arg(shown.join(u' ')));
}

std::optional<TokenFormat> formatNamed(const QString &name)
{
    const struct {
        QLatin1StringView name;
        TokenFormat format;
    } formats[]{
        {"raw"_L1, TokenFormat::Raw},       {"bearer"_L1, TokenFormat::Bearer},
        {"header"_L1, TokenFormat::Header}, {"env"_L1, TokenFormat::EnvSh},
        {"curl"_L1, TokenFormat::Curl},     {"json"_L1, TokenFormat::Json},
    };
    const auto found = std::find_if(std::begin(formats), std::end(formats),
                                    [&name](const auto &format) { return format.name == name; });
    return found == std::end(formats) ? std::nullopt : std::optional(found->format);
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"json"_s, {}},
        {{u"h"_s, u"help"_s}, {}},
        {{u"v"_s, u"version"_s}, {}},
        {u"endpoint"_s, {}, u"URL"_s},
        {u"ca-file"_s, {}, u"FILE"_s},
        {u"key-file"_s, {}, u"FILE"_s},
        {u"assume-profile"_s, {}, u"ID-or-CRN"_s},
        {u"min-life"_s, {}, u"TIME"_s},
        {u"format"_s, {}, u"NAME"_s},
        {u"strict"_s, {}},
        {u"now"_s, {}, u"EPOCH"_s},
        {u"issuer"_s, {}, u"URL"_s},
        {u"account"_s, {}, u"ID"_s},
        {u"jwks"_s, {}, u"FILE"_s},
        {u"key"_s, {}, u"FILE"_s},
        {u"fetch-keys"_s, {}},
        {u"report"_s, {}},
    });
}

// The values, each in the type that cannot hold a wrong one.
std::optional<Complaint> readValues(const QCommandLineParser &parser, CommandLine &line)
{
    line.caFile = parser.value(u"ca-file"_s);
    line.keyFile = parser.value(u"key-file"_s);
    for (const QString &option : {u"ca-file"_s, u"key-file"_s}) {
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return misuse(CommandLineWords::tr("--%1 needs a value.").arg(option));
    }
    if (parser.isSet(u"endpoint"_s)) {
        const auto endpoint = Endpoint::parse(parser.value(u"endpoint"_s));
        if (!endpoint)
            return complaintAboutArgument(endpoint.error());
        line.endpoint = *endpoint;
    }
    if (parser.isSet(u"assume-profile"_s)) {
        const auto named = TrustedProfile::parse(parser.value(u"assume-profile"_s));
        if (!named)
            return complaintAboutArgument(named.error());
        line.assumeProfile = *named;
    }
    if (parser.isSet(u"min-life"_s)) {
        line.minimumLife = parseDuration(parser.value(u"min-life"_s));
        if (!line.minimumLife)
            return misuse(
                CommandLineWords::tr("--min-life takes a time of at most an hour, such as 90s, "
                                     "5m or 1h."));
    }
    if (parser.isSet(u"format"_s)) {
        const auto format = formatNamed(parser.value(u"format"_s));
        if (!format)
            return misuse(
                CommandLineWords::tr("--format takes raw, bearer, header, env, curl or json."));
        line.format = *format;
    }
    return readInspection(parser, line);
}

std::optional<Complaint> readCommand(const QCommandLineParser &parser, CommandLine &line)
{
    const QStringList words = parser.positionalArguments();
    const Syntax *syntax = syntaxFor(words);
    if (!syntax)
        return unknownCommand(words);
    for (const QString &option : parser.optionNames()) {
        if (option != "json"_L1 && !syntax->options.contains(option))
            return unknownOption(option);
    }
    QStringList names = words.sliced(syntax->words.size());
    const bool isAboutAKey =
        syntax->command == Command::ProfileAdopt || syntax->command == Command::ProfileForget;
    if (isAboutAKey && names.isEmpty())
        return misuse(CommandLineWords::tr(
            "The id of the key is missing; see hourpass-cli profile orphans."));
    if (names.size() < syntax->fewestNames)
        return misuse(CommandLineWords::tr("The name of the profile is missing."));
    if (names.size() > syntax->mostNames)
        return misuse(
            CommandLineWords::tr("There is one argument too many. A key is never an argument."));
    line.command = syntax->command;
    if (isAboutAKey) {
        line.key = ProfileId::fromString(names.takeFirst());
        if (line.key.isNull())
            return misuse(
                CommandLineWords::tr("This is no id of a key; see hourpass-cli profile orphans."));
    }
    if (!names.isEmpty() && names.first().trimmed().isEmpty())
        return misuse(line.command == Command::Inspect
                          ? CommandLineWords::tr("The name of the file is empty.")
                          : CommandLineWords::tr("The name of the profile is empty."));
    line.name = names.value(0);
    if (line.command == Command::Inspect)
        return readInputFile(line);
    const bool isNewName =
        line.command == Command::ProfileAdd || line.command == Command::ProfileAdopt;
    if (isNewName && looksLikeKey(line.name))
        return misuse(
            CommandLineWords::tr("This name looks like an API key, which is never an argument."));
    return {};
}

} // namespace

std::optional<Seconds> parseDuration(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,6})([smh]?)$"_s);
    constexpr Seconds longest{3600};
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QString unit = match.captured(2);
    const int factor = unit == "h"_L1 ? 3600 : unit == "m"_L1 ? 60 : 1;
    const Seconds duration{match.captured(1).toLongLong() * factor};
    return duration <= longest ? std::optional(duration) : std::nullopt;
}

bool wantsJson(const QStringList &arguments)
{
    return arguments.mid(1).contains("--json"_L1);
}

tl::expected<CommandLine, Complaint> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        const QStringList unknown = parser.unknownOptionNames();
        return tl::unexpected(unknown.isEmpty() ? misuse(parser.errorText())
                                                : unknownOption(unknown.first()));
    }
    CommandLine line;
    line.json = parser.isSet(u"json"_s);
    if (parser.isSet(u"help"_s))
        return line;
    if (parser.isSet(u"version"_s)) {
        line.command = Command::Version;
        return line;
    }
    if (const auto wrong = readCommand(parser, line))
        return tl::unexpected(*wrong);
    if (const auto wrong = readValues(parser, line))
        return tl::unexpected(*wrong);
    return line;
}

} // namespace hourpass
