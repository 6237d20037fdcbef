// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/ledgerwords.h"

#include "support/testprogram.h"

#include <QDateTime>
#include <QTest>

#include <ctime>

namespace tst_ledgerwords {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Event = LedgerEntry::Event;

Seconds at(const QString &time)
{
    return Seconds(QDateTime::fromString(time, Qt::ISODate).toSecsSinceEpoch());
}

LedgerEntry entry(Event event, const QString &time, const QString &profile = u"prod-admin"_s)
{
    return {TokenFingerprint::of("a"), event, profile, at(time)};
}

class LedgerWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3"); // in POSIX form, which needs no files
        ::tzset();
    }

    void sentence_data()
    {
        QTest::addColumn<QList<LedgerEntry>>("entries");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QList<LedgerEntry> &entries, const QString &now,
                            const QString &expected) {
            QTest::newRow(name) << entries << now << expected;
        };
        const QString then = u"2026-07-01T08:42:30Z"_s;
        const QString later = u"2026-07-01T11:42:30Z"_s;
        row("copied", {entry(Event::Copied, then)}, later,
            u"This token was copied at 10:42 from prod-admin (3 hour(s) ago)."_s);
        row("issued", {entry(Event::Issued, then)}, later,
            u"This token was issued at 10:42 for prod-admin (3 hour(s) ago). No copy of it is known."_s);
        row("inspected", {entry(Event::Inspected, then, {})}, u"2026-07-01T08:43:30Z"_s,
            u"This token was inspected at 10:42 (1 minute(s) ago)."_s);
        row("nothing", {}, later, u"Not seen in this run."_s);
        row("the copy says most",
            {entry(Event::Issued, u"2026-07-01T08:00:00Z"_s), entry(Event::Copied, then),
             entry(Event::Inspected, later, {})},
            later, u"This token was copied at 10:42 from prod-admin (3 hour(s) ago)."_s);
        row("the latest copy",
            {entry(Event::Copied, u"2026-07-01T08:00:00Z"_s, u"old name"_s),
             entry(Event::Copied, then)},
            later, u"This token was copied at 10:42 from prod-admin (3 hour(s) ago)."_s);
        row("just now", {entry(Event::Copied, then)}, u"2026-07-01T08:42:34Z"_s,
            u"This token was copied at 10:42 from prod-admin (just now)."_s);
        row("another day", {entry(Event::Copied, then)}, u"2026-07-04T08:42:30Z"_s,
            u"This token was copied at 2026-07-01 10:42 from prod-admin (3 day(s) ago)."_s);
        row("yesterday here, today in UTC", {entry(Event::Copied, u"2026-07-01T21:59:00Z"_s)},
            u"2026-07-01T22:30:00Z"_s,
            u"This token was copied at 2026-07-01 23:59 from prod-admin (31 minute(s) ago)."_s);
        row("a clock put back", {entry(Event::Copied, later)}, then,
            u"This token was copied at 13:42 from prod-admin (in the future of this computer's "
            "clock)."_s);
        row("a name from outside", {entry(Event::Copied, then, u"%1\u202e<b>%3"_s)}, later,
            u"This token was copied at 10:42 from %1\\u{202E}<b>%3 (3 hour(s) ago)."_s);
    }

    void sentence()
    {
        QFETCH(QList<LedgerEntry>, entries);
        QFETCH(QString, now);
        QFETCH(QString, expected);
        QCOMPARE(ledgerText(entries, LedgerReach::ThisRun, at(now)), expected);
    }

    void reach_isSaid()
    {
        QCOMPARE(ledgerText({}, LedgerReach::AllRuns, Seconds(0)),
                 u"Not seen, as far as is remembered."_s);
    }

    void fault_namesTheFile()
    {
        for (const ErrorCode code :
             {ErrorCode::FileDamaged, ErrorCode::FileFromNewerVersion, ErrorCode::WriteFailed,
              ErrorCode::FileUnreadable, ErrorCode::FileTooLarge, ErrorCode::FileOfAnotherUser,
              ErrorCode::FileWritableByOthers}) {
            const Error fault{code, u"detail"_s, u"/x/ledger\u202e.json"_s, {}};
            QVERIFY2(ledgerFaultText(fault).contains(u"/x/ledger\\u{202E}.json"_s),
                     qPrintable(ledgerFaultText(fault)));
        }
    }
};

HOURPASS_TEST(LedgerWordsTest, QCoreApplication)

} // namespace tst_ledgerwords

#include "tst_ledgerwords.moc"
