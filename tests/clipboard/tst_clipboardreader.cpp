// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/clipboardreader.h"
#include "support/eventloopwatch.h"
#include "support/outcome.h"
#include "support/selectionowner.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

namespace tst_clipboardreader {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::EventLoopWatch;
using test::SelectionOwner;
using Outcome = ClipboardText::Outcome;
using Place = ClipboardReader::Place;
using Wanted = ClipboardReader::Wanted;

// With Qt's own way it is 5 s and more. Not the 100 ms of a machine that has nothing else to do.
constexpr qint64 shortPause = 500;

ClipboardText read(ClipboardReader &reader, const ClipboardReader::Request &request = {})
{
    return await(reader.read(request)).value_or(ClipboardText{Outcome::NoAnswer});
}

/// Another program copies something, and serves it at once as far as the X server lets it.
bool copyFromOutside(const QByteArray &text)
{
    QProcess xclip;
    xclip.start(u"xclip"_s, {u"-selection"_s, u"clipboard"_s, u"-i"_s});
    xclip.write(text);
    xclip.closeWriteChannel();
    return QTest::qWaitFor([&xclip] { return xclip.state() == QProcess::NotRunning; }, 10'000)
        && QTest::qWaitFor([] { return !QApplication::clipboard()->ownsClipboard(); }, 10'000);
}

class ClipboardReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void ownText_isRead()
    {
        QApplication::clipboard()->setText(u"grüße"_s);
        ClipboardReader reader;
        const ClipboardText text = read(reader);
        QCOMPARE(text.outcome, Outcome::Text);
        QCOMPARE(text.text.reveal().toByteArray(), "grüße"_ba);
        QVERIFY(!text.isFileList);
    }

    void emptyClipboard_hasNoText()
    {
        ClipboardReader reader;
        QCOMPARE(read(reader).outcome, Outcome::NoText);
    }

    void whatIsNoText_hasNoText()
    {
        SelectionOwner owner(u"picture"_s);
        ClipboardReader reader;
        QCOMPARE(read(reader).outcome, Outcome::NoText);
        QVERIFY(owner.wasAsked());
    }

    void oldProgramsText_isReadAsLatin1()
    {
        const SelectionOwner owner(u"whole"_s, "caf\xe9", u"CLIPBOARD"_s, u"STRING"_s);
        ClipboardReader reader;
        QCOMPARE(read(reader).text.reveal().toByteArray(), "café"_ba);
    }

    void files_areReadWhereTheyAreWanted()
    {
        const SelectionOwner owner(u"whole"_s, "file:///tmp/a\r\n", u"CLIPBOARD"_s,
                                   u"text/uri-list"_s);
        ClipboardReader reader;
        QCOMPARE(read(reader).outcome, Outcome::NoText);
        const ClipboardText files = read(reader, {.wanted = Wanted::FilesOrText});
        QVERIFY(files.isFileList);
        QCOMPARE(files.text.reveal().toByteArray(), "file:///tmp/a\r\n");
    }

    // xclip answers with its text whatever it is asked for.
    void textInAnswerToAnything_isNoListOfFiles()
    {
        QVERIFY(copyFromOutside("GET /\n> header\n"));
        ClipboardReader reader;
        const ClipboardText text = read(reader, {.wanted = Wanted::FilesOrText});
        QVERIFY(!text.isFileList);
        QCOMPARE(text.text.reveal().toByteArray(), "GET /\n> header\n");
    }

    void selection_isReadWhereItIsWanted()
    {
        const SelectionOwner owner(u"whole"_s, "marked", u"PRIMARY"_s);
        ClipboardReader reader;
        QCOMPARE(read(reader).outcome, Outcome::NoText);
        QCOMPARE(read(reader, {.place = Place::Selection}).text.reveal().toByteArray(), "marked");
    }

    void largeText_comesWhole_data()
    {
        QTest::addColumn<bool>("inParts");
        QTest::newRow("in parts") << true;
        QTest::newRow("at once") << false;
    }

    void largeText_comesWhole()
    {
        QFETCH(bool, inParts);
        QByteArray large;
        for (int i = 0; large.size() < 2'000'003; ++i)
            large += QByteArray::number(i) + ' ';
        std::unique_ptr<SelectionOwner> owner;
        if (inParts)
            owner = std::make_unique<SelectionOwner>(u"whole"_s, large);
        else
            QVERIFY(copyFromOutside(large));
        ClipboardReader reader;
        const ClipboardText text = read(reader);
        QCOMPARE(text.outcome, Outcome::Text);
        QVERIFY(text.text.reveal() == large);
    }

    void tooLargeText_isNotReadToItsEnd_data()
    {
        QTest::addColumn<QString>("behaviour");
        QTest::newRow("in parts without end") << u"floods"_s;
        QTest::newRow("announced") << u"whole"_s;
    }

    void tooLargeText_isNotReadToItsEnd()
    {
        QFETCH(QString, behaviour);
        const SelectionOwner owner(behaviour, QByteArray(1'100'000, 'x'));
        ClipboardReader reader;
        QCOMPARE(read(reader, {.limit = 1'000'000}).outcome, Outcome::TooLarge);
    }

    // Where it does not end by itself; the whole time here is longer than the test may take.
    void ownerThatStops_isGivenUp_data()
    {
        QTest::addColumn<QString>("behaviour");
        QTest::newRow("never answers") << u"silent"_s;
        QTest::newRow("stops in the middle") << u"half"_s;
    }

    void ownerThatStops_isGivenUp()
    {
        QFETCH(QString, behaviour);
        SelectionOwner owner(behaviour);
        ClipboardReader reader({1500ms, 1h});
        const EventLoopWatch watch;
        QCOMPARE(read(reader).outcome, Outcome::NoAnswer);
        QVERIFY(owner.wasAsked());
        QVERIFY(watch.turns() > 5);
        QVERIFY2(watch.longestPauseMs() < shortPause,
                 qPrintable(QString::number(watch.longestPauseMs())));
    }

    void ownerThatGoesOnForEver_isGivenUp()
    {
        const SelectionOwner owner(u"drips"_s);
        ClipboardReader reader({1h, 1500ms});
        const EventLoopWatch watch;
        QCOMPARE(read(reader).outcome, Outcome::NoAnswer);
        QVERIFY(watch.longestPauseMs() < shortPause);
    }

    void slowOwner_isWaitedForWhileItGoesOn()
    {
        const SelectionOwner owner(u"drips"_s); // each 100 ms
        ClipboardReader reader({1s, 2500ms});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(read(reader).outcome, Outcome::NoAnswer);
        QVERIFY(timer.elapsed() >= 2400);
    }

    void ownerThatEnds_isNotWaitedFor()
    {
        const SelectionOwner owner(u"dies"_s);
        ClipboardReader reader({1h, 1h});
        QCOMPARE(read(reader).outcome, Outcome::NoText);
    }

    void cancel_reportsOnce()
    {
        SelectionOwner owner(u"silent"_s);
        ClipboardReader reader;
        const auto text = reader.read({});
        QTRY_VERIFY(owner.wasAsked());
        QVERIFY(!text.isFinished());
        reader.cancel();
        QCOMPARE(test::outcome(await(text)), u"Cancelled"_s);
    }

    void nextReading_takesThePlaceOfTheFirst()
    {
        auto owner = std::make_unique<SelectionOwner>(u"silent"_s);
        ClipboardReader reader;
        const auto first = reader.read({});
        QTRY_VERIFY(owner->wasAsked());
        QApplication::clipboard()->setText(u"other"_s);
        QCOMPARE(read(reader).text.reveal().toByteArray(), "other");
        QCOMPARE(test::outcome(await(first)), u"Cancelled"_s);
    }

    // Else asking twice takes from the user what was copied.
    void ownerThatCannotBearCancelling_livesOn()
    {
        SelectionOwner owner(u"late"_s, "copied");
        ClipboardReader reader;
        const auto first = reader.read({});
        QTRY_VERIFY(owner.wasAsked());
        QCOMPARE(read(reader).text.reveal().toByteArray(), "copied");
        QCOMPARE(test::outcome(await(first)), u"Cancelled"_s);
        reader.read({});
        reader.cancel();
        QCOMPARE(read(reader).text.reveal().toByteArray(), "copied");
        QVERIFY(owner.isRunning());
    }
};

HOURPASS_TEST(ClipboardReaderTest, QApplication)

} // namespace tst_clipboardreader

#include "tst_clipboardreader.moc"
