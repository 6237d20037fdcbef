// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/notificationwords.h"

#include "core/visibletext.h"
#include "words/explanation.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::NotificationWords)
};

constexpr qsizetype longestName = 60;

QString shown(const QString &name)
{
    return shortenedMiddle(visibleText(name), longestName);
}

QString minutesText(Milliseconds left)
{
    const int minutes = int(std::chrono::floor<std::chrono::minutes>(left).count());
    return minutes < 1 ? Words::tr("less than a minute")
                       : Words::tr("%n minute(s)", nullptr, minutes);
}

} // namespace

Notification copiedNotification(const QString &profileName, Milliseconds usableFor,
                                Milliseconds clearsIn)
{
    const auto seconds = int(std::chrono::ceil<Seconds>(clearsIn).count());
    return {{},
            Words::tr("Token of %1 copied").arg(shown(profileName)),
            Words::tr("Good for %1.").arg(minutesText(usableFor)) + QLatin1Char(' ')
                + Words::tr("The clipboard is cleared in %n second(s).", nullptr, seconds),
            {},
            true};
}

Notification notCopiedNotification(const QString &profileName)
{
    return {
        {},
        Words::tr("Token of %1 not copied").arg(shown(profileName)),
        Words::tr(
            "This desktop allows it only while you press a button: press Copy now in Hourpass."),
        {},
        true};
}

Notification failedNotification(const QString &profileName, const Error &error)
{
    const Explanation words = explain(error);
    return {{},
            Words::tr("No token of %1").arg(shown(profileName)),
            QString(words.cause + QLatin1Char('\n') + words.nextStep).trimmed(),
            Words::tr("Try again"),
            false};
}

Notification endingNotification(const QString &profileName, Milliseconds left)
{
    return {{},
            Words::tr("Token of %1 ends in %2").arg(shown(profileName), minutesText(left)),
            Words::tr("What still uses it then needs another one."),
            Words::tr("Renew"),
            true};
}

} // namespace hourpass
