// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "application.h"
#include "core/hardening.h"
#include "ui/accessibilityfilter.h"
#include "ui/icons.h"
#include "ui/readablepalette.h"
#include "words/translation.h"

#include <QApplication>

#include <cstdio>
#include <string_view>

namespace {

constexpr char usage[] = "Usage: hourpass [--help | --version]\n"
                         "Keeps IBM Cloud API keys in the system keychain and shows the access\n"
                         "tokens that they are traded for. For scripts there is hourpass-cli.\n";

// What needs no display. Returns the exit status, or -1 to go on.
int answerWithoutWindow(int argc, char **argv)
{
    if (argc < 2)
        return -1;
    const std::string_view argument = argv[1];
    if (argument == "--version")
        return std::puts("hourpass " HOURPASS_VERSION) < 0 ? 1 : 0;
    if (argument == "--help" || argument == "-h")
        return std::fputs(usage, stdout) < 0 ? 1 : 0;
    // Qt's own options, such as -platform and -style, have one dash.
    if (!argument.starts_with("--"))
        return -1;
    std::fputs(usage, stderr);
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    hourpass::hardenProcess();
    if (const int status = answerWithoutWindow(argc, argv); status >= 0)
        return status;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hourpass"));
    QApplication::setApplicationDisplayName(QStringLiteral("Hourpass"));
    QApplication::setApplicationVersion(QStringLiteral(HOURPASS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.hourpass.Hourpass"));
    QApplication::setWindowIcon(hourpass::applicationIcon());
    hourpass::installTranslation(application);
    hourpass::keepMaskedTextFromAccessibility();
    hourpass::keepPlaceholdersReadable(application);
    hourpass::Application root;
    root.start();
    return QApplication::exec();
}
