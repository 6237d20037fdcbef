// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "settings/ledger.h"

#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_ledger {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;
using Event = LedgerEntry::Event;

const auto one = TokenFingerprint::of("one");
const auto other = TokenFingerprint::of("other");

class LedgerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void entries_areThoseNoted()
    {
        Ledger ledger(path(), m_clock.clock());
        QSignalSpy changed(&ledger, &Ledger::changed);
        const auto start = std::chrono::floor<Seconds>(m_clock.now().utc);
        ledger.note(one, Event::Issued, u"prod"_s);
        m_clock.advance(Milliseconds(61'999));
        ledger.note(one, Event::Copied, u"prod"_s);
        ledger.note(other, Event::Inspected);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(ledger.entries().size(), 3);
        QVERIFY(ledger.entriesOf(one)
                == QList<LedgerEntry>({{one, Event::Issued, u"prod"_s, start},
                                       {one, Event::Copied, u"prod"_s, start + Seconds(61)}}));
        QCOMPARE(ledger.entriesOf(other).size(), 1);
        QVERIFY(ledger.entriesOf(TokenFingerprint::of("third")).isEmpty());
    }

    void nullFingerprint_isNotNoted()
    {
        Ledger ledger(path(), m_clock.clock());
        ledger.note({}, Event::Inspected);
        QVERIFY(ledger.entries().isEmpty());
        QVERIFY(ledger.entriesOf({}).isEmpty());
    }

    void oldest_goWhereThereAreTooMany()
    {
        Ledger ledger(path(), m_clock.clock());
        ledger.note(one, Event::Issued, u"prod"_s);
        for (qsizetype i = 1; i < mostLedgerEntries; ++i)
            ledger.note(other, Event::Inspected);
        QCOMPARE(ledger.entriesOf(one).size(), 1);
        ledger.note(other, Event::Inspected);
        QVERIFY(ledger.entriesOf(one).isEmpty());
        QCOMPARE(ledger.entries().size(), mostLedgerEntries);
    }

    void unlessAskedFor_nothingIsWritten()
    {
        {
            Ledger ledger(path(), m_clock.clock());
            ledger.note(one, Event::Copied, u"prod"_s);
            QVERIFY(!ledger.isKept());
            ledger.flush();
            QCOMPARE(outcome(ledger.setKept(false)), u"ok"_s);
            ledger.note(one, Event::Copied, u"prod"_s);
        }
        QVERIFY(!QFile::exists(path()));
    }

    void kept_isThereInTheNextRun()
    {
        QList<LedgerEntry> noted;
        {
            Ledger ledger(path(), m_clock.clock());
            ledger.note(one, Event::Issued, u"prod"_s); // before the setting was known
            QCOMPARE(outcome(ledger.setKept(true)), u"ok"_s);
            QVERIFY(ledger.isKept());
            ledger.note(one, Event::Copied, u"Größe \"1\""_s);
            noted = ledger.entries();
        }
        const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
        QCOMPARE(QFile::permissions(path()) & ~(QFile::ReadUser | QFile::WriteUser), ownerOnly);
        Ledger next(path(), m_clock.clock());
        next.note(other, Event::Inspected);
        QSignalSpy changed(&next, &Ledger::changed);
        QCOMPARE(outcome(next.setKept(true)), u"ok"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(next.entries().first(2) == noted);
        QVERIFY(next.entries().last().fingerprint == other);
        QCOMPARE(next.entries().size(), 3);
    }

    void file_holdsNothingElse()
    {
        Ledger ledger(path(), m_clock.clock());
        QVERIFY(ledger.setKept(true));
        ledger.note(TokenFingerprint::of("a.b.c"), Event::Copied, u"prod"_s);
        ledger.flush();
        const QByteArray time =
            QByteArray::number(qint64(std::chrono::floor<Seconds>(m_clock.now().utc).count()));
        QCOMPARE(written(),
                 R"({"entries":[{"event":"copied","fingerprint":"ff84-e42d-041c-c687",)"
                 R"("profile":"prod","utc":)"
                     + time + R"(}],"version":1})");
    }

    // A copy waits for no disk, and many make one write.
    void notes_areWrittenLater()
    {
        Ledger ledger(path(), m_clock.clock());
        QVERIFY(ledger.setKept(true));
        for (int i = 0; i < 100; ++i)
            ledger.note(one, Event::Copied, u"prod"_s);
        QVERIFY(!QFile::exists(path()));
        QTRY_VERIFY(QFile::exists(path()));
        QCOMPARE(parseLedger(written())->size(), 100);
    }

    void turnedOff_theFileIsDeleted()
    {
        Ledger ledger(path(), m_clock.clock());
        QVERIFY(ledger.setKept(true));
        ledger.note(one, Event::Copied, u"prod"_s);
        ledger.flush();
        QVERIFY(QFile::exists(path()));
        ledger.note(one, Event::Copied, u"prod"_s);
        QCOMPARE(outcome(ledger.setKept(false)), u"ok"_s);
        QVERIFY(!ledger.isKept());
        ledger.flush();
        QVERIFY(!QFile::exists(path()));
        QCOMPARE(ledger.entries().size(), 2); // of this run, in memory
        QCOMPARE(outcome(ledger.setKept(true)), u"ok"_s);
        ledger.flush();
        QCOMPARE(parseLedger(written())->size(), 2);
    }

    // Of a run whose end nobody saw.
    void offFromTheStart_theFileIsDeleted()
    {
        put(toJson({{one, Event::Copied, u"prod"_s, Seconds(1)}}));
        Ledger ledger(path(), m_clock.clock());
        QCOMPARE(outcome(ledger.setKept(false)), u"ok"_s);
        QVERIFY(!QFile::exists(path()));
        QVERIFY(ledger.entries().isEmpty());
    }

    void sameWishAgain_readsNothingTwice()
    {
        put(toJson({{one, Event::Copied, u"prod"_s, Seconds(1)}}));
        Ledger ledger(path(), m_clock.clock());
        QVERIFY(ledger.setKept(true));
        QVERIFY(ledger.setKept(true));
        QCOMPARE(ledger.entries().size(), 1);
    }

    void clear_emptiesTheFile()
    {
        Ledger ledger(path(), m_clock.clock());
        QVERIFY(ledger.setKept(true));
        ledger.note(one, Event::Copied, u"prod"_s);
        ledger.flush();
        QSignalSpy changed(&ledger, &Ledger::changed);
        ledger.clear();
        QCOMPARE(changed.size(), 1);
        QVERIFY(ledger.entries().isEmpty());
        QVERIFY(parseLedger(written())->isEmpty());
    }

    void damagedFile_isSetAside_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray entry =
            R"({"event":"copied","fingerprint":"ff84-e42d-041c-c687","profile":"p","utc":1})";
        const auto withEntry = [entry](const QByteArray &from, const QByteArray &to) {
            return R"({"version":1,"entries":[)" + QByteArray(entry).replace(from, to) + "]}";
        };
        QVERIFY(parseLedger(withEntry("p", "p")));
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("no version") << QByteArray(R"({"entries":[]})");
        QTest::newRow("no entries") << QByteArray(R"({"version":1})");
        QTest::newRow("no fingerprint") << withEntry("ff84", "gg84");
        QTest::newRow("no event") << withEntry("copied", "stolen");
        QTest::newRow("no time") << withEntry(":1", ":\"1\"");
        QTest::newRow("a time before all") << withEntry(":1", ":-1");
    }

    void damagedFile_isSetAside()
    {
        QFETCH(QByteArray, json);
        put(json);
        Ledger ledger(path(), m_clock.clock());
        QCOMPARE(outcome(ledger.setKept(true)), u"FileDamaged"_s);
        QVERIFY(ledger.fault().has_value());
        QCOMPARE(ledger.fault()->subject, path() + ".damaged"_L1);
        QVERIFY(QFile::exists(ledger.fault()->subject));
        ledger.note(one, Event::Copied, u"prod"_s);
        ledger.flush();
        QCOMPARE(parseLedger(written())->size(), 1);
    }

    void fileOfANewerVersion_isLeftAlone()
    {
        const QByteArray newer = R"({"version":2,"entries":[]})";
        put(newer);
        Ledger ledger(path(), m_clock.clock());
        QCOMPARE(outcome(ledger.setKept(true)), u"FileFromNewerVersion"_s);
        QVERIFY(!ledger.isKept());
        ledger.note(one, Event::Copied, u"prod"_s);
        ledger.flush();
        QCOMPARE(written(), newer);
        QCOMPARE(ledger.entries().size(), 1);
        // Somebody moves it away, and the setting is looked at again.
        QVERIFY(QFile::remove(path()));
        QCOMPARE(outcome(ledger.setKept(true)), u"ok"_s);
        QVERIFY(!ledger.fault().has_value());
        ledger.flush();
        QCOMPARE(parseLedger(written())->size(), 1);
    }

    void fileOthersMayWrite_isNotBelieved()
    {
        put(R"({"version":1,"entries":[]})");
        const QByteArray before = written();
        QVERIFY(QFile::setPermissions(path(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::WriteGroup));
        Ledger ledger(path(), m_clock.clock());
        const auto kept = ledger.setKept(true);
        QCOMPARE(outcome(kept), u"FileWritableByOthers"_s);
        QCOMPARE(kept.error().subject, path());
        ledger.note(one, Event::Copied, u"prod"_s);
        ledger.flush();
        QCOMPARE(written(), before);
    }

    void unwritableFile_isTheFault_untilItIsWritten()
    {
        // A link to nowhere: not even root can write what it stands for.
        QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
        QVERIFY(QFile::link(m_folder->filePath(u"nowhere/ledger.json"_s), path()));
        Ledger ledger(path(), m_clock.clock());
        QCOMPARE(outcome(ledger.setKept(true)), u"ok"_s);
        ledger.note(one, Event::Copied, u"prod"_s);
        ledger.flush();
        QVERIFY(ledger.fault().has_value());
        QCOMPARE(errorName(ledger.fault()->code), u"WriteFailed"_s);
        QCOMPARE(outcome(ledger.setKept(true)), u"WriteFailed"_s);
        QVERIFY(QFile::remove(path()));
        ledger.flush();
        QVERIFY(!ledger.fault().has_value());
        QCOMPARE(parseLedger(written())->size(), 1);
    }

    void fullLedger_isKeptWhole()
    {
        const QString name(100, u'ß'); // none is longer
        Ledger ledger(path(), m_clock.clock());
        QVERIFY(ledger.setKept(true));
        for (qsizetype i = 0; i < mostLedgerEntries; ++i)
            ledger.note(TokenFingerprint::of(QByteArray::number(i)), Event::Inspected, name);
        QElapsedTimer timer;
        timer.start();
        ledger.flush();
        qInfo("written in %lld ms: %lld bytes", timer.restart(), QFileInfo(path()).size());
        Ledger next(path(), m_clock.clock());
        QCOMPARE(outcome(next.setKept(true)), u"ok"_s);
        qInfo("read in %lld ms", timer.elapsed());
        QVERIFY(next.entries() == ledger.entries());
    }

private:
    QString path() const { return m_folder->filePath(u"hourpass/ledger.json"_s); }
    QByteArray written() const
    {
        QFile file(path());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &json) const
    {
        QDir().mkpath(QFileInfo(path()).path());
        QFile file(path());
        if (!file.open(QFile::WriteOnly) || file.write(json) != json.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) // under any umask
            qFatal("the ledger cannot be written");
    }

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

HOURPASS_TEST(LedgerTest, QCoreApplication)

} // namespace tst_ledger

#include "tst_ledger.moc"
