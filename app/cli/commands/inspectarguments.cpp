// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/inspectarguments.h"

#include "cli/commands/profilechoice.h"
#include "jwt/find/tokenfinder.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct InspectArgumentsWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::CommandLine)
};

Complaint inspectMisuse(const QString &message)
{
    return usageComplaint(message, InspectArgumentsWords::tr("See hourpass-cli --help."));
}

// Times beyond the year 9999 are refused in tokens, too.
std::optional<Seconds> parseEpoch(const QString &text)
{
    constexpr Seconds last{253'402'300'799};
    static const QRegularExpression form(u"^[0-9]{1,12}$"_s);
    const Seconds time{form.match(text).hasMatch() ? text.toLongLong() : -1};
    return time >= Seconds(0) && time <= last ? std::optional(time) : std::nullopt;
}

// One who fetches names the service by its issuer, or means production.
std::optional<Complaint> readFetching(const QCommandLineParser &parser, CommandLine &line)
{
    line.fetchedKeys = Endpoint();
    if (!parser.isSet(u"issuer"_s))
        return {};
    const auto endpoint = Endpoint::ofIssuer(line.issuer);
    if (!endpoint)
        return inspectMisuse(
            InspectArgumentsWords::tr(
                "With --fetch-keys, --issuer takes a URL that begins with https:// "
                "and ends in /identity, such as %1.")
                .arg(Endpoint().issuer()));
    line.fetchedKeys = *endpoint;
    return {};
}

std::optional<Complaint> readKeyChoice(const QCommandLineParser &parser, CommandLine &line)
{
    QStringList chosen;
    for (const QString &option : {u"jwks"_s, u"key"_s, u"fetch-keys"_s}) {
        if (parser.isSet(option))
            chosen += "--"_L1 + option;
    }
    if (chosen.size() > 1)
        return inspectMisuse(InspectArgumentsWords::tr("%1 and %2 exclude each other.")
                                 .arg(chosen.at(0), chosen.at(1)));
    line.publishedKeys = parser.value(u"jwks"_s);
    line.ownKeys = parser.value(u"key"_s);
    line.issuer = parser.value(u"issuer"_s);
    if (parser.isSet(u"fetch-keys"_s))
        return readFetching(parser, line);
    if (line.command == CommandLine::Command::Inspect && parser.isSet(u"ca-file"_s))
        return inspectMisuse(InspectArgumentsWords::tr("--ca-file needs --fetch-keys here."));
    return {};
}

} // namespace

// A token among the arguments is seen by every program, and would be repeated as a file's name.
std::optional<Complaint> readInputFile(CommandLine &line)
{
    const QString file = std::exchange(line.name, {});
    if (looksLikeKey(file) || !findTokens(file.toUtf8()).tokens.isEmpty())
        return inspectMisuse(InspectArgumentsWords::tr(
            "This looks like a token or a key, which is never an argument. "
            "Give it on standard input."));
    if (file != "-"_L1)
        line.inputFile = file;
    return {};
}

std::optional<Complaint> readInspection(const QCommandLineParser &parser, CommandLine &line)
{
    line.wantsReport = parser.isSet(u"report"_s);
    if (line.wantsReport && line.json)
        return inspectMisuse(InspectArgumentsWords::tr("--json and --report exclude each other."));
    for (const QString &option : {u"jwks"_s, u"key"_s, u"issuer"_s, u"account"_s}) {
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return inspectMisuse(InspectArgumentsWords::tr("--%1 needs a value.").arg(option));
    }
    if (const auto wrong = readKeyChoice(parser, line))
        return wrong;
    line.isStrict = parser.isSet(u"strict"_s);
    line.account = parser.value(u"account"_s);
    if (parser.isSet(u"now"_s)) {
        line.assumedTime = parseEpoch(parser.value(u"now"_s));
        if (!line.assumedTime)
            return inspectMisuse(
                InspectArgumentsWords::tr("--now takes a time in seconds since 1970."));
    }
    return {};
}

} // namespace hourpass
