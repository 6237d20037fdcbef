// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/qtroute.h"
#include "clipboard/secretclipboard.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QClipboard>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_waylandclipboard {

using namespace hourpass;
using namespace Qt::StringLiterals;
using State = SecretClipboard::State;

const QByteArray canary = "canary-secret-for-the-clipboard";

/// Runs another program while our own event loop turns: it may be us whom it asks.
QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000))
        return "it did not end";
    if (process.error() == QProcess::FailedToStart)
        return "it is missing";
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

/// What another program finds on the clipboard; null where there is nothing of that kind.
QByteArray seenFromOutside(const QString &format = u"text"_s, const QStringList &more = {})
{
    return run(u"wl-paste"_s, QStringList{u"--no-newline"_s, u"--type"_s, format} + more);
}

void copyFromOutside(const QByteArray &text)
{
    run(u"wl-copy"_s, {}, text);
}

void pressKey(const QString &name)
{
    run(u"wtype"_s, {u"-k"_s, name});
}

void goToWorkspace(const QString &name)
{
    run(u"swaymsg"_s, {u"workspace"_s, name});
}

ClipboardRoutes onlyQt()
{
    ClipboardRoutes routes;
    routes.push_back(std::make_unique<QtRoute>(*QApplication::clipboard()));
    return routes;
}

/// Has the focus after shown().
struct Window {
    QPushButton button{u"press"_s};

