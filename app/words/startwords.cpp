// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/startwords.h"

#include "words/harmlessword.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct StartWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::StartWords)
};

QString line(const QString &option, const QString &text)
{
    constexpr int width = 22;
    return "  "_L1 + option.leftJustified(width) + text + u'\n';
}

} // namespace

QString startUsageText()
{
    return StartWords::tr("Usage: %1").arg(u"hourpass [OPTION]"_s) + "\n\n"_L1
        + StartWords::tr(
               "Keeps IBM Cloud API keys in the system keychain and shows the access tokens\n"
               "that they are traded for. One instance runs; starting again shows its window.")
        + "\n\n"_L1
        + line(u"--hidden"_s, StartWords::tr("start without a window where there is a tray"))
        + line(u"--copy NAME"_s, StartWords::tr("copy the token of this profile"))
        + line(u"--inspect-clipboard"_s,
               StartWords::tr("look for tokens in what is on the clipboard"))
        + line(u"--quit"_s, StartWords::tr("end the instance that runs"))
        + line(u"--version"_s, StartWords::tr("print the version and end"))
        + line(u"--help"_s, StartWords::tr("print this and end")) + u'\n'
        + StartWords::tr("Exit status: 0 done, 1 internal fault, 2 usage, 3 no such profile, 7 the "
                         "instance that\nruns does not answer. For scripts there is hourpass-cli.")
        + u'\n';
}

QString unknownOptionText(const QString &option)
{
    const QString word = harmlessWord(option);
    return (word.isEmpty() ? StartWords::tr("There is an unknown option.")
                           : StartWords::tr("There is no option --%1.").arg(word))
        + u'\n';
}

QString notAnOptionText()
{
    return StartWords::tr("There is an argument that is no option. A key is never an argument.")
        + u'\n';
}

QString nameMissingText()
{
    return StartWords::tr("The name of the profile is missing.") + u'\n';
}

QString tooManyOptionsText()
{
    return StartWords::tr("There are too many arguments.") + u'\n';
}

QString noSuchProfileText()
{
    return StartWords::tr("There is no profile of this name. hourpass-cli profile list shows those "
                          "there are.")
        + u'\n';
}

QString instanceSilentText()
{
    return StartWords::tr(
               "Hourpass runs already and does not answer. Try again; if that does not help, "
               "end it and start anew.")
        + u'\n';
}

QString instanceOtherVersionText()
{
    return StartWords::tr("Hourpass runs already in another version. Quit it and start anew.")
        + u'\n';
}

} // namespace hourpass
