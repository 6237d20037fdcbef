// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/ledgerwords.h"

#include "core/visibletext.h"
#include "words/spanwords.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;
using Event = LedgerEntry::Event;

namespace {

struct LedgerWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::LedgerWords)
};

QString copiedName(const QString &name)
{
    constexpr qsizetype longest = 60;
    return shortenedMiddle(visibleText(name), longest);
}

QString momentText(Seconds utc, Seconds now)
{
    const auto local = [](Seconds time) { return QDateTime::fromSecsSinceEpoch(time.count()); };
    const bool isToday = local(utc).date() == local(now).date();
    return local(utc).toString(isToday ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s);
}

// The clock may have been put back since.
QString agoText(Seconds utc, Seconds now)
{
    constexpr Seconds justNow{10};
    if (now < utc)
        return LedgerWords::tr("in the future of this computer's clock");
    return now - utc < justNow ? LedgerWords::tr("just now") : distanceWords(utc - now);
}

// The latest of that kind, or null.
const LedgerEntry *latest(const QList<LedgerEntry> &entries, Event event)
{
    const auto found = std::find_if(entries.crbegin(), entries.crend(),
                                    [event](const auto &entry) { return entry.event == event; });
    return found == entries.crend() ? nullptr : &*found;
}

} // namespace

QString ledgerText(const QList<LedgerEntry> &entries, LedgerReach reach, Seconds now)
{
    if (const LedgerEntry *copied = latest(entries, Event::Copied))
        //: %1 is a time, %2 a profile's name, %3 "3 hours ago"
        return LedgerWords::tr("This token was copied at %1 from %2 (%3).")
            .arg(momentText(copied->utc, now), copiedName(copied->profile),
                 agoText(copied->utc, now));
    if (const LedgerEntry *issued = latest(entries, Event::Issued))
        //: %1 is a time, %2 a profile's name, %3 "3 hours ago"
        return LedgerWords::tr("This token was issued at %1 for %2 (%3). No copy of it is known.")
            .arg(momentText(issued->utc, now), copiedName(issued->profile),
                 agoText(issued->utc, now));
    if (const LedgerEntry *inspected = latest(entries, Event::Inspected))
        //: %1 is a time, %2 "3 hours ago"
        return LedgerWords::tr("This token was inspected at %1 (%2).")
            .arg(momentText(inspected->utc, now), agoText(inspected->utc, now));
    return reach == LedgerReach::ThisRun ? LedgerWords::tr("Not seen in this run.")
                                         : LedgerWords::tr("Not seen, as far as is remembered.");
}

QString ledgerFaultText(const Error &fault)
{
    constexpr qsizetype longestPath = 200;
    const QString file = shortenedMiddle(visibleText(fault.subject), longestPath);
    switch (fault.code) {
    case ErrorCode::FileDamaged:
        return LedgerWords::tr("What was remembered was damaged, and has been set aside as %1.")
            .arg(file);
    case ErrorCode::FileFromNewerVersion:
        return LedgerWords::tr(
                   "%1 was written by a newer version of Hourpass and is left as it is. What "
                   "comes by is remembered in this run alone.")
            .arg(file);
    case ErrorCode::WriteFailed:
        return LedgerWords::tr("%1 cannot be changed. Make room, or see who may write there.")
            .arg(file);
    case ErrorCode::FileOfAnotherUser:
    case ErrorCode::FileWritableByOthers:
        return LedgerWords::tr(
                   "Other users of this computer may have changed %1, so it was not read. "
                   "What comes by is remembered in this run alone.")
            .arg(file);
    default:
        return LedgerWords::tr("%1 cannot be read. What comes by is remembered in this run alone.")
            .arg(file);
    }
}

} // namespace hourpass
