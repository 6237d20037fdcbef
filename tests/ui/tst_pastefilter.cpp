// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/eventloopwatch.h"
#include "support/selectionowner.h"
#include "support/testprogram.h"
#include "ui/inspector/inspectorinput.h"
#include "ui/pastefilter.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

namespace tst_pastefilter {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::EventLoopWatch;
using test::SelectionOwner;

// Qt waits for 5 s, once or more.
constexpr qint64 shortPause = 500;

struct Bench {
    PasteFilter filter;
    QWidget window;
    QLineEdit *line = new QLineEdit(u"old"_s, &window);
    InspectorInput *text = new InspectorInput(&window);
    QSpinBox *number = new QSpinBox(&window);

    Bench()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(line);
        layout->addWidget(text);
        layout->addWidget(number);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }
    static void paste(QWidget *field)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    }
    QMenu *menu() const { return window.findChild<QMenu *>(); }
};

void rightClick(QWidget *where)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5}, where->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(where, &event);
}

class PasteFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void textOfOthers_takesThePlaceOfWhatIsSelected()
    {
        const SelectionOwner owner(u"whole"_s, "new");
        Bench bench;
        bench.line->selectAll();
        Bench::paste(bench.line);
        QTRY_COMPARE(bench.line->text(), u"new"_s);
        Bench::paste(bench.text);
        QTRY_COMPARE(bench.text->toPlainText(), u"new"_s);
        bench.line->undo();
        QCOMPARE(bench.line->text(), u"old"_s);
    }

    void number_isPastedIntoAField()
    {
        const SelectionOwner owner(u"whole"_s, "42");
        Bench bench;
        bench.number->selectAll();
        Bench::paste(bench.number);
        QTRY_COMPARE(bench.number->value(), 42);
    }

    // At the end of the program the filter goes before the windows.
    void endWhileTheOwnerIsAsked_pressesNoKey()
    {
        const SelectionOwner owner(u"silent"_s);
        Bench bench;
        auto filter = std::make_unique<PasteFilter>();
        Bench::paste(bench.line);
        QTest::keyClick(bench.line, Qt::Key_X);
        filter.reset();
        QCoreApplication::processEvents();
        QCOMPARE(bench.line->text(), u"old"_s);
    }

    void ownText_isPastedAtOnce()
    {
        QApplication::clipboard()->setText(u"own"_s);
        Bench bench;
        bench.line->selectAll();
        Bench::paste(bench.line);
        QCOMPARE(bench.line->text(), u"own"_s);
    }

    void fieldThatIsReadOnly_takesNothing()
    {
        SelectionOwner owner(u"whole"_s, "new");
        Bench bench;
        bench.line->setReadOnly(true);
        Bench::paste(bench.line);
        bench.line->setReadOnly(false);
        Bench::paste(bench.text);
        QTRY_COMPARE(bench.text->toPlainText(), u"new"_s);
        QCOMPARE(bench.line->text(), u"old"_s);
    }

    void whatIsTypedMeanwhile_comesAfterIt()
    {
        const SelectionOwner owner(u"whole"_s, "new");
        Bench bench;
        bench.line->clear();
        Bench::paste(bench.line);
        QTest::keyClicks(bench.line, u"er"_s);
        QTRY_COMPARE(bench.line->text(), u"newer"_s);
    }

    void silentOwner_keepsNobodyWaiting()
    {
        SelectionOwner owner(u"silent"_s);
        Bench bench;
        const EventLoopWatch watch;
        Bench::paste(bench.line);
        QTRY_VERIFY(owner.wasAsked());
        QTest::keyClicks(bench.line, u"er"_s);
        QTRY_COMPARE(bench.line->text(), u"older"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::text().contains(u"does not answer"_s), 10'000);
        QVERIFY2(watch.longestPauseMs() < shortPause,
                 qPrintable(QString::number(watch.longestPauseMs())));
    }

    void middleButton_pastesTheSelection()
    {
        const SelectionOwner owner(u"whole"_s, "marked", u"PRIMARY"_s);
        Bench bench;
        bench.line->clear();
        QTest::mouseClick(bench.line, Qt::MiddleButton);
        QTRY_COMPARE(bench.line->text(), u"marked"_s);
        QTest::mouseClick(bench.text->viewport(), Qt::MiddleButton);
        QTRY_COMPARE(bench.text->toPlainText(), u"marked"_s);
    }

    void silentSelection_keepsNobodyWaiting()
    {
        SelectionOwner owner(u"silent"_s, {}, u"PRIMARY"_s);
        Bench bench;
        const EventLoopWatch watch;
        QTest::mouseClick(bench.line, Qt::MiddleButton);
        QTRY_VERIFY(owner.wasAsked());
        QTRY_VERIFY(watch.turns() > 3);
        QVERIFY(watch.longestPauseMs() < shortPause);
    }

    void contextMenu_comesWhereTheOwnerAnswers()
    {
        const SelectionOwner owner(u"whole"_s, "new");
        Bench bench;
        rightClick(bench.line);
        QTRY_VERIFY(bench.menu());
        bench.menu()->close();
    }

    void contextMenu_ofASilentOwnerKeepsNobodyWaiting()
    {
        SelectionOwner owner(u"silent"_s);
        Bench bench;
        const EventLoopWatch watch;
        rightClick(bench.line);
        QTRY_VERIFY(owner.wasAsked());
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::text().contains(u"does not answer"_s), 10'000);
        QVERIFY(watch.longestPauseMs() < shortPause);
    }
};

HOURPASS_TEST(PasteFilterTest, QApplication)

} // namespace tst_pastefilter

#include "tst_pastefilter.moc"