    bool shown()
    {
        button.show();
        return QTest::qWaitFor([] { return QGuiApplication::focusWindow() != nullptr; }, 5'000);
    }
};

/// The compositor (sway) knows the data-control protocol. How it is without, the tests of the
/// second half show: there the routes are Qt's alone.
class WaylandClipboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QGuiApplication::platformName().startsWith(u"wayland")); }

    void init()
    {
        goToWorkspace(u"1"_s);
        run(u"wl-copy"_s, {u"--clear"_s});
        QTRY_COMPARE(seenFromOutside(), QByteArray());
        QVERIFY(!QGuiApplication::focusWindow());
    }

    // wl-copy keeps what it copied in a file, which stays where it is killed.
    void cleanupTestCase() { run(u"wl-copy"_s, {u"--clear"_s}); }

    void copyWithoutFocus_isSeenByOtherProgramsWithTheHint()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        int heard = -1;
        clipboard.copy(Secret(canary), u"prod"_s).then(this, [&heard](const Result<bool> &copied) {
            heard = copied.value_or(false);
        });
        QTRY_COMPARE(heard, 1);
        QCOMPARE(clipboard.state(), State::Holding);
        QCOMPARE(seenFromOutside(), canary);
        QCOMPARE(seenFromOutside(u"UTF8_STRING"_s), canary);
        QCOMPARE(seenFromOutside(u"x-kde-passwordManagerHint"_s), "secret");
        QCOMPARE(seenFromOutside(u"text"_s, {u"--primary"_s}), QByteArray());
    }

    void copyWithFocus_isSeenByOtherPrograms()
    {
        Window window;
        QVERIFY(window.shown());
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QCOMPARE(seenFromOutside(), canary);
        clipboard.clear();
        QTRY_COMPARE(clipboard.state(), State::Cleared);
        QCOMPARE(seenFromOutside(), QByteArray());
    }

    void secretLongerThanAPipe_isPastedWhole()
    {
        const QByteArray text(200'000, 'x');
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.copy(Secret(text), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QVERIFY(seenFromOutside() == text);
    }

    void deadlineWithoutFocus_clears()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow, Milliseconds(300));
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QTRY_COMPARE(clipboard.state(), State::Cleared);
        QCOMPARE(seenFromOutside(u"x-kde-passwordManagerHint"_s), QByteArray());
        QCOMPARE(seenFromOutside(), QByteArray());
    }

    void somethingElseCopied_survivesTheDeadline()
    {
        test::ManualClock clock;
        SecretClipboard clipboard(*QApplication::clipboard(), clock.clock(), Seconds(5));
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QSignalSpy changes(&clipboard, &SecretClipboard::changed);
        copyFromOutside("something else");
        QTRY_COMPARE(clipboard.state(), State::Replaced);
        changes.clear();
        clock.advance(Seconds(5));
        QVERIFY(changes.wait()); // the deadline looks again
        QTRY_VERIFY(!clipboard.isBusy());
        QCOMPARE(clipboard.state(), State::Replaced);
        QCOMPARE(seenFromOutside(), "something else");
    }

    void longTextCopiedElsewhere_isToldFromOurs()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        copyFromOutside(canary + QByteArray(2'000'000, 'x'));
        QTRY_COMPARE(clipboard.state(), State::Replaced);
    }

    void sameTextTakenOverByAManager_isClearedAtTheDeadline()
    {
        test::ManualClock clock;
        SecretClipboard clipboard(*QApplication::clipboard(), clock.clock(), Seconds(5));
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QSignalSpy changes(&clipboard, &SecretClipboard::changed);
        copyFromOutside(canary);
        QCOMPARE(clipboard.state(), State::Holding);
        clock.advance(Seconds(5));
        QTRY_COMPARE(clipboard.state(), State::Cleared);
        QCOMPARE(seenFromOutside(), QByteArray());
    }

    void clear_withoutACopy_leavesTheClipboardAlone()
    {
        copyFromOutside("not ours");
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.clear();
        QCOMPARE(clipboard.state(), State::Idle);
        QCOMPARE(seenFromOutside(), "not ours");
    }

    void secondCopy_takesThePlaceOfTheFirst()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.copy(Secret(canary), u"one"_s);
        clipboard.copy(Secret(QByteArrayView("another")), u"two"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QCOMPARE(seenFromOutside(), "another");
        clipboard.copy(Secret(QByteArrayView("third")), u"three"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QCOMPARE(seenFromOutside(), "third");
    }

    void copyThatIsOvertaken_isCancelled()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        const Future<bool> first = clipboard.copy(Secret(canary), u"one"_s);
        const Future<bool> second = clipboard.copy(Secret(QByteArrayView("another")), u"two"_s);
        QVERIFY(first.isFinished());
        QVERIFY(first.result().error().code == ErrorCode::Cancelled);
        clipboard.clear();
        QVERIFY(second.isFinished());
        QVERIFY(second.result().error().code == ErrorCode::Cancelled);
        QCOMPARE(clipboard.state(), State::NotCopied);
        QVERIFY(!clipboard.canRetry());
        QCOMPARE(seenFromOutside(), QByteArray());
    }

    void endOfTheProgram_leavesNothingBehind()
    {
        {
            SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
            clipboard.copy(Secret(canary), u"prod"_s);
            QTRY_COMPARE(clipboard.state(), State::Holding);
        }
        QTRY_COMPARE(seenFromOutside(), QByteArray());
    }

    // From here on Qt's route alone.

    void refusedRoute_isFollowedByTheNext()
    {
        ClipboardRoutes routes = onlyQt();
        for (auto &route : clipboardRoutes(*QApplication::clipboard()))
            routes.push_back(std::move(route));
        SecretClipboard clipboard(std::move(routes), systemNow, Seconds(60));
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QCOMPARE(seenFromOutside(), canary);
    }

    void qtWithoutFocus_isNotCopied()
    {
        copyFromOutside("not ours");
        SecretClipboard clipboard(onlyQt(), systemNow, Seconds(60));
        clipboard.copy(Secret(canary), u"prod"_s);
        QCOMPARE(clipboard.state(), State::NotCopied);
        QVERIFY(clipboard.canRetry());
        QCOMPARE(seenFromOutside(), "not ours");
    }

    void qtWithFocusButNothingPressed_isNotCopied()
    {
        // sway takes no selection for which no key or button was ever pressed; Qt believes that it
        // owns the clipboard all the same.
        Window window;
        QVERIFY(window.shown());
        copyFromOutside("not ours");
        SecretClipboard clipboard(onlyQt(), systemNow, Seconds(60));
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(QApplication::clipboard()->ownsClipboard());
        QTRY_COMPARE(clipboard.state(), State::NotCopied);
        QVERIFY(clipboard.canRetry());
        QCOMPARE(seenFromOutside(), "not ours");
    }

    void press_copiesWhatWasNotCopied()
    {
        SecretClipboard clipboard(onlyQt(), systemNow, Seconds(60));
        clipboard.copy(Secret(canary), u"prod"_s);
        QCOMPARE(clipboard.state(), State::NotCopied);
        Window window;
        connect(&window.button, &QPushButton::clicked, &clipboard, &SecretClipboard::retry);
        QVERIFY(window.shown());
        pressKey(u"space"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QCOMPARE(seenFromOutside(), canary);
        QCOMPARE(seenFromOutside(u"x-kde-passwordManagerHint"_s), "secret");
        clipboard.clear();
        QTRY_COMPARE(clipboard.state(), State::Cleared);
        QCOMPARE(seenFromOutside(), QByteArray());
    }

    void notCopied_isForgottenAfterItsTime()
    {
        SecretClipboard clipboard(onlyQt(), systemNow, Milliseconds(300));
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(clipboard.canRetry());
        QTRY_VERIFY(!clipboard.canRetry());
        QCOMPARE(clipboard.state(), State::NotCopied);
    }

    void clearedWithoutFocus_isSaidOnceItWasSeen()
    {
        Window window;
        QVERIFY(window.shown());
        pressKey(u"a"_s);
        SecretClipboard clipboard(onlyQt(), systemNow, Seconds(60));
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        goToWorkspace(u"2"_s);
        QTRY_VERIFY(!QGuiApplication::focusWindow());
        clipboard.clear();
        QCOMPARE(clipboard.state(), State::NotCleared);
        QCOMPARE(seenFromOutside(), QByteArray());
        goToWorkspace(u"1"_s);
        QTRY_COMPARE(clipboard.state(), State::Cleared);
    }

    void replacedWithoutFocus_isNoticed()
    {
        Window window;
        QVERIFY(window.shown());
        pressKey(u"a"_s);
        SecretClipboard clipboard(onlyQt(), systemNow, Seconds(60));
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        goToWorkspace(u"2"_s);
        copyFromOutside("something else");
        QTRY_COMPARE(clipboard.state(), State::Replaced);
        clipboard.clear();
        QCOMPARE(seenFromOutside(), "something else");
    }
};

HOURPASS_TEST(WaylandClipboardTest, QApplication)

} // namespace tst_waylandclipboard

#include "tst_waylandclipboard.moc"
