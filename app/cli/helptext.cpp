// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/helptext.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct HelpWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::HelpText)
};

} // namespace

QString helpText()
{
    // The columns are made here, so that a translation needs no counting of blanks.
    return HelpWords::tr("Usage: %1").arg(QStringLiteral("hourpass-cli [--json] COMMAND"))
        + QStringLiteral("\n\n  profile add NAME [--endpoint URL] [--ca-file FILE]\n"
                         "                   [--key-file FILE] [--assume-profile ID-or-CRN]\n"
                         "                   [--min-life TIME]\n      ")
        + HelpWords::tr(
               "Stores a key in the system keychain. It is read from the file, else from one "
               "line\n      of standard input, else asked for; it is never an argument.")
        + QStringLiteral("\n  profile list\n  profile show NAME\n  profile remove NAME\n      ")
        + HelpWords::tr("The profiles there are. Removing one removes its key from the keychain.")
        + QStringLiteral("\n  profile default [NAME]\n      ")
        + HelpWords::tr("Makes it the default profile. Without NAME, prints which one is.")
        + QStringLiteral("\n  profile check NAME\n      ")
        + HelpWords::tr("Asks IAM for the key's own details: name, owner, account, end.")
        + QStringLiteral("\n  profile orphans\n  profile adopt ID NAME [options of add]\n"
                         "  profile forget ID\n      ")
        + HelpWords::tr(
               "Keys in the keychain that no profile names: lists them, makes a profile of "
               "one,\n      deletes one.")
        + QStringLiteral("\n  token [NAME] [--min-life TIME] [--format FORMAT]\n      ")
        + HelpWords::tr(
               "Prints an access token. NAME may be left out where there is one profile or a\n"
               "      default. FORMAT is raw (the default), bearer, header, env, curl or json.")
        + QStringLiteral("\n  doctor [NAME]\n      ")
        + HelpWords::tr(
               "Checks keychain, proxy, name lookup, secure connection, clock and endpoint, "
               "and says\n      what to do. Sends no key and gets no token.")
        + QStringLiteral(
               "\n  inspect [FILE|-] [--strict] [--jwks FILE | --key FILE | --fetch-keys]\n"
               "                   [--ca-file FILE] [--issuer URL] [--account ID]\n"
               "                   [--now EPOCH] [--report]\n      ")
        + HelpWords::tr(
               "Finds every token in a file or in standard input, and tells whose it is and\n"
               "      whether it is sound, genuine, in time and meant for you. --jwks is a "
               "copy of\n      IBM's published keys, --key a JWK, JWK set or PEM of your own. "
               "--report writes\n      Markdown for a ticket, with aliases for names and ids.")
        + QStringLiteral("\n      ")
        + HelpWords::tr(
               "--fetch-keys fetches IBM's published keys, or those of the issuer; the tokens "
               "are\n      sent nowhere. Without it nothing is asked of the network.")
        + QStringLiteral("\n\n")
        + HelpWords::tr(
               "TIME is a number with s, m or h, such as 90s or 5m.\n"
               "--json writes errors as JSON, and what profile list, show, default and check,\n"
               "doctor and inspect print.\n"
               "--version and this --help work alone.")
        + QStringLiteral("\n\n")
        + HelpWords::tr(
               "Exit status: 0 done, 1 internal fault, 2 usage, 3 no such profile, 4 keychain "
               "locked,\nmissing or silent, 5 network or TLS, 6 IAM refused, 7 try again "
               "later, 8 a check failed,\n9 unusable answer from the server, 130 interrupted.")
        + u'\n';
}

} // namespace hourpass
