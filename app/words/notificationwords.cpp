// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/notificationwords.h"

#include "core/visibletext.h"
#include "words/explanation.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct NotificationWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::NotificationWords)
};

constexpr qsizetype longestProfile = 60;

QString shownName(const QString &name)
{
    return shortenedMiddle(visibleText(name), longestProfile);
}

QString minutesText(Milliseconds left)
{
    const int minutes = int(std::chrono::floor<std::chrono::minutes>(left).count());
    return minutes < 1 ? NotificationWords::tr("less than a minute")
                       : NotificationWords::tr("%n minute(s)", nullptr, minutes);
}

} // namespace

Notification copiedNotification(const QString &profileName, Milliseconds usableFor,
                                Milliseconds clearsIn)
{
    const auto seconds = int(std::chrono::ceil<Seconds>(clearsIn).count());
    return {
        {},
        NotificationWords::tr("Token of %1 copied").arg(shownName(profileName)),
        NotificationWords::tr("Good for %1.").arg(minutesText(usableFor)) + QLatin1Char(' ')
            + NotificationWords::tr("The clipboard is cleared in %n second(s).", nullptr, seconds),
        {},
        true};
}

Notification notCopiedNotification(const QString &profileName)
{
    return {
        {},
        NotificationWords::tr("Token of %1 not copied").arg(shownName(profileName)),
        NotificationWords::tr(
            "This desktop allows it only while you press a button: press Copy now in Hourpass."),
        {},
        true};
}

Notification failedNotification(const QString &profileName, const Error &error)
{
    const Explanation words = explain(error);
    return {{},
            NotificationWords::tr("No token of %1").arg(shownName(profileName)),
            QString(words.cause + QLatin1Char('\n') + words.nextStep).trimmed(),
            NotificationWords::tr("Try again"),
            false};
}

Notification endingNotification(const QString &profileName, Milliseconds left)
{
    return {{},
            NotificationWords::tr("Token of %1 ends in %2")
                .arg(shownName(profileName), minutesText(left)),
            NotificationWords::tr("What still uses it then needs another one."),
            NotificationWords::tr("Renew"),
            true};
}

} // namespace hourpass
