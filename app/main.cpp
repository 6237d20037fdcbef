// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "application.h"
#include "bus/sessionbus.h"
#include "core/hardening.h"
#include "files/files.h"
#include "instance/instanceplace.h"
#include "secondstart.h"
#include "ui/parts/accessibilityfilter.h"
#include "ui/parts/accessiblebuttons.h"
#include "ui/parts/focusring.h"
#include "ui/parts/icons.h"
#include "ui/parts/readablepalette.h"
#include "ui/parts/returnkey.h"
#include "words/startwords.h"
#include "words/translation.h"

#include <QApplication>

using namespace hourpass;
using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(const MainArguments &arguments)
{
    QStringList texts;
    for (int i = 0; i < arguments.count; ++i)
        texts.append(QString::fromLocal8Bit(arguments.words[i]));
    return texts;
}

// The window is to be there before anybody doubts that it comes.
constexpr BusPatience windowPatience{.bus = Milliseconds(2'500), .service = Milliseconds(700)};

int runWindow(const MainArguments &arguments, const InstanceMessage &message,
              const Result<InstancePlace> &place, std::optional<InstanceLock> &lock)
{
    // Before anything else that has to do with the bus, and Qt's first.
    const SessionBusHealth health = askDesktop(windowPatience);
    const auto bus = leaveOutWhatIsSilent(health);
    if (health.isGlobalMenuSilent)
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeMenuBar);
    QApplication application(arguments.count, arguments.words);
    QApplication::setApplicationDisplayName(u"Hourpass"_s);
    QApplication::setDesktopFileName(u"io.github.hourpass.Hourpass"_s);
    QApplication::setWindowIcon(applicationIcon());
    installTranslation(application);
    keepMaskedTextFromAccessibility();
    keepHiddenButtonsFromAccessibility();
    showFocusOfComboBoxes(); // before the palette: a style brings its own
    keepPlaceholdersReadable(application);
    letReturnPressButtons(application);
    Application root(bus);
    if (place && lock)
        root.listen(*place, *lock);
    root.start(message);
    return QApplication::exec();
}

int start(const MainArguments &arguments, const StartArguments &wanted)
{
    const auto message = messageFor(wanted, configFolder() + "/profiles.json"_L1);
    if (!message && message.error().code == ErrorCode::NotFound)
        return say(arguments, stderr, noSuchProfileText, StartStatus::NoSuchProfile);
    if (!message)
        return complain(arguments, message.error());

    const auto place = findInstancePlace(qEnvironmentVariable("XDG_RUNTIME_DIR"), stateFolder());
    std::optional<InstanceLock> lock; // until the very end: who waits for it starts then
    if (place) {
        lock.emplace(place->lockFile);
        if (const auto status = askFirst(arguments, *lock, place->socketName, *message))
            return *status;
    }
    if (wanted.verb == Verb::Quit)
        return int(StartStatus::Done); // nothing runs
    return runWindow(arguments, *message, place, lock);
}

} // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    const MainArguments arguments{argc, argv};
    QCoreApplication::setApplicationName(u"hourpass"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HOURPASS_VERSION));
    const auto wanted = parseStartArguments(textsOf(arguments));
    if (!wanted)
        return refuse(arguments, wanted.error());
    if (wanted->answer == StartArguments::Answer::Help)
        return say(arguments, stdout, startUsageText, StartStatus::Done);
    if (wanted->answer == StartArguments::Answer::Version)
        return std::puts("hourpass " HOURPASS_VERSION) < 0 ? 1 : 0;
    return start(arguments, *wanted);
}
