// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/secretclipboard.h"
#include "support/eventloopwatch.h"
#include "support/manualclock.h"
#include "support/selectionowner.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace tst_secretclipboard {

using namespace hourpass;
using namespace Qt::StringLiterals;
using State = SecretClipboard::State;

const QByteArray canary = "canary-secret-for-the-clipboard";

/// What another program finds on the clipboard; null where there is nothing.
QByteArray seenFromOutside(const QString &target = u"UTF8_STRING"_s,
                           const QString &selection = u"clipboard"_s)
{
    QProcess xclip;
    xclip.start(u"xclip"_s, {u"-selection"_s, selection, u"-o"_s, u"-t"_s, target});
    // Our own event loop must turn: it is us who answers.
    if (!QTest::qWaitFor([&xclip] { return xclip.state() == QProcess::NotRunning; }, 10'000))
        return "xclip did not end";
    if (xclip.error() == QProcess::FailedToStart)
        return "xclip is missing: install the package xclip";
    return xclip.exitCode() == 0 ? xclip.readAllStandardOutput() : QByteArray();
}

/// Another program copies something, and goes on owning the clipboard in the background.
bool copyFromOutside(const QByteArray &text)
{
    QProcess xclip;
    xclip.start(u"xclip"_s, {u"-selection"_s, u"clipboard"_s, u"-i"_s});
    xclip.write(text);
    xclip.closeWriteChannel();
    return QTest::qWaitFor([&xclip] { return xclip.state() == QProcess::NotRunning; }, 10'000)
        && QTest::qWaitFor([] { return !QApplication::clipboard()->ownsClipboard(); }, 10'000);
}

/// A clipboard that another program took the secret over from, and does not say so at first.
class SlowRoute final : public ClipboardRoute
{
    Q_OBJECT

public:
    bool isSilent = true;
    bool isEmptied = false;

    void lose()
    {
        m_isOurs = false;
        Q_EMIT changed();
    }
    Future<bool> put(const Secret &) override
    {
        m_isOurs = true;
        return readyFuture<bool>(true);
    }
    void withdraw() override { }
    void clear() override { isEmptied = true; }
    bool owns() const override { return m_isOurs; }
    Future<bool> holds(const Fingerprint &) override
    {
        return isSilent ? m_never.future() : readyFuture<bool>(!isEmptied);
    }
    bool canSee() const override { return true; }
    bool readsAside() const override { return true; }

private:
    Reporter<bool> m_never;
    bool m_isOurs = false;
};

/// On which a manager puts back what was cleared, and which tells of each change at once.
class RestoringRoute final : public ClipboardRoute
{
    Q_OBJECT

public:
    QElapsedTimer sinceCovered;

    Future<bool> put(const Secret &secret) override
    {
        m_text = secret;
        if (secret.reveal() != QByteArrayView(canary))
            sinceCovered.start();
        Q_EMIT changed();
        return readyFuture<bool>(true);
    }
    void withdraw() override { }
    void clear() override
    {
        m_isPutBack = true;
        QTimer::singleShot(300, this, &ClipboardRoute::changed);
    }
    bool owns() const override { return !m_isPutBack || sinceCovered.isValid(); }
    Future<bool> holds(const Fingerprint &text) override
    {
        return readyFuture<bool>(text.matches(m_text.reveal()));
    }
    bool canSee() const override { return true; }
    bool readsAside() const override { return true; }

private:
    Secret m_text;
    bool m_isPutBack = false;
};

class SecretClipboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::clipboard()->clear(); }

    void copiedSecret_isSeenByOtherProgramsWithTheHint()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.copy(Secret(canary), u"prod"_s);
        QCOMPARE(clipboard.state(), State::Holding);
        QCOMPARE(seenFromOutside(), canary);
        QCOMPARE(seenFromOutside(u"x-kde-passwordManagerHint"_s), "secret");
        QCOMPARE(seenFromOutside(u"application/x-copyq-hidden"_s), "1");
        QVERIFY(seenFromOutside(u"TARGETS"_s).contains("x-kde-passwordManagerHint"));
    }

    void copiedSecret_isNotInThePrimarySelection()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.copy(Secret(canary), u"prod"_s);
        QCOMPARE(seenFromOutside(u"UTF8_STRING"_s, u"primary"_s), QByteArray());
    }

    void deadline_clearsTheClipboard()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow, Milliseconds(300));
        clipboard.copy(Secret(canary), u"prod"_s);
        QCOMPARE(seenFromOutside(), canary);
        QTRY_COMPARE(clipboard.state(), State::Cleared);
        QCOMPARE(seenFromOutside(), QByteArray());
    }

    void deadline_leavesAloneWhatSomebodyElseCopied()
    {
        test::ManualClock clock;
        SecretClipboard clipboard(*QApplication::clipboard(), clock.clock(), Milliseconds(300));
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(copyFromOutside("something else"));
        QTRY_COMPARE(clipboard.state(), State::Replaced);
        clock.advance(Seconds(1));
        QSignalSpy changes(&clipboard, &SecretClipboard::changed);
        clipboard.clear();
        QTRY_COMPARE(clipboard.state(), State::Replaced);
        QCOMPARE(seenFromOutside(), "something else");
    }

    void whatSomebodyElseCopied_isStillThereAfterTheDeadline()
    {
        test::ManualClock clock;
        SecretClipboard clipboard(*QApplication::clipboard(), clock.clock(), Seconds(5));
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(copyFromOutside("something else"));
        QTRY_COMPARE(clipboard.state(), State::Replaced);
        QSignalSpy changes(&clipboard, &SecretClipboard::changed);
        clock.advance(Seconds(5));
        QVERIFY(changes.wait()); // the deadline looks again
        QTRY_COMPARE(clipboard.state(), State::Replaced);
        QCOMPARE(seenFromOutside(), "something else");
    }

    void copy_reportsItsOutcome()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        const Future<bool> copied = clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(copied.isFinished());
        QCOMPARE(copied.result().value(), true);
    }

    void sameTextTakenOverByAManager_isClearedAtTheDeadline()
    {
        test::ManualClock clock;
        SecretClipboard clipboard(*QApplication::clipboard(), clock.clock(), Seconds(5));
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(copyFromOutside(canary));
        clock.advance(Seconds(5));
        QTRY_COMPARE(clipboard.state(), State::Cleared);
        QCOMPARE(seenFromOutside(), QByteArray());
    }

    // A lock and the end of the program ask for that.
    void sameTextTakenOverByAManager_isClearedWhenAskedTo()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(copyFromOutside(canary));
        QTRY_VERIFY(!clipboard.isBusy());
        clipboard.clear();
        QTRY_COMPARE(clipboard.state(), State::Cleared);
        QCOMPARE(seenFromOutside(), QByteArray());
    }

    void silentOwner_keepsNobodyWaiting()
    {
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.copy(Secret(canary), u"prod"_s);
        test::SelectionOwner owner(u"silent"_s);
        const test::EventLoopWatch watch;
        QTRY_COMPARE(clipboard.state(), State::Replaced);
        clipboard.clear();
        QTRY_VERIFY(owner.wasAsked());
        QTRY_COMPARE(clipboard.state(), State::NotCleared);
        QVERIFY2(watch.longestPauseMs() < 500, qPrintable(QString::number(watch.longestPauseMs())));
    }

    // Who did not say in time what is there may have taken it over all the same.
    void whatNobodyTold_isLookedAtAgainWhenAskedTo()
    {
        auto own = std::make_unique<SlowRoute>();
        SlowRoute &route = *own;
        ClipboardRoutes routes;
        routes.push_back(std::move(own));
        SecretClipboard clipboard(std::move(routes), systemNow, Seconds(60));
        clipboard.copy(Secret(canary), u"prod"_s);
        route.lose();
        QTRY_COMPARE(clipboard.state(), State::Replaced);
        route.isSilent = false;
        clipboard.clear();
        QTRY_COMPARE(clipboard.state(), State::Cleared);
        QVERIFY(route.isEmptied);
    }

    // The manager looks every half second, and gives back what it saw last once the program has
    // ended.
    void cover_staysUntilTheManagerHasSeenIt()
    {
        auto own = std::make_unique<RestoringRoute>();
        const RestoringRoute &route = *own;
        ClipboardRoutes routes;
        routes.push_back(std::move(own));
        SecretClipboard clipboard(std::move(routes), systemNow, Seconds(60));
        clipboard.copy(Secret(canary), u"prod"_s);
        clipboard.clear();
        QTRY_COMPARE(clipboard.state(), State::Kept);
        QVERIFY2(route.sinceCovered.elapsed() > 900,
                 qPrintable(QString::number(route.sinceCovered.elapsed())));
    }

    // Who hears of it would take it for one that is whole: the window, at the end of the program.
    void endWhileTheDesktopIsAsked_tellsNobody()
    {
        auto own = std::make_unique<SlowRoute>();
        SlowRoute &route = *own;
        ClipboardRoutes routes;
        routes.push_back(std::move(own));
        auto clipboard =
            std::make_unique<SecretClipboard>(std::move(routes), systemNow, Seconds(60));
        clipboard->copy(Secret(canary), u"prod"_s);
        route.lose();
        clipboard->clear();
        QCOMPARE(clipboard->state(), State::Clearing);
        const QSignalSpy changed(clipboard.get(), &SecretClipboard::changed);
        clipboard.reset();
        QCOMPARE(changed.size(), 0);
    }

    void deadline_isNotMissedWhenTheTimerSleptThroughIt()
    {
        // The timer fires after 100 ms of real time while the manual clock stands still, as after a
        // wrong wake-up: not yet. Then an hour passes at once, as in a suspend.
        test::ManualClock clock;
        SecretClipboard clipboard(*QApplication::clipboard(), clock.clock(), Milliseconds(100));
        clipboard.copy(Secret(canary), u"prod"_s);
        QCOMPARE(clipboard.timeLeft(), Milliseconds(100));
        QVERIFY(!QTest::qWaitFor([&] { return clipboard.state() != State::Holding; }, 350));
        clock.advance(Seconds(3600));
        QTRY_COMPARE(clipboard.state(), State::Cleared);
    }

    void clear_withoutACopy_leavesTheClipboardAlone()
    {
        QVERIFY(copyFromOutside("not ours"));
        SecretClipboard clipboard(*QApplication::clipboard(), systemNow);
        clipboard.clear();
        QCOMPARE(clipboard.state(), State::Idle);
        QCOMPARE(seenFromOutside(), "not ours");
    }

    void secondCopy_startsTheTimeAnew()
    {
        test::ManualClock clock;
        SecretClipboard clipboard(*QApplication::clipboard(), clock.clock(), Seconds(60));
        clipboard.copy(Secret(canary), u"one"_s);
        clock.advance(Seconds(40));
        QCOMPARE(clipboard.timeLeft(), Seconds(20));
        clipboard.copy(Secret(QByteArrayView("another")), u"two"_s);
        QCOMPARE(clipboard.timeLeft(), Seconds(60));
        QCOMPARE(clipboard.owner(), u"two"_s);
        QCOMPARE(seenFromOutside(), "another");
    }
};

HOURPASS_TEST(SecretClipboardTest, QApplication)

} // namespace tst_secretclipboard

#include "tst_secretclipboard.moc"
