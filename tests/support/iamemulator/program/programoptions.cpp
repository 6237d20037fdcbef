// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/program/programoptions.h"

#include <QCommandLineParser>

#include <limits>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A stand-in for the IBM Cloud IAM token service, on 127.0.0.1 only, for tests and demos."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"port"_s, u"Listen on this port; 0, the default, is any."_s, u"N"_s, u"0"_s},
        {u"dir"_s, u"Where to put ca.pem; by default a temporary folder."_s, u"DIR"_s},
        {u"ready-file"_s, u"Write address, CA file and keys there, as JSON, when listening."_s,
         u"FILE"_s},
        {u"record"_s, u"Append each request there as a line of JSON, secrets included."_s,
         u"FILE"_s},
        {u"lifetime"_s, u"Lifetime of tokens."_s, u"SECONDS"_s, u"3600"_s},
        {u"delay"_s, u"Time until a token request is answered."_s, u"MS"_s, u"0"_s},
        {u"fault"_s, u"Spoil every token request: %1."_s.arg(faultNames().join(u", "_s)), u"NAME"_s,
         u"none"_s},
        {u"lenient"_s, u"Take token requests of other clients than Hourpass."_s},
        {u"until-stdin-closes"_s, u"End when standard input does, not only on a signal."_s},
    });
}

int readNumber(const QCommandLineParser &parser, const QString &name, int maximum,
               ProgramOptions &options)
{
    bool valid = false;
    const int number = parser.value(name).toInt(&valid);
    if (!valid || number < 0 || number > maximum)
        options.problem = u"--%1 takes a number from 0 to %2"_s.arg(name).arg(maximum);
    return number;
}

void readBehaviour(const QCommandLineParser &parser, ProgramOptions &options)
{
    constexpr int any = std::numeric_limits<int>::max();
    const std::optional<Fault> fault = faultFromName(parser.value(u"fault"_s));
    if (!fault)
        options.problem = u"there is no fault '%1'"_s.arg(parser.value(u"fault"_s));
    options.behaviour.fault = fault.value_or(Fault::None);
    options.behaviour.lifetime =
        std::chrono::seconds(readNumber(parser, u"lifetime"_s, any, options));
    options.behaviour.delay =
        std::chrono::milliseconds(readNumber(parser, u"delay"_s, any, options));
}

} // namespace

ProgramOptions readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);

    ProgramOptions options;
    options.emulator.control = true;
    if (parser.isSet(u"lenient"_s))
        options.emulator.strictness = Strictness::Lenient;
    options.port =
        quint16(readNumber(parser, u"port"_s, std::numeric_limits<quint16>::max(), options));
    options.folder = parser.value(u"dir"_s);
    options.readyFile = parser.value(u"ready-file"_s);
    options.recordFile = parser.value(u"record"_s);
    options.untilStdinCloses = parser.isSet(u"until-stdin-closes"_s);
    readBehaviour(parser, options);
    if (!parser.positionalArguments().isEmpty())
        options.problem = u"there is an argument too many"_s;
    return options;
}

} // namespace hourpass::emulator
