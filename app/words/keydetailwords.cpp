// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/keydetailwords.h"

#include "core/visibletext.h"
#include "words/tokenwords.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct KeyDetailWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::KeyDetailWords)
};

constexpr qsizetype longestDetail = 300;

QDateTime localTime(std::chrono::milliseconds sinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count());
}

// Days of the calendar, as people count them: tomorrow is one, however few hours are left.
int daysBetween(Seconds end, const Instant &now)
{
    return int(localTime(now.utc).date().daysTo(localTime(end).date()));
}

} // namespace

QString momentText(Seconds sinceEpoch)
{
    const QDateTime local = localTime(sinceEpoch);
    return u"%1 (%2)"_s.arg(local.toString(u"yyyy-MM-dd HH:mm"_s), utcOffsetText(local));
}

QString keyEndText(std::optional<Seconds> expiresAt, const Instant &now)
{
    if (!expiresAt)
        return KeyDetailWords::tr("never", "the key ends");
    const QString when = momentText(*expiresAt);
    if (*expiresAt <= now.utc)
        return KeyDetailWords::tr("%1, in the past").arg(when);
    const int days = daysBetween(*expiresAt, now);
    return days == 0 ? KeyDetailWords::tr("%1, today").arg(when)
                     : KeyDetailWords::tr("%1, in %n day(s)", nullptr, days).arg(when);
}

QString keyEndWarning(std::optional<Seconds> expiresAt, const Instant &now)
{
    if (!expiresAt || *expiresAt - now.utc > keyEndNotice)
        return {};
    const QString day = localTime(*expiresAt).toString(u"yyyy-MM-dd"_s);
    if (*expiresAt <= now.utc)
        return KeyDetailWords::tr("The key expired on %1. Make a new one in the IBM Cloud console.")
            .arg(day);
    const int days = daysBetween(*expiresAt, now);
    const QString end = days == 0
        ? KeyDetailWords::tr("The key ends today, at %1.")
              .arg(localTime(*expiresAt).toString(u"HH:mm"_s))
        : KeyDetailWords::tr("The key ends in %n day(s), on %1.", nullptr, days).arg(day);
    return end + u' ' + KeyDetailWords::tr("Make a new one in the IBM Cloud console.");
}

QList<KeyDetailLine> keyDetailLines(const KeyDetails &details, const Instant &now)
{
    QList<KeyDetailLine> lines;
    const auto add = [&lines](const QString &caption, const QString &value) {
        if (!value.isEmpty())
            lines.append({caption, shortenedMiddle(visibleText(value), longestDetail)});
    };
    add(KeyDetailWords::tr("Name", "of a key"), details.name);
    add(KeyDetailWords::tr("Owner", "of a key"), details.owner);
    add(KeyDetailWords::tr("Account"), details.accountId);
    if (details.createdAt)
        add(KeyDetailWords::tr("Created"), momentText(*details.createdAt));
    add(KeyDetailWords::tr("Ends", "a key, at a time"), keyEndText(details.expiresAt, now));
    add(KeyDetailWords::tr("Disabled", "a key"),
        details.disabled ? KeyDetailWords::tr("yes: it gets no tokens") : KeyDetailWords::tr("no"));
    add(KeyDetailWords::tr("Locked", "a key"),
        details.locked ? KeyDetailWords::tr("yes: nobody can change or delete it; it still works")
                       : KeyDetailWords::tr("no"));
    add(KeyDetailWords::tr("Id", "of a key"), details.id);
    return lines;
}

QString noKeyDetailsText()
{
    return KeyDetailWords::tr("IBM Cloud gives no details of this key.");
}

} // namespace hourpass
